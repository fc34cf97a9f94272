package kz.senim.core.rule;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides rules for one subject on one day. Pure: the values stand in two arrays, the day is an
 * argument.
 */
public final class Evaluation {

  private final @Nullable Object[] facts;
  private final @Nullable Object[] limits;
  private final LocalDate asOf;

  /**
   * @param facts the value of each fact by its index in the vocabulary, null where unknown
   * @param limits the value of each parameter by its index on the day asked about, null where it
   *     has none yet
   */
  public Evaluation(@Nullable Object[] facts, @Nullable Object[] limits, LocalDate asOf) {
    this.facts = facts;
    this.limits = limits;
    this.asOf = asOf;
  }

  /** Decides the rule and says why. */
  public Reason decide(Rule rule) {
    return switch (rule) {
      case Rule.And and -> junction(and, and.rules(), Truth.FALSE, Truth.TRUE);
      case Rule.Or or -> junction(or, or.rules(), Truth.TRUE, Truth.FALSE);
      case Rule.Not not -> {
        Reason inner = decide(not.rule());
        yield new Reason(rule, inner.truth().negated(), List.of(inner));
      }
      default -> new Reason(rule, truth(rule), List.of());
    };
  }

  /** Decides the rule, only. */
  public Truth truth(Rule rule) {
    return switch (rule) {
      case Rule.Always always -> Truth.of(always.value());
      case Rule.And and -> {
        Truth result = Truth.TRUE;
        for (Rule part : and.rules()) {
          Truth truth = truth(part);
          if (truth == Truth.FALSE) {
            yield Truth.FALSE;
          }
          if (truth == Truth.UNKNOWN) {
            result = Truth.UNKNOWN;
          }
        }
        yield result;
      }
      case Rule.Or or -> {
        Truth result = Truth.FALSE;
        for (Rule part : or.rules()) {
          Truth truth = truth(part);
          if (truth == Truth.TRUE) {
            yield Truth.TRUE;
          }
          if (truth == Truth.UNKNOWN) {
            result = Truth.UNKNOWN;
          }
        }
        yield result;
      }
      case Rule.Not not -> truth(not.rule()).negated();
      case Rule.Claim claim ->
          facts[claim.fact()] instanceof Boolean value ? Truth.of(value) : Truth.UNKNOWN;
      case Rule.Compare compare -> compare(compare);
      case Rule.OneOf oneOf -> {
        Object value = value(oneOf.value());
        yield value == null ? Truth.UNKNOWN : Truth.of(oneOf.options().contains(value));
      }
      case Rule.Contains contains -> {
        if (!(facts[contains.fact()] instanceof List<?> values)) {
          yield Truth.UNKNOWN;
        }
        yield Truth.of(
            contains.any()
                ? contains.options().stream().anyMatch(values::contains)
                : values.containsAll(contains.options()));
      }
      case Rule.Known known -> Truth.of(facts[known.fact()] != null);
      case Rule.Within within -> {
        if (value(within.date()) instanceof LocalDate date
            && value(within.period()) instanceof Period period) {
          yield Truth.of(!date.isAfter(asOf) && !date.plus(period).isBefore(asOf));
        }
        yield Truth.UNKNOWN;
      }
    };
  }

  /** The value of the operand, or null when it is unknown. */
  public @Nullable Object value(Operand operand) {
    return switch (operand) {
      case Operand.Literal literal -> literal.value();
      case Operand.FactValue fact -> facts[fact.fact()];
      case Operand.Limit limit -> limits[limit.parameter()];
      case Operand.AsOf _ -> asOf;
      case Operand.Size size ->
          facts[size.fact()] instanceof List<?> values ? (Double) (double) values.size() : null;
      case Operand.Plus plus -> plus(value(plus.left()), value(plus.right()));
      case Operand.Minus minus -> minus(value(minus.left()), value(minus.right()));
    };
  }

  private Reason junction(Rule rule, List<Rule> parts, Truth decisive, Truth otherwise) {
    List<Reason> reasons = new ArrayList<>(parts.size());
    Truth truth = otherwise;
    for (Rule part : parts) {
      Reason reason = decide(part);
      reasons.add(reason);
      if (reason.truth() == decisive) {
        truth = decisive;
      } else if (reason.truth() == Truth.UNKNOWN && truth == otherwise) {
        truth = Truth.UNKNOWN;
      }
    }
    if (truth != otherwise) {
      Truth kept = truth;
      reasons.removeIf(reason -> reason.truth() != kept);
    }
    return new Reason(rule, truth, reasons);
  }

  private Truth compare(Rule.Compare compare) {
    Object left = value(compare.left());
    Object right = value(compare.right());
    if (left == null || right == null) {
      return Truth.UNKNOWN;
    }
    int comparison =
        switch (left) {
          case Double number -> number.compareTo((Double) right);
          case LocalDate date -> date.compareTo((LocalDate) right);
          case Period period -> Periods.compare(period, (Period) right);
          default -> left.equals(right) ? 0 : 1;
        };
    return Truth.of(compare.relation().holds(comparison));
  }

  private static @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    return switch (left) {
      case LocalDate date -> date.plus((Period) right);
      case Period period -> period.plus((Period) right).normalized();
      default -> (Double) left + (Double) right;
    };
  }

  private static @Nullable Object minus(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    return switch (left) {
      case LocalDate date when right instanceof LocalDate other ->
          Period.ofDays((int) ChronoUnit.DAYS.between(other, date));
      case LocalDate date -> date.minus((Period) right);
      default -> (Double) left - (Double) right;
    };
  }

  /** Calls {@code found} with the index of each fact that {@code rule} reads. May repeat. */
  public static void facts(Rule rule, IntConsumer found) {
    switch (rule) {
      case Rule.Always _ -> {}
      case Rule.And and -> and.rules().forEach(part -> facts(part, found));
      case Rule.Or or -> or.rules().forEach(part -> facts(part, found));
      case Rule.Not not -> facts(not.rule(), found);
      case Rule.Claim claim -> found.accept(claim.fact());
      case Rule.Compare compare -> {
        facts(compare.left(), found);
        facts(compare.right(), found);
      }
      case Rule.OneOf oneOf -> facts(oneOf.value(), found);
      case Rule.Contains contains -> found.accept(contains.fact());
      case Rule.Known known -> found.accept(known.fact());
      case Rule.Within within -> {
        facts(within.date(), found);
        facts(within.period(), found);
      }
    }
  }

  /** Calls {@code found} with the index of each fact that {@code operand} reads. */
  public static void facts(Operand operand, IntConsumer found) {
    switch (operand) {
      case Operand.Literal _, Operand.Limit _, Operand.AsOf _ -> {}
      case Operand.FactValue fact -> found.accept(fact.fact());
      case Operand.Size size -> found.accept(size.fact());
      case Operand.Plus plus -> {
        facts(plus.left(), found);
        facts(plus.right(), found);
      }
      case Operand.Minus minus -> {
        facts(minus.left(), found);
        facts(minus.right(), found);
      }
    }
  }

  /** Calls {@code found} with the index of each unknown fact that left the reason open. */
  public void missing(Reason reason, IntConsumer found) {
    if (reason.truth() != Truth.UNKNOWN) {
      return;
    }
    if (reason.because().isEmpty()) {
      facts(
          reason.rule(),
          fact -> {
            if (facts[fact] == null) {
              found.accept(fact);
            }
          });
    } else {
      reason.because().forEach(part -> missing(part, found));
    }
  }
}
