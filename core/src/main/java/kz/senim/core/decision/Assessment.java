package kz.senim.core.decision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a subject stands before the law on one day.
 *
 * @param decisions one for each requirement in force that day, in the order of the law's text
 */
public record Assessment(LocalDate asOf, List<Decision> decisions, List<Warning> warnings) {

  /** How many decisions came out each way; every outcome has a number. */
  public Map<Outcome, Integer> summary() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    decisions.forEach(decision -> counts.merge(decision.outcome(), 1, Integer::sum));
    return counts;
  }

  public List<Decision> with(Outcome outcome) {
    return decisions.stream().filter(decision -> decision.outcome() == outcome).toList();
  }
}
