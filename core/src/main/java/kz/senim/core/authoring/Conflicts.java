package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Name;
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
 * combinations. A pair with more than {@link Domains#MOST_COMBINATIONS} of them is left out: what
 * it reports is a conflict, what it is silent on is not proved free of one.
 */
final class Conflicts {

  private final LawBook book;
  private final Map<String, Position> at;
  private final Problems problems;
  private final List<Name> variables;

  Conflicts(LawBook book, Map<String, Position> at, Problems problems) {
    this.book = book;
    this.at = at;
    this.problems = problems;
    this.variables =
        book.facts().stream().map(f -> new Name(false, 0, f.type(), f.optionIds())).toList();
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
    Domains domains = new Domains(variables, limits, day, List.of(bothApply, bothMet));
    if (domains.anyEmpty(gate)
        || domains.anyEmpty(demanded)
        || domains.combinations(gate) * domains.combinations(demanded)
            > Domains.MOST_COMBINATIONS) {
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
          at.getOrDefault(b.id(), Position.of("law")), LawMistake.CONFLICT.with(b.id(), a.id()));
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
}
