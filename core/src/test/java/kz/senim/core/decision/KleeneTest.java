package kz.senim.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.MiniLaw;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a decided outcome owes to what is known. */
class KleeneTest {

  private static final LawBook BOOK = MiniLaw.book();
  private static final Assessor ASSESSOR = new Assessor(BOOK);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  @Property
  void learning_more_never_changes_what_is_decided(
      @ForAll("subjects") Map<Integer, Object> known,
      @ForAll("subjects") Map<Integer, Object> more) {
    Map<Integer, Object> all = new HashMap<>(more);
    all.putAll(known);
    Map<String, Outcome> before = outcomes(known);
    Map<String, Outcome> after = outcomes(all);
    before.forEach(
        (id, outcome) -> {
          if (outcome != Outcome.UNDECIDED) {
            assertThat(after.get(id)).as(id).isEqualTo(outcome);
          }
        });
  }

  @Property
  void what_is_undecided_names_what_it_lacks_and_nothing_that_is_known(
      @ForAll("subjects") Map<Integer, Object> known) {
    for (Decision decision : ASSESSOR.assess(facts(known), DAY).decisions()) {
      assertThat(decision.missing().isEmpty()).isEqualTo(decision.outcome() != Outcome.UNDECIDED);
      assertThat(decision.missing()).noneMatch(known::containsKey);
    }
  }

  @Property
  void the_quick_outcomes_are_those_with_reasons(@ForAll("subjects") Map<Integer, Object> known) {
    Facts facts = facts(known);
    List<Integer> all =
        java.util.stream.IntStream.range(0, ASSESSOR.size())
            .filter(i -> ASSESSOR.inForce(i, DAY))
            .boxed()
            .toList();
    assertThat(List.of(ASSESSOR.outcomes(facts.on(DAY), DAY, all)))
        .isEqualTo(
            ASSESSOR.assess(facts, DAY).decisions().stream().map(Decision::outcome).toList());
  }

  @Provide
  Arbitrary<Map<Integer, Object>> subjects() {
    Arbitrary<Integer> fact = Arbitraries.integers().between(0, BOOK.facts().size() - 1);
    return fact.flatMap(f -> value(BOOK.facts().get(f)).map(v -> Map.entry(f, v)))
        .list()
        .ofMaxSize(8)
        .map(
            entries -> {
              Map<Integer, Object> map = new HashMap<>();
              entries.forEach(e -> map.put(e.getKey(), e.getValue()));
              return map;
            });
  }

  private static Arbitrary<Object> value(Fact fact) {
    return switch (fact.type()) {
      case BOOLEAN -> Arbitraries.of(true, false);
      case NUMBER -> Arbitraries.of(1.0, 1.2, 2.0).map(n -> n);
      case DATE ->
          Arbitraries.of(DAY, DAY.minusYears(2), DAY.minusYears(2).minusDays(1)).map(d -> d);
      case PERIOD -> Arbitraries.of(Period.ofMonths(35), Period.ofYears(3)).map(p -> p);
      case CHOICE -> Arbitraries.of(fact.optionIds()).map(o -> o);
      case SET ->
          Arbitraries.subsetOf(fact.optionIds())
              .map(s -> fact.optionIds().stream().filter(s::contains).toList());
      case TEXT -> Arbitraries.of("a", "b").map(t -> t);
    };
  }

  private static Map<String, Outcome> outcomes(Map<Integer, Object> known) {
    Map<String, Outcome> outcomes = new HashMap<>();
    ASSESSOR
        .assess(facts(known), DAY)
        .decisions()
        .forEach(d -> outcomes.put(d.requirement().id(), d.outcome()));
    return outcomes;
  }

  private static Facts facts(Map<Integer, Object> known) {
    Facts.Builder builder = new Facts.Builder(BOOK);
    known.forEach((fact, value) -> builder.put(fact, FactValue.declared(value)));
    return builder.build();
  }
}
