package kz.senim.bench;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules as text for other engines: facts are {@code f0}, {@code f1}, …; dates are days since
 * 1970 and periods are days, both as numbers; figures stand as they are on the day.
 */
final class Infix {

  private final Evaluation limits;
  private final String in;

  /**
   * @param in how the engine writes membership: {@code in} (CEL) or {@code =~} (JEXL)
   */
  Infix(LawBook book, LocalDate day, String in) {
    this.limits = new Evaluation(new Object[book.facts().size()], book.parametersOn(day), day);
    this.in = in;
  }

  String rule(Rule rule) {
    return switch (rule) {
      case Rule.Always always -> String.valueOf(always.value());
      case Rule.And and -> joined(and.rules(), " && ");
      case Rule.Or or -> joined(or.rules(), " || ");
      case Rule.Not not -> "!(" + rule(not.rule()) + ")";
      case Rule.Claim claim -> "f" + claim.fact();
      case Rule.Compare c ->
          operand(c.left()) + " " + c.relation().sign() + " " + operand(c.right());
      case Rule.OneOf oneOf ->
          "(" + operand(oneOf.value()) + " " + in + " " + list(oneOf.options()) + ")";
      case Rule.Contains contains ->
          contains.options().stream()
              .map(option -> "('" + option + "' " + in + " f" + contains.fact() + ")")
              .collect(Collectors.joining(contains.any() ? " || " : " && ", "(", ")"));
      case Rule.Known _ -> "true";
      case Rule.Within within -> {
        String date = operand(within.date());
        yield "("
            + date
            + " <= "
            + operand(new Operand.AsOf())
            + " && "
            + date
            + " + "
            + operand(within.period())
            + " >= "
            + operand(new Operand.AsOf())
            + ")";
      }
    };
  }

  private String joined(List<Rule> rules, String sign) {
    return rules.stream().map(this::rule).collect(Collectors.joining(sign, "(", ")"));
  }

  private String operand(Operand operand) {
    return switch (operand) {
      case Operand.FactValue fact -> "f" + fact.fact();
      case Operand.Size size -> "size(f" + size.fact() + ")";
      case Operand.Plus plus -> operand(plus.left()) + " + " + operand(plus.right());
      case Operand.Minus minus -> operand(minus.left()) + " - " + operand(minus.right());
      default -> literal(limits.value(operand));
    };
  }

  private static String list(List<String> options) {
    return options.stream().map(o -> "'" + o + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  private static String literal(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : String.valueOf(plain(value));
  }

  /** The value as the other engines get it. */
  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case LocalDate date -> (double) date.toEpochDay();
      case Period period -> Math.floor(period.toTotalMonths() * 30.436875) + days(period);
      case null, default -> value;
    };
  }

  @SuppressWarnings("JavaPeriodGetDays") // the months were counted before
  private static int days(Period period) {
    return period.getDays();
  }
}
