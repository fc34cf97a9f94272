package kz.senim.core.authoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of requirements that bind the same subject at once and can never both be met.
 *
 * <p>For each pair that shares a fact in what it demands, the values that matter (options, and
 * numbers, dates and periods at and around the bounds in the two rules) are tried in all
 * combinations. A pair with more than {@link #MOST_COMBINATIONS} of them is left out: what it
 * reports is a conflict, what it is silent on is not proved free of one.
 */
final class Conflicts {

  private static final int MOST_COMBINATIONS = 20_000;

  private final LawBook book;
  private final Map<String, Position> at;
  private final Problems problems;

  Conflicts(LawBook book, Map<String, Position> at, Problems problems) {
    this.book = book;
    this.at = at;
    this.problems = problems;
  }

  void find() {
    List<Requirement> all = book.requirements();
    BitSet[] demands = new BitSet[all.size()];
    for (int i = 0; i < demands.length; i++) {
      demands[i] = new BitSet();
      Evaluation.facts(all.get(i).met(), demands[i]::set);
    }
    for (int i = 0; i < demands.length; i++) {
      for (int j = i + 1; j < demands.length; j++) {
        if (demands[i].intersects(demands[j]) && overlap(all.get(i), all.get(j))) {
          check(all.get(i), all.get(j));
        }
      }
    }
  }

  private static boolean overlap(Requirement a, Requirement b) {
    LocalDate aEnd = a.until();
    LocalDate bEnd = b.until();
    return (aEnd == null || b.from().isBefore(aEnd)) && (bEnd == null || a.from().isBefore(bEnd));
  }

  private void check(Requirement a, Requirement b) {
    LocalDate day = a.from().isAfter(b.from()) ? a.from() : b.from();
    @Nullable Object[] limits = book.parametersOn(day);
    Rule bothApply = new Rule.And(List.of(applies(a), applies(b)));
    Rule bothMet = new Rule.And(List.of(a.met(), b.met()));
    BitSet gate = new BitSet();
    Evaluation.facts(bothApply, gate::set);
    BitSet demanded = new BitSet();
    Evaluation.facts(bothMet, demanded::set);
    demanded.andNot(gate);
    Domains domains = new Domains(book, limits, day, List.of(bothApply, bothMet));
    if (domains.anyEmpty(gate)
        || domains.anyEmpty(demanded)
        || domains.combinations(gate) * domains.combinations(demanded) > MOST_COMBINATIONS) {
      return;
    }
    boolean[] everBoth = {false};
    boolean[] conflict = {false};
    domains.each(
        gate,
        new Object[book.facts().size()],
        values -> {
          Evaluation evaluation = new Evaluation(values, limits, day);
          if (conflict[0] || evaluation.truth(bothApply) != Truth.TRUE) {
            return;
          }
          everBoth[0] = true;
          boolean[] possible = {false};
          domains.each(
              demanded,
              values,
              filled ->
                  possible[0] |= new Evaluation(filled, limits, day).truth(bothMet) == Truth.TRUE);
          conflict[0] = !possible[0];
        });
    if (everBoth[0] && conflict[0]) {
      problems.add(
          at.getOrDefault(b.id(), Position.of("law")),
          b.id()
              + " conflicts with "
              + a.id()
              + ": where both apply, not both can be met; name the exception in one of them");
    }
  }

  private Rule applies(Requirement r) {
    List<Rule> parts = new ArrayList<>();
    if (r.applies() != null) {
      parts.add(r.applies());
    }
    r.exceptions().forEach(e -> parts.add(new Rule.Not(e.when())));
    parts.add(
        new Rule.Or(
            book.vocabulary().addressees().stream()
                .filter(x -> r.addressees().contains(x.id()))
                .map(x -> x.when())
                .toList()));
    return new Rule.And(parts);
  }

  /** The values of each fact that can make a difference to some rules. */
  private static final class Domains {

    private final LawBook book;
    private final @Nullable Object[] limits;
    private final LocalDate day;
    private final Map<Integer, Set<Object>> values = new java.util.HashMap<>();

    Domains(LawBook book, @Nullable Object[] limits, LocalDate day, List<Rule> rules) {
      this.book = book;
      this.limits = limits;
      this.day = day;
      rules.forEach(this::collect);
    }

    /** Whether the rules give no value to try for some fact (it is only compared with another). */
    boolean anyEmpty(BitSet facts) {
      return facts.stream().anyMatch(fact -> of(fact).isEmpty());
    }

    long combinations(BitSet facts) {
      long product = 1;
      for (int f = facts.nextSetBit(0); f >= 0; f = facts.nextSetBit(f + 1)) {
        product *= Math.max(1, of(f).size());
        if (product > MOST_COMBINATIONS) {
          return product;
        }
      }
      return product;
    }

    void each(BitSet facts, @Nullable Object[] start, Consumer<@Nullable Object[]> visit) {
      each(facts, facts.nextSetBit(0), start.clone(), visit);
    }

    private void each(
        BitSet facts, int fact, @Nullable Object[] current, Consumer<@Nullable Object[]> visit) {
      if (fact < 0) {
        visit.accept(current);
        return;
      }
      for (Object value : of(fact)) {
        current[fact] = value;
        each(facts, facts.nextSetBit(fact + 1), current, visit);
      }
      current[fact] = null;
    }

    private Set<Object> of(int index) {
      return values.computeIfAbsent(index, i -> start(book.facts().get(i)));
    }

    private static Set<Object> start(Fact fact) {
      Set<Object> set = new LinkedHashSet<>();
      switch (fact.type()) {
        case BOOLEAN -> set.addAll(List.of(true, false));
        case CHOICE -> set.addAll(fact.optionIds());
        case SET -> {
          set.add(List.of());
          set.add(fact.optionIds());
        }
        case TEXT -> set.add("");
        case NUMBER, DATE, PERIOD -> {}
      }
      return set;
    }

    private void collect(Rule rule) {
      switch (rule) {
        case Rule.And and -> and.rules().forEach(this::collect);
        case Rule.Or or -> or.rules().forEach(this::collect);
        case Rule.Not not -> collect(not.rule());
        case Rule.Compare c -> {
          around(c.left(), c.right());
          around(c.right(), c.left());
        }
        case Rule.Within w -> {
          if (w.date() instanceof Operand.FactValue f
              && value(w.period()) instanceof Period period) {
            add(f.fact(), day);
            add(f.fact(), day.minus(period));
            add(f.fact(), day.minus(period).minusDays(1));
          }
        }
        case Rule.Contains c -> {
          of(c.fact()).add(c.options());
          for (String option : c.options()) {
            add(c.fact(), List.of(option));
          }
        }
        default -> {}
      }
    }

    private void around(Operand fact, Operand bound) {
      if (!(fact instanceof Operand.FactValue f)) {
        return;
      }
      switch (value(bound)) {
        case Double number -> {
          add(f.fact(), number);
          add(f.fact(), number - 1);
          add(f.fact(), number + 1);
        }
        case LocalDate date -> {
          add(f.fact(), date);
          add(f.fact(), date.minusDays(1));
          add(f.fact(), date.plusDays(1));
        }
        case Period period -> {
          add(f.fact(), period);
          add(f.fact(), Period.ZERO);
          add(f.fact(), period.plusMonths(1).normalized());
        }
        case null, default -> {}
      }
    }

    private @Nullable Object value(Operand operand) {
      return new Evaluation(new Object[book.facts().size()], limits, day).value(operand);
    }

    private void add(int fact, Object value) {
      of(fact).add(value);
    }
  }
}
