package kz.senim.core.explain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.senim.core.law.Fact;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Reason;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reason into lines.
 *
 * @param straight false inside a negation: what the rule asks is then asked not to be
 * @param condition whether the rule says whom a requirement concerns, rather than what it demands
 */
record Sentence(Explainer to, boolean straight, boolean condition) {

  Explanation explain(Reason reason) {
    return switch (reason.rule()) {
      case Rule.And _ -> group(reason, straight);
      case Rule.Or _ -> group(reason, !straight);
      case Rule.Not _ ->
          new Sentence(to, !straight, condition).explain(reason.because().getFirst());
      case Rule.Claim claim -> to.line(claim.fact(), null, "", truth(reason));
      case Rule.Known known -> to.line(known.fact(), null, "", truth(reason));
      case Rule.Contains contains -> contains(reason, contains);
      case Rule.OneOf oneOf -> oneOf(reason, oneOf);
      case Rule.Within within -> within(reason, within);
      case Rule.Compare compare -> compare(reason, compare);
      case Rule.Always _ -> plain(reason);
    };
  }

  /** How the whole came out: inside a negation the other way round than the rule itself. */
  private Truth truth(Reason reason) {
    return straight ? reason.truth() : reason.truth().negated();
  }

  /** A group of one is that one; a conjunction in a conjunction is not nested. */
  private Explanation group(Reason reason, boolean all) {
    List<Explanation> parts = new ArrayList<>();
    boolean failed = truth(reason) == Truth.FALSE;
    String name = to.say(all ? Phrases.ALL : failed && condition ? Phrases.NONE_OF : Phrases.ANY);
    for (Reason part : all ? joined(reason) : nearest(reason)) {
      // "Not this, or that" failed: this is the case, and that is what is missing.
      boolean premise = failed && !all && straight && part.rule() instanceof Rule.Not;
      Explanation line = premise ? premise(part.because().getFirst()) : explain(part);
      if (line.fact().isEmpty() && line.text().equals(name)) {
        parts.addAll(line.parts());
      } else if (!parts.contains(line)) {
        parts.add(line);
      }
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new Explanation(name, truth(reason), "", null, parts);
  }

  /** What holds of one set is said in one line, however many conditions ask for it. */
  private List<Reason> joined(Reason conjunction) {
    Map<String, Reason> joined = new LinkedHashMap<>();
    for (Reason part : conjunction.because().stream().flatMap(this::bare).toList()) {
      boolean not = part.rule() instanceof Rule.Not;
      Reason inner = not ? part.because().getFirst() : part;
      if (truth(part) == Truth.TRUE && inner.rule() instanceof Rule.Contains own) {
        joined.merge(
            not + "/" + own.fact(),
            part,
            (before, _) -> {
              Reason first = not ? before.because().getFirst() : before;
              Set<String> options = new LinkedHashSet<>(((Rule.Contains) first.rule()).options());
              options.addAll(own.options());
              Rule both = new Rule.Contains(own.fact(), List.copyOf(options), true);
              Reason whole = new Reason(both, inner.truth(), List.of());
              return not ? new Reason(new Rule.Not(both), part.truth(), List.of(whole)) : whole;
            });
      } else {
        joined.put("own/" + joined.size(), part);
      }
    }
    return List.copyOf(joined.values());
  }

  /** A part without the groups around it that say nothing: of one, or conjunctions again. */
  private Stream<Reason> bare(Reason part) {
    boolean group = part.rule() instanceof Rule.And || part.rule() instanceof Rule.Or;
    boolean all = part.rule() instanceof Rule.And == straight;
    return group && truth(part) == Truth.TRUE && (all || part.because().size() == 1)
        ? part.because().stream().flatMap(this::bare)
        : Stream.of(part);
  }

  /** What holds and makes something else necessary: said as it is, without a demand. */
  private Explanation premise(Reason reason) {
    return new Sentence(to, true, condition).explain(reason);
  }

  /**
   * Of a failed choice between cases, the cases that come nearest: those of which most parts hold.
   * A system of the first class is not told what the second class would need.
   */
  private List<Reason> nearest(Reason reason) {
    if (truth(reason) != Truth.FALSE || !straight) {
      return reason.because();
    }
    int most = 0;
    for (Reason part : reason.because()) {
      most = Math.max(most, holding(part.rule()));
    }
    int wanted = most;
    return reason.because().stream()
        .filter(part -> holding(part.rule()) == wanted || !(part.rule() instanceof Rule.And))
        .toList();
  }

  private int holding(Rule rule) {
    return rule instanceof Rule.And and
        ? (int) and.rules().stream().filter(part -> to.truth(part) == Truth.TRUE).count()
        : 0;
  }

  private Explanation plain(Reason reason) {
    return new Explanation(
        to.say(
            switch (truth(reason)) {
              case TRUE -> Phrases.ALWAYS;
              case FALSE -> Phrases.NEVER;
              case UNKNOWN -> ValueText.UNKNOWN;
            }),
        truth(reason),
        "",
        null,
        List.of());
  }

  private Explanation contains(Reason reason, Rule.Contains contains) {
    Fact fact = to.fact(contains.fact());
    Object value = to.value(new Operand.FactValue(contains.fact()));
    if (!(value instanceof List<?> chosen)) {
      return to.line(contains.fact(), null, wanted(fact, contains), truth(reason));
    }
    List<String> asked = contains.options();
    List<String> there = asked.stream().filter(chosen::contains).toList();
    List<String> lacking = asked.stream().filter(o -> !chosen.contains(o)).toList();
    boolean holds = reason.truth() == Truth.TRUE;
    String shown = null; // the whole value
    String demand = "";
    if (holds) {
      shown = labels(fact, there);
      if (truth(reason) == Truth.FALSE) {
        demand =
            condition ? to.say(Phrases.NOT_FOR) + labels(fact, there) : to.say(Phrases.UNWANTED);
      }
    } else if (!chosen.isEmpty() && there.isEmpty()) {
      shown = to.say(Phrases.NOT_AMONG) + labels(fact, asked);
    } else if (truth(reason) == Truth.FALSE) {
      shown = chosen.isEmpty() ? null : labels(fact, there);
      demand =
          contains.any()
              ? wanted(fact, contains)
              : to.say(condition ? Phrases.ONLY : Phrases.MISSING) + labels(fact, lacking);
    }
    return to.line(contains.fact(), shown, demand, truth(reason));
  }

  private String wanted(Fact fact, Rule.Contains contains) {
    return to.say(
            contains.any() && contains.options().size() > 1 ? Phrases.NEEDS_ONE : Phrases.NEEDS)
        + labels(fact, contains.options());
  }

  private Explanation oneOf(Reason reason, Rule.OneOf oneOf) {
    if (!(oneOf.value() instanceof Operand.FactValue f)) {
      return plain(reason);
    }
    return to.line(
        f.fact(), null, options(to.fact(f.fact()), oneOf.options(), reason), truth(reason));
  }

  /** What a choice must or must not be; nothing when it is as it should be. */
  private String options(Fact fact, List<String> options, Reason reason) {
    if (truth(reason) == Truth.TRUE) {
      return "";
    }
    if (condition) {
      return to.say(straight ? Phrases.ONLY : Phrases.NOT_FOR) + labels(fact, options);
    }
    return to.say(
            straight ? options.size() > 1 ? Phrases.MUST_ONE : Phrases.MUST : Phrases.MUST_NOT)
        + labels(fact, options);
  }

  private String labels(Fact fact, List<String> options) {
    return String.join(
        "; ", options.stream().map(o -> ValueText.label(fact, o, to.lang())).toList());
  }

  private Explanation within(Reason reason, Rule.Within within) {
    if (!(within.date() instanceof Operand.FactValue f)) {
      return plain(reason);
    }
    Object period = to.value(within.period());
    String demand = Phrases.ago(to.bare(period, null), to.lang()) + to.cited(within.period());
    if (to.value(within.date()) instanceof LocalDate date && period instanceof Period p) {
      LocalDate end = date.plus(p);
      if (date.isAfter(to.asOf())) {
        demand += "; " + to.say(Phrases.AFTER_DAY);
      } else {
        demand +=
            "; " + to.say(end.isBefore(to.asOf()) ? Phrases.EXPIRED : Phrases.UNTIL) + to.day(end);
      }
    }
    return with(to.line(f.fact(), null, demand, truth(reason)), others(within.period(), f.fact()));
  }

  private Explanation compare(Reason reason, Rule.Compare compare) {
    Rule.Relation relation = straight ? compare.relation() : Phrases.negated(compare.relation());
    int left = subject(compare.left());
    if (left >= 0) {
      return compare(reason, left, compare.left(), relation, compare.right());
    }
    int right = subject(compare.right());
    if (right >= 0) {
      return compare(reason, right, compare.right(), Phrases.turned(relation), compare.left());
    }
    return plain(reason);
  }

  private Explanation compare(
      Reason reason, int fact, Operand about, Rule.Relation relation, Operand bound) {
    Fact f = to.fact(fact);
    Object value = to.value(bound);
    if (about instanceof Operand.FactValue && value instanceof String option) {
      boolean equal = relation == Rule.Relation.EQUAL;
      String demand =
          truth(reason) == Truth.TRUE
              ? ""
              : to.say(
                      condition
                          ? equal ? Phrases.ONLY : Phrases.NOT_FOR
                          : equal ? Phrases.MUST : Phrases.MUST_NOT)
                  + ValueText.label(f, option, to.lang());
      return to.line(fact, null, demand, truth(reason));
    }
    if (about instanceof Operand.Plus plus
        && bound instanceof Operand.AsOf
        && to.value(about) instanceof LocalDate end) {
      boolean over = end.isBefore(to.asOf());
      String demand =
          to.say(over ? Phrases.TERM_ENDED : Phrases.TERM_ENDS)
              + to.day(end)
              + to.cited(plus.right());
      return to.line(fact, null, demand, truth(reason));
    }
    if (condition && truth(reason) == Truth.TRUE) {
      return to.line(fact, null, "", Truth.TRUE);
    }
    String demand =
        value instanceof LocalDate day && about instanceof Operand.FactValue
            ? Phrases.onDay(relation, to.day(day), to.lang())
            : (condition && relation == Rule.Relation.EQUAL
                    ? ""
                    : Phrases.relation(relation, to.lang()))
                + to.bare(value, f.unit());
    demand = (condition ? to.say(Phrases.ONLY) : "") + demand + to.cited(bound);
    if (about instanceof Operand.Size && to.value(about) instanceof Double size) {
      return to.line(fact, to.bare(size, null), demand, truth(reason));
    }
    return with(to.line(fact, null, demand, truth(reason)), others(bound, fact));
  }

  /** The facts that stand in a bound, each as a line of its own. */
  private List<Explanation> others(Operand bound, int except) {
    List<Explanation> lines = new ArrayList<>();
    Evaluation.facts(
        bound,
        fact -> {
          if (fact != except) {
            Object value = to.value(new Operand.FactValue(fact));
            lines.add(to.line(fact, null, "", value == null ? Truth.UNKNOWN : Truth.TRUE));
          }
        });
    return lines;
  }

  private static Explanation with(Explanation line, List<Explanation> parts) {
    return parts.isEmpty()
        ? line
        : new Explanation(line.text(), line.truth(), line.fact(), line.source(), parts);
  }

  /** The fact that an operand is chiefly about, or -1. */
  private static int subject(@Nullable Operand operand) {
    return switch (operand) {
      case Operand.FactValue fact -> fact.fact();
      case Operand.Size size -> size.fact();
      case Operand.Plus plus -> subject(plus.left());
      case Operand.Minus minus -> Math.max(subject(minus.left()), subject(minus.right()));
      case null, default -> -1;
    };
  }
}
