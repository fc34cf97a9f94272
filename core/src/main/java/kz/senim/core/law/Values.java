package kz.senim.core.law;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.senim.core.rule.Periods;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the values of facts and figures as people write them, checking each against its type. */
public final class Values {

  private static final int LONGEST_TEXT = 10_000;

  private Values() {}

  /** The value of {@code fact} that the node holds, or empty after reporting what is wrong. */
  public static Optional<Object> read(Fact fact, Node node, Problems problems) {
    Optional<Object> value =
        read(fact.type(), fact.unit(), fact.optionIds(), fact.id(), node, problems);
    if (value.isPresent() && value.get() instanceof Double number) {
      if ((fact.min() != null && number < fact.min())
          || (fact.max() != null && number > fact.max())) {
        problems.add(node.at(), range(fact, number));
        return Optional.empty();
      }
    }
    return value;
  }

  /** A value of the type; {@code name} is only for the messages. */
  public static Optional<Object> read(
      Type type,
      @Nullable String unit,
      List<String> options,
      String name,
      Node node,
      Problems problems) {
    if (type == Type.SET) {
      return set(options, name, node, problems);
    }
    if (!(node instanceof Node.Scalar scalar)) {
      problems.add(node.at(), ValueMistake.TAKES.with(name, expected(type, unit), node.kind()));
      return Optional.empty();
    }
    String text = scalar.text().strip();
    return switch (type) {
      case BOOLEAN -> Fields.bool(scalar, problems).map(b -> b);
      case NUMBER -> {
        if (unit != null && text.endsWith(unit)) {
          String bare = text.substring(0, text.length() - unit.length());
          scalar = new Node.Scalar(scalar.at(), bare, scalar.plain(), scalar.contentAt());
        }
        yield Fields.number(scalar, problems).map(n -> n);
      }
      case DATE -> Fields.date(scalar, problems).map(d -> d);
      case PERIOD -> {
        Optional<Period> period = Periods.parse(text);
        if (period.isEmpty()) {
          problems.add(scalar.at(), ValueMistake.NOT_A_PERIOD.with(name));
        }
        yield period.map(p -> p);
      }
      case TEXT -> {
        if (text.length() > LONGEST_TEXT) {
          problems.add(scalar.at(), ValueMistake.LONG_TEXT.with(name, LONGEST_TEXT));
          yield Optional.empty();
        }
        yield Optional.of(text);
      }
      case CHOICE -> option(options, name, scalar, problems).map(o -> o);
      case SET -> throw new IllegalStateException();
    };
  }

  private static Optional<Object> set(
      List<String> options, String name, Node node, Problems problems) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.at(), ValueMistake.NOT_A_SET.with(name, example(options)));
      return Optional.empty();
    }
    List<String> chosen = new ArrayList<>();
    boolean good = true;
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar) {
        Optional<String> option = option(options, name, scalar, problems);
        good &= option.isPresent();
        option.ifPresent(chosen::add);
      } else {
        problems.add(item.at(), ValueMistake.NOT_AN_OPTION.with(name, item.kind()));
        good = false;
      }
    }
    // In the order of the options and without repeats, so that equal sets are equal lists.
    return good
        ? Optional.of(options.stream().filter(chosen::contains).toList())
        : Optional.empty();
  }

  private static Optional<String> option(
      List<String> options, String name, Node.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    if (options.contains(text)) {
      return Optional.of(text);
    }
    problems.add(
        scalar.at(),
        ValueMistake.NO_OPTION.with(
            name,
            text.length() > 60 ? text.substring(0, 57) + "…" : text,
            Nearest.hintOrAll(text, options)));
    return Optional.empty();
  }

  private static Message expected(Type type, @Nullable String unit) {
    return switch (type) {
      case BOOLEAN -> ValueMistake.A_BOOLEAN.with();
      case NUMBER ->
          unit == null ? ValueMistake.A_NUMBER.with() : ValueMistake.A_NUMBER_OF.with(unit);
      case DATE -> ValueMistake.A_DATE.with();
      case PERIOD -> ValueMistake.A_PERIOD.with();
      case TEXT -> ValueMistake.A_TEXT.with();
      case CHOICE -> ValueMistake.ONE_OPTION.with();
      case SET -> ValueMistake.OPTIONS.with();
    };
  }

  private static String example(List<String> options) {
    return "[" + String.join(", ", options.subList(0, Math.min(2, options.size()))) + "]";
  }

  private static Message range(Fact fact, double number) {
    if (fact.min() != null && fact.max() != null) {
      return ValueMistake.OUT_OF_RANGE.with(
          fact.id(), plain(fact.min()), plain(fact.max()), plain(number));
    }
    return fact.min() != null
        ? ValueMistake.TOO_SMALL.with(fact.id(), plain(fact.min()), plain(number))
        : ValueMistake.TOO_GREAT.with(fact.id(), plain(fact.max()), plain(number));
  }

  /** The number without a needless fraction: {@code 20}, {@code 99.7}. */
  public static String plain(@Nullable Double number) {
    if (number == null) {
      return "";
    }
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
