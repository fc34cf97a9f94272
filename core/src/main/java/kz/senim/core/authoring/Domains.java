package kz.senim.core.authoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The values of each fact that can make a difference to some rules. */
final class Domains {

  /** Beyond so many combinations the values are not tried. */
  static final int MOST_COMBINATIONS = 20_000;

  private final List<Name> variables;
  private final @Nullable Object[] limits;
  private final LocalDate day;
  private final Map<Integer, Set<Object>> values = new HashMap<>();

  Domains(List<Name> variables, @Nullable Object[] limits, LocalDate day, List<Rule> rules) {
    this.variables = variables;
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
    return values.computeIfAbsent(index, i -> start(variables.get(i)));
  }

  private static Set<Object> start(Name fact) {
    Set<Object> set = new LinkedHashSet<>();
    switch (fact.type()) {
      case BOOLEAN -> set.addAll(List.of(true, false));
      case CHOICE -> set.addAll(fact.options());
      case SET -> {
        set.add(List.of());
        set.add(fact.options());
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
        if (w.date() instanceof Operand.FactValue f && value(w.period()) instanceof Period period) {
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
    return new Evaluation(new Object[variables.size()], limits, day).value(operand);
  }

  private void add(int fact, Object value) {
    of(fact).add(value);
  }
}
