package kz.senim.core.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next question worth asking: the one whose answer is expected to settle the most open
 * requirements. Pure and immutable; make one per book.
 */
public final class Interview {

  /** A fact known only by a measurement is not asked of a person. */
  private static final String TOOL = "tool";

  private final Assessor assessor;
  private final LawBook book;
  private final Map<Integer, List<Integer>> requirementsOf = new HashMap<>();

  public Interview(Assessor assessor) {
    this.assessor = assessor;
    this.book = assessor.book();
    for (int i = 0; i < assessor.size(); i++) {
      int requirement = i;
      assessor.dependsOn(i).stream()
          .forEach(
              fact ->
                  requirementsOf.computeIfAbsent(fact, _ -> new ArrayList<>()).add(requirement));
    }
  }

  /**
   * A question.
   *
   * @param fact index of the fact to ask for
   * @param settles how many open requirements an answer is expected to settle, on average
   * @param concerns the open requirements that wait for it, in the order of the law's text
   * @param open how many requirements are undecided now
   */
  public record Question(int fact, double settles, List<Requirement> concerns, int open) {}

  /** The next question, or empty when nothing undecided depends on what a person can tell. */
  public Optional<Question> next(Facts facts, LocalDate asOf) {
    return next(facts, asOf, new BitSet());
  }

  /**
   * The next question that is not in {@code declined}.
   *
   * @param declined indexes of facts that the person did not know
   */
  public Optional<Question> next(Facts facts, LocalDate asOf, BitSet declined) {
    Assessment assessment = assessor.assess(facts, asOf);
    Map<Integer, List<Requirement>> waiting = new HashMap<>();
    List<Decision> open = assessment.with(Outcome.UNDECIDED);
    for (Decision decision : open) {
      for (int fact : decision.missing()) {
        if (!declined.get(fact) && !book.facts().get(fact).knownBy().equals(TOOL)) {
          waiting.computeIfAbsent(fact, _ -> new ArrayList<>()).add(decision.requirement());
        }
      }
    }
    @Nullable Object[] values = facts.on(asOf);
    Question best = null;
    for (int fact : waiting.keySet().stream().sorted().toList()) {
      List<Requirement> concerns = waiting.getOrDefault(fact, List.of());
      double settles = expected(fact, values, asOf);
      // What many wait for comes first among those that settle nothing by themselves.
      double weight = settles + concerns.size() / 1000.0;
      if (best == null || weight > best.settles() + best.concerns().size() / 1000.0) {
        best = new Question(fact, settles, concerns, open.size());
      }
    }
    return Optional.ofNullable(best);
  }

  private double expected(int fact, @Nullable Object[] values, LocalDate asOf) {
    List<Integer> affected =
        requirementsOf.getOrDefault(fact, List.of()).stream()
            .filter(requirement -> assessor.inForce(requirement, asOf))
            .toList();
    long before = undecided(assessor.outcomes(values, asOf, affected));
    Set<Object> candidates = probes(fact, asOf);
    double settled = 0;
    @Nullable Object[] copy = values.clone();
    for (Object candidate : candidates) {
      copy[fact] = candidate;
      settled += before - undecided(assessor.outcomes(copy, asOf, affected));
    }
    return candidates.isEmpty() ? 0 : settled / candidates.size();
  }

  private static long undecided(Outcome[] outcomes) {
    long count = 0;
    for (Outcome outcome : outcomes) {
      if (outcome == Outcome.UNDECIDED) {
        count++;
      }
    }
    return count;
  }

  /** Answers to try: every option, and of values a few from one end of the scale to the other. */
  private Set<Object> probes(int index, LocalDate asOf) {
    Fact fact = book.facts().get(index);
    Set<Object> found = new LinkedHashSet<>();
    switch (fact.type()) {
      case BOOLEAN -> {
        found.add(true);
        found.add(false);
      }
      case CHOICE -> found.addAll(fact.optionIds());
      case SET -> {
        found.add(fact.optionIds());
        found.add(List.of());
      }
      case TEXT -> found.add("");
      case NUMBER -> found.addAll(List.of(0.0, 1.0, 2.0, 3.0, 1e9));
      case DATE -> found.addAll(List.of(asOf, asOf.minusYears(1), asOf.minusYears(20)));
      case PERIOD -> found.addAll(List.of(Period.ZERO, Period.ofYears(100)));
    }
    return found;
  }
}
