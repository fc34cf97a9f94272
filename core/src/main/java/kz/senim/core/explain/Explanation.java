package kz.senim.core.explain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Reason;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A reason in words: one line, and the lines that decided it.
 *
 * @param text the line, without its parts
 * @param truth how it came out
 * @param fact the id of the fact it is about; empty for a group
 * @param source how that fact is known; null for a group and for an unknown fact
 * @param parts the lines beneath
 */
public record Explanation(
    String text, Truth truth, String fact, @Nullable FactValue source, List<Explanation> parts) {

  /** Explains reasons of one assessment in one language. */
  public static final class Writer {

    private final LawBook book;
    private final Facts facts;
    private final LocalDate asOf;
    private final Evaluation evaluation;
    private final Lang lang;

    public Writer(LawBook book, Facts facts, LocalDate asOf, Lang lang) {
      this.book = book;
      this.facts = facts;
      this.asOf = asOf;
      this.lang = lang;
      this.evaluation = new Evaluation(facts.on(asOf), book.parametersOn(asOf), asOf);
    }

    /** The lines that explain the reason: flat where one level says it all. */
    public List<Explanation> lines(Reason reason) {
      Explanation root = explain(reason);
      return root.fact().isEmpty() && !root.parts().isEmpty() ? root.parts() : List.of(root);
    }

    private Explanation explain(Reason reason) {
      return switch (reason.rule()) {
        case Rule.And _ ->
            group(reason, new Localized("all of these", "всё из этого", "мұның бәрі"));
        case Rule.Or _ ->
            group(
                reason,
                new Localized("any of these", "хотя бы одно из этого", "мұның ең болмаса бірі"));
        case Rule.Not _ -> not(reason);
        default -> leaf(reason);
      };
    }

    /** A group of one is that one; groups of the same kind are not nested. */
    private Explanation group(Reason reason, Localized name) {
      List<Explanation> parts = new ArrayList<>();
      for (Reason part : reason.because()) {
        Explanation line = explain(part);
        boolean conjunction = part.rule() instanceof Rule.And && reason.rule() instanceof Rule.And;
        if (conjunction && line.fact().isEmpty() && !line.parts().isEmpty()) {
          parts.addAll(line.parts());
        } else if (!parts.contains(line)) {
          parts.add(line);
        }
      }
      return parts.size() == 1
          ? parts.getFirst()
          : new Explanation(name.in(lang), reason.truth(), "", null, parts);
    }

    private Explanation not(Reason reason) {
      Explanation inner = explain(reason.because().getFirst());
      if (!inner.fact().isEmpty()) {
        // The fact's value says it; only the outcome is turned round.
        return new Explanation(
            inner.text(), reason.truth(), inner.fact(), inner.source(), inner.parts());
      }
      String name = new Localized("not the case", "не так", "олай емес").in(lang);
      return new Explanation(name + ": " + inner.text(), reason.truth(), "", null, inner.parts());
    }

    private Explanation leaf(Reason reason) {
      return switch (reason.rule()) {
        case Rule.Claim claim -> line(reason, claim.fact(), "");
        case Rule.Known known -> line(reason, known.fact(), "");
        case Rule.Contains contains -> line(reason, contains.fact(), required(contains));
        case Rule.OneOf oneOf ->
            oneOf.value() instanceof Operand.FactValue fact
                ? line(reason, fact.fact(), options(fact.fact(), oneOf.options()))
                : plain(reason);
        case Rule.Within within ->
            within.date() instanceof Operand.FactValue fact
                ? line(reason, fact.fact(), within(within))
                : plain(reason);
        case Rule.Compare compare -> compare(reason, compare);
        default -> plain(reason);
      };
    }

    private Explanation compare(Reason reason, Rule.Compare compare) {
      if (subject(compare.left()) >= 0) {
        return line(
            reason,
            subject(compare.left()),
            bound(compare.relation(), compare.right(), compare.left()));
      }
      if (subject(compare.right()) >= 0) {
        return line(
            reason,
            subject(compare.right()),
            bound(turned(compare.relation()), compare.left(), compare.right()));
      }
      return plain(reason);
    }

    /** The fact that an operand is chiefly about, or -1. */
    private static int subject(Operand operand) {
      return switch (operand) {
        case Operand.FactValue fact -> fact.fact();
        case Operand.Size size -> size.fact();
        case Operand.Plus plus -> subject(plus.left());
        case Operand.Minus minus -> Math.max(subject(minus.left()), subject(minus.right()));
        default -> -1;
      };
    }

    private Explanation plain(Reason reason) {
      String text =
          switch (reason.truth()) {
            case TRUE -> new Localized("always", "всегда", "әрқашан").in(lang);
            case FALSE -> new Localized("never", "никогда", "ешқашан").in(lang);
            case UNKNOWN -> ValueText.UNKNOWN.in(lang);
          };
      return new Explanation(text, reason.truth(), "", null, List.of());
    }

    private Explanation line(Reason reason, int index, String demand) {
      Fact fact = book.facts().get(index);
      FactValue known = facts.find(index);
      FactValue source = known != null && known.holdsOn(asOf) ? known : null;
      String value = ValueText.of(fact, source == null ? null : source.value(), lang);
      String text =
          (fact.attestation() == null ? fact.ask().in(lang) : judged(fact)) + " — " + value;
      return new Explanation(
          demand.isEmpty() ? text : text + " (" + demand + ")",
          reason.truth(),
          fact.id(),
          source,
          List.of());
    }

    private String judged(Fact fact) {
      return new Localized("Judged: ", "По оценке: ", "Бағалау бойынша: ").in(lang)
          + fact.ask().in(lang);
    }

    private String required(Rule.Contains contains) {
      return (contains.any() && contains.options().size() > 1
                  ? new Localized("one of: ", "одно из: ", "бірі: ")
                  : new Localized("needs: ", "требуется: ", "қажет: "))
              .in(lang)
          + options(contains.fact(), contains.options());
    }

    private String options(int index, List<String> options) {
      Fact fact = book.facts().get(index);
      return String.join("; ", options.stream().map(o -> ValueText.label(fact, o, lang)).toList());
    }

    private String within(Rule.Within within) {
      Object period = evaluation.value(within.period());
      String text =
          new Localized("at most ", "не более ", "ең көбі ").in(lang)
              + named(within.period(), period, null)
              + new Localized(" ago", " назад", " бұрын").in(lang);
      if (evaluation.value(within.date()) instanceof LocalDate date && period instanceof Period p) {
        text +=
            new Localized("; holds until ", "; действует до ", "; мерзімі ").in(lang)
                + Days.in(date.plus(p), lang);
      }
      return text;
    }

    private String bound(Rule.Relation relation, Operand operand, Operand about) {
      if (about instanceof Operand.FactValue f
          && operand instanceof Operand.Literal literal
          && literal.value() instanceof String option) {
        return relation(relation) + ValueText.of(book.facts().get(f.fact()), option, lang);
      }
      String unit = about instanceof Operand.FactValue f ? book.facts().get(f.fact()).unit() : null;
      Object value = evaluation.value(operand);
      // What is added to the fact is taken from the bound, so that the line reads of the fact
      // alone.
      if (about instanceof Operand.Plus plus && value instanceof LocalDate date) {
        if (evaluation.value(plus.right()) instanceof Period period) {
          return relation(relation) + Days.in(date.minus(period), lang) + cited(plus.right());
        }
      }
      return relation(relation) + named(operand, value, unit);
    }

    private String named(Operand operand, @Nullable Object value, @Nullable String unit) {
      if (operand instanceof Operand.FactValue fact) {
        return book.facts().get(fact.fact()).ask().in(lang)
            + " — "
            + ValueText.of(book.facts().get(fact.fact()), value, lang);
      }
      return ValueText.bare(value, unit, lang) + cited(operand);
    }

    private String cited(Operand operand) {
      if (operand instanceof Operand.Limit limit) {
        Parameter parameter = book.parameters().get(limit.parameter());
        return ", " + new Localized("paragraph ", "пункт ", "тармақ ").in(lang) + parameter.cites();
      }
      return "";
    }

    private String relation(Rule.Relation relation) {
      Localized words =
          switch (relation) {
            case AT_LEAST -> new Localized("at least ", "не менее ", "кемінде ");
            case AT_MOST -> new Localized("at most ", "не более ", "ең көбі ");
            case GREATER -> new Localized("more than ", "более ", "мынадан артық: ");
            case LESS -> new Localized("less than ", "менее ", "мынадан кем: ");
            case EQUAL -> new Localized("must be ", "должно быть: ", "болуға тиіс: ");
            case NOT_EQUAL -> new Localized("must not be ", "не должно быть: ", "болмауға тиіс: ");
          };
      return words.in(lang);
    }

    private static Rule.Relation turned(Rule.Relation relation) {
      return switch (relation) {
        case LESS -> Rule.Relation.GREATER;
        case AT_MOST -> Rule.Relation.AT_LEAST;
        case GREATER -> Rule.Relation.LESS;
        case AT_LEAST -> Rule.Relation.AT_MOST;
        default -> relation;
      };
    }
  }
}
