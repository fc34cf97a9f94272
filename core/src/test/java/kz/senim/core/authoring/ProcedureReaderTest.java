package kz.senim.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import kz.senim.core.MiniLaw;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

/** A table in which a case could get stuck or go astray is refused, with the place. */
class ProcedureReaderTest {

  @Test
  void the_mini_procedure_has_no_mistakes() {
    assertThat(LawReader.read(MiniLaw.procedureFiles("procedure.yaml", "", "")).cases())
        .isEqualTo(6 + 7);
  }

  @Test
  void a_stage_that_nothing_leads_to() {
    assertThat(
            table(
                "  - {stage: answered,",
                "  - {stage: lost, name: {en: Lost, ru: Потеряно, kk: Жоғалды}, outcome: lost}\n"
                    + "  - {stage: answered,"))
        .contains("procedure.yaml:15:13: no act or lapse leads to the stage 'lost'");
  }

  @Test
  void a_dead_end() {
    assertThat(table(", outcome: answered}", "}"))
        .contains(
            "procedure.yaml:15:13: a dead end: no act leads on from 'answered', and it has no"
                + " outcome");
  }

  @Test
  void acts_after_a_final_stage() {
    assertThat(
            table("from: [asked, urgent]\n    cites", "from: [asked, urgent, answered]\n    cites"))
        .contains("'answered' is final (it has an outcome), but acts follow it");
  }

  @Test
  void an_act_without_an_actor() {
    assertThat(table("    by: [office]\n", ""))
        .contains("an act without an actor: 'by' is missing");
  }

  @Test
  void an_actor_that_is_no_role() {
    assertThat(table("by: [office]", "by: [offise]"))
        .contains("the procedure has no role 'offise'; did you mean 'office'?");
  }

  @Test
  void a_clock_that_nobody_owns() {
    assertThat(
            table(
                "    owner: office\n    term: 3\n    unit: working",
                "    term: 3\n    unit: working"))
        .contains("'owner' is missing");
  }

  @Test
  void a_clock_that_nothing_stops() {
    assertThat(
            table("    stops: [answer]\n    when: \"!case.urgent\"", "    when: \"!case.urgent\""))
        .contains("a clock that nothing stops: neither 'stops' nor 'lapse'");
    assertThat(
            table(
                "    stops: [answer]\n    when: \"!case.urgent\"",
                "    stops: [ask]\n    when: \"!case.urgent\""))
        .contains("a clock that nothing stops: none of [ask] can come after its start");
  }

  @Test
  void a_clock_that_nothing_starts() {
    assertThat(
            table(
                "    starts: [ask]\n    stops: [answer]\n    when: \"!case.urgent\"",
                "    stops: [answer]\n    when: \"!case.urgent\""))
        .contains("a clock that nothing starts");
  }

  @Test
  void hours_are_not_counted_from_a_day() {
    assertThat(table("unit: working-days", "unit: hours"))
        .contains("hours are counted from the act's own moment");
    assertThat(table("counted-from: received-on", "counted-from: urgent"))
        .contains("the field 'urgent' is not a date");
  }

  @Test
  void guards_that_can_hold_at_once() {
    assertThat(table("    guard: \"case.urgent\"\n", ""))
        .contains("'ask' stands twice with guards that can hold at once");
    assertThat(table("guard: \"case.urgent\"", "guard: \"case.urgent || done.ask == 0\""))
        .contains("'ask' stands twice with guards that can hold at once");
  }

  @Test
  void a_guard_that_does_not_compile() {
    assertThat(table("guard: \"case.urgent\"", "guard: \"case.urgnt\""))
        .contains("did you mean 'case.urgent'?");
  }

  @Test
  void rows_that_stand_twice() {
    assertThat(
            table(
                "  - {role: office,",
                "  - {role: asker, name: {en: X, ru: Х, kk: Ә}}\n  - {role: office,"))
        .contains("the role 'asker' stands twice");
  }

  @Test
  void a_citation_that_leads_nowhere() {
    assertThat(table("cites: \"1/2\"}", "cites: \"1/9\"}"))
        .contains("there is no provision '1/9' in T1");
  }

  @Test
  void a_final_stage_without_a_story_and_a_term_never_missed() {
    String text =
        stories(
            "    at: 2022-03-02 01:00\n    expect: {stage: dropped, outcome: dropped, clocks: {urgent-answer: lapsed}}",
            "    expect: {stage: urgent}");
    assertThat(text)
        .contains("no story of request ends in 'dropped'")
        .contains("no story of request misses the term 'urgent-answer'");
  }

  @Test
  void a_term_that_no_story_tries_at_its_very_end() {
    assertThat(stories("at: 2022-03-04 23:59:59", "at: 2022-03-04 23:59:58"))
        .contains("no story of request keeps the term 'answer' at its last moment");
    assertThat(stories("at: 2022-03-05 00:00", "at: 2022-03-05 00:00:01"))
        .contains("no story of request misses the term 'answer' at the moment it is over");
    assertThat(stories("at: 2022-03-02 00:59", "at: 2022-03-02 00:58"))
        .contains("no story of request keeps the term 'urgent-answer' at its last moment");
    assertThat(stories("at: 2022-03-02 01:00", "at: 2022-03-02 01:01"))
        .contains("no story of request misses the term 'urgent-answer' at the moment it is over");
  }

  @Test
  void a_story_that_comes_out_otherwise() {
    assertThat(stories("due: {answer: 2022-03-04}", "due: {answer: 2022-03-07}"))
        .contains("due day of answer is 2022-03-04, not 2022-03-07");
    assertThat(stories("refused: \"it lacks: the letter\"", "refused: \"it lacks: the door\""))
        .contains("story 'a question needs its letter': act '1' is refused: it lacks: the letter");
  }

  @Test
  void a_story_after_one_that_is_not_there_or_after_itself() {
    assertThat(
            stories(
                "    after: a question is asked\n    acts: [{act: answer, at: 2022-03-05",
                "    after: a question is asket\n    acts: [{act: answer, at: 2022-03-05"))
        .contains("there is no story 'a question is asket' in this file; did you mean");
    assertThat(
            stories(
                "    acts: [{act: ask, at: 2022-03-01 10:00}]\n",
                "    after: it is answered in time\n"))
        .contains("the story comes after itself");
  }

  @Test
  void what_an_act_does_not_have_cannot_be_left_out() {
    assertThat(stories("without: [letter]", "without: [leter]"))
        .contains("'leter' cannot be left out: the act does not have it anyway");
  }

  private static String table(String old, String replacement) {
    return problems("procedure.yaml", old, replacement);
  }

  private static String stories(String old, String replacement) {
    return problems("stories.yaml", old, replacement);
  }

  private static String problems(String file, String old, String replacement) {
    InvalidSource invalid =
        catchThrowableOfType(
            InvalidSource.class,
            () -> LawReader.read(MiniLaw.procedureFiles(file, old, replacement)));
    assertThat(invalid).as("no mistake was found").isNotNull();
    return invalid.problems().render(Lang.EN);
  }
}
