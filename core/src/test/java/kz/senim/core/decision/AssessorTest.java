package kz.senim.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.senim.core.MiniLaw;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

class AssessorTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  private final LawBook book = MiniLaw.book();
  private final Assessor assessor = new Assessor(book);

  @Test
  void unknown_is_not_no() {
    Decision decision =
        decide("org.kind: state, logs.kept: true, logs.retention: 3 years", "t-1-1");
    assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(names(decision)).containsExactly("logs.sources");
  }

  @Test
  void one_false_part_decides_whatever_else_is_unknown() {
    Decision decision = decide("org.kind: state, logs.kept: true, logs.retention: 1 year", "t-1-1");
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(lines(decision, "logs.retention: 1 year", Lang.EN))
        .containsExactly("How long are logs kept? — 1 year (at least 3 years, paragraph 1(1))");
  }

  @Test
  void whom_it_does_not_address_it_does_not_bind() {
    Decision decision = decide("org.kind: private", "t-1-1");
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(lines(decision, "org.kind: private", Lang.RU))
        .containsExactly("Адресовано: Госорган");
  }

  @Test
  void without_a_server_room_its_door_does_not_matter() {
    assertThat(decide("room.operated: no", "t-2").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void an_unknown_gate_leaves_it_undecided_and_names_the_gate_first() {
    Decision decision = decide("logs.kept: true", "t-1-1");
    assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(names(decision)).containsExactly("org.kind", "logs.retention", "logs.sources");
  }

  @Test
  void an_expired_fact_is_unknown_again_and_named_in_a_warning() {
    int fact = book.factIndex("room.doorWidth");
    Facts facts =
        MiniLaw.facts(book, "room.operated: yes")
            .with(
                fact,
                new FactValue(
                    1.5, FactValue.Source.MEASURED, "laser", null, null, null, DAY, "report 7"));
    assertThat(outcome(facts, DAY, "t-2")).isEqualTo(Outcome.MET);
    assertThat(outcome(facts, DAY.plusDays(1), "t-2")).isEqualTo(Outcome.UNDECIDED);
    assertThat(assessor.assess(facts, DAY.plusDays(1)).warnings())
        .extracting(Warning::kind)
        .contains(Warning.Kind.EXPIRED_FACTS);
  }

  @Test
  void a_day_before_the_act_is_an_error() {
    assertThatThrownBy(() -> assessor.assess(Facts.none(book), LocalDate.of(2020, 1, 10)))
        .isInstanceOf(BeforeTheLaw.class)
        .hasMessageContaining("2020-01-11");
  }

  @Test
  void a_day_after_the_last_check_is_answered_and_marked() {
    assertThat(kinds(LocalDate.of(2025, 2, 28))).isEmpty();
    assertThat(kinds(LocalDate.of(2025, 3, 1))).containsExactly(Warning.Kind.KNOWN_CHANGE);
    assertThat(kinds(LocalDate.of(2025, 6, 2)))
        .containsExactly(Warning.Kind.NOT_VERIFIED, Warning.Kind.KNOWN_CHANGE);
  }

  @Test
  void a_provision_amended_later_is_answered_and_marked() {
    Decision decision =
        assessor.assess(Facts.none(book), LocalDate.of(2021, 1, 1)).decisions().getFirst();
    assertThat(decision.requirement().id()).isEqualTo("t-1-1");
    assertThat(decision.earlierWording()).isTrue();
  }

  @Test
  void a_requirement_added_later_is_not_asked_before() {
    assertThat(ids(LocalDate.of(2021, 12, 29))).doesNotContain("t-3");
    assertThat(ids(LocalDate.of(2021, 12, 30))).contains("t-3");
  }

  @Test
  void the_interview_asks_what_settles_most_and_ends() {
    Interview interview = new Interview(assessor);
    Facts facts = Facts.none(book);
    List<String> asked = new java.util.ArrayList<>();
    for (var next = interview.next(facts, DAY);
        next.isPresent();
        next = interview.next(facts, DAY)) {
      int fact = next.get().fact();
      asked.add(book.facts().get(fact).id());
      facts = facts.with(fact, FactValue.declared(answer(book.facts().get(fact).id())));
    }
    assertThat(asked.getFirst()).isEqualTo("org.kind");
    assertThat(asked).doesNotHaveDuplicates().doesNotContain("room.doorWidth");
    assertThat(assessor.assess(facts, DAY).with(Outcome.UNDECIDED)).isEmpty();
  }

  private static Object answer(String fact) {
    return switch (fact) {
      case "org.kind" -> "state";
      case "logs.retention" -> Period.ofYears(3);
      case "logs.sources" -> List.of("os", "db");
      case "policy.reviewedOn" -> DAY;
      case "room.operated" -> false;
      default -> true;
    };
  }

  private Decision decide(String facts, String requirement) {
    return assessor.assess(MiniLaw.facts(book, facts), DAY).decisions().stream()
        .filter(d -> d.requirement().id().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private Outcome outcome(Facts facts, LocalDate day, String requirement) {
    Map<String, Outcome> outcomes =
        assessor.assess(facts, day).decisions().stream()
            .collect(Collectors.toMap(d -> d.requirement().id(), Decision::outcome));
    return outcomes.get(requirement);
  }

  private List<String> names(Decision decision) {
    return decision.missing().stream().map(f -> book.facts().get(f).id()).toList();
  }

  private List<String> lines(Decision decision, String facts, Lang lang) {
    return new Explainer(book, MiniLaw.facts(book, facts), DAY, lang)
        .lines(decision).stream().map(Explanation::text).toList();
  }

  private List<Warning.Kind> kinds(LocalDate day) {
    return assessor.assess(Facts.none(book), day).warnings().stream().map(Warning::kind).toList();
  }

  private List<String> ids(LocalDate day) {
    return assessor.assess(Facts.none(book), day).decisions().stream()
        .map(d -> d.requirement().id())
        .toList();
  }
}
