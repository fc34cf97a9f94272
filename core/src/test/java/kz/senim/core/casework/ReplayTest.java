package kz.senim.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import kz.senim.core.MiniLaw;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

/** What a case comes to, by the procedure of the mini law: ask, remind, answer. */
class ReplayTest {

  private static final LawBook BOOK = MiniLaw.withProcedure();
  private static final Procedure REQUEST = BOOK.findProcedure("request").orElseThrow();
  private static final Replay REPLAY =
      new Replay(REQUEST, BOOK, new WorkingCalendar(BOOK.calendar()));

  private static final CaseAct ASK = act("1", "ask", "asker", "2022-03-01T10:00", 1);
  private static final CaseAct REMIND = act("2", "remind", "asker", "2022-03-03T10:00", 2);
  private static final CaseAct ANSWER = act("3", "answer", "office", "2022-03-04T10:00", 3);

  @Test
  void a_case_without_acts_stands_at_its_first_stage() {
    CaseState state = REPLAY.at(List.of(), at("2022-03-01T10:00"));
    assertThat(state.stage().id()).isEqualTo("prepared");
    assertThat(state.outcome()).isNull();
    assertThat(state.permitted()).extracting(p -> p.move().act()).containsExactly("ask", "ask");
    assertThat(state.clocks()).isEmpty();
  }

  @Test
  void the_same_act_told_twice_is_one_act() {
    CaseState state = REPLAY.at(List.of(ASK, REMIND, ASK, REMIND), at("2022-03-03T10:00"));
    assertThat(state.history()).hasSize(2);
  }

  @Test
  void acts_are_ordered_by_their_instant_whatever_their_place_in_the_file() {
    CaseState state = REPLAY.at(List.of(ANSWER, REMIND, ASK), at("2022-03-04T10:00"));
    assertThat(state.history())
        .extracting(CaseState.Entry::what)
        .containsExactly("ask", "remind", "answer");
  }

  @Test
  void acts_of_one_instant_are_ordered_by_their_sequence() {
    CaseAct ask = act("9", "ask", "asker", "2022-03-03T10:00", 1);
    CaseAct remind = act("1", "remind", "asker", "2022-03-03T10:00", 2);
    assertThat(REPLAY.at(List.of(remind, ask), at("2022-03-03T10:00")).history())
        .extracting(CaseState.Entry::what)
        .containsExactly("ask", "remind");
    assertThat(refused(remind.placed(0), ask.placed(1)).reason().in(Lang.EN))
        .isEqualTo("'remind' is not done at the stage 'prepared'");
  }

  @Test
  void two_different_acts_with_one_id_are_refused() {
    CaseAct other = act("1", "remind", "asker", "2022-03-03T10:00", 2);
    assertThat(refused(ASK, other).reason().in(Lang.EN))
        .isEqualTo("there are two different acts with this id");
  }

  @Test
  void an_act_that_the_procedure_does_not_know_is_refused() {
    assertThat(refused(act("7", "shout", "asker", "2022-03-01T10:00", 1)).getMessage())
        .isEqualTo("act '7' is refused: there is no act 'shout' (T1)");
  }

  @Test
  void an_act_in_the_wrong_role_is_refused_with_who_may_do_it_and_the_paragraph() {
    Refused refused = refused(ASK, act("2", "answer", "asker", "2022-03-02T10:00", 2));
    assertThat(refused.reason().in(Lang.EN))
        .isEqualTo("'answer' is done by office, not by 'asker'");
    assertThat(refused.reason().in(Lang.RU)).contains("Ведомство").contains("Спрашивающий");
    assertThat(refused.reason().in(Lang.KK)).contains("Мекеме").contains("Сұраушы");
    assertThat(refused.cites()).isEqualTo("T1/1/1");
  }

  @Test
  void an_act_after_the_moment_asked_about_is_refused() {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> REPLAY.at(List.of(ASK), at("2022-03-01T09:59:59")));
    assertThat(refused.reason().in(Lang.EN)).contains("after the moment asked about");
  }

  @Test
  void an_act_that_follows_the_end_is_refused() {
    assertThat(refused(ASK, ANSWER, act("4", "remind", "asker", "2022-03-05T10:00", 4)).cites())
        .isEqualTo("T1/1/1");
  }

  @Test
  void a_guard_that_asks_what_nobody_told_refuses() {
    CaseAct silent =
        new CaseAct("1", "ask", "asker", at("2022-03-01T10:00"), 1, Map.of(), Map.of());
    assertThat(refused(silent).reason().in(Lang.EN)).isEqualTo("say whether it is urgent");
  }

  @Test
  void a_term_of_working_days_ends_with_the_last_moment_of_its_day() {
    assertThat(status("2022-03-04T23:59:59")).isEqualTo(CaseState.Status.RUNNING);
    assertThat(status("2022-03-05T00:00")).isEqualTo(CaseState.Status.LATE);
    CaseState late = REPLAY.at(List.of(ASK), at("2022-03-08T12:00"));
    assertThat(late.breaches()).extracting(CaseState.Breach::late).containsExactly(2);
    assertThat(late.breaches()).extracting(CaseState.Breach::by).containsExactly("office");
  }

  @Test
  void days_are_counted_in_kazakhstan_wherever_the_act_was_signed() {
    // 20:00 UTC on 28 February is already 1 March in Almaty.
    CaseAct utc =
        new CaseAct(
            "1",
            "ask",
            "asker",
            Instant.parse("2022-02-28T20:00:00Z"),
            1,
            Map.of("urgent", false, "received-on", LocalDate.of(2022, 3, 1)),
            Map.of("letter", "0"));
    assertThat(REPLAY.at(List.of(utc), utc.at()).clocks().getFirst().dueText())
        .isEqualTo("2022-03-04");
  }

  @Test
  void hours_run_to_the_minute_and_their_lapse_takes_effect_by_itself() {
    CaseAct urgent =
        new CaseAct(
            "1", "ask", "asker", at("2022-03-01T22:00"), 1, Map.of("urgent", true), Map.of());
    CaseState before = REPLAY.at(List.of(urgent), at("2022-03-02T00:59:59"));
    assertThat(before.stage().id()).isEqualTo("urgent");
    CaseState after = REPLAY.at(List.of(urgent), at("2022-03-02T01:00"));
    assertThat(after.stage().id()).isEqualTo("dropped");
    assertThat(after.history().getLast().at()).isEqualTo(at("2022-03-02T01:00"));
    assertThat(after.history().getLast().cites()).isEqualTo("T1/1/2");
    CaseAct answer = act("2", "answer", "office", "2022-03-02T01:00", 2);
    assertThat(refused(urgent, answer).reason().in(Lang.EN)).contains("at the stage 'dropped'");
  }

  @Test
  void a_term_that_ends_outside_the_calendar_is_an_error_of_the_act() {
    CaseAct far =
        new CaseAct(
            "1",
            "ask",
            "asker",
            at("2022-03-01T10:00"),
            1,
            Map.of("urgent", false, "received-on", LocalDate.of(2250, 1, 1)),
            Map.of("letter", "0"));
    assertThat(refused(far).reason().in(Lang.EN)).contains("the calendar runs from 1990 to 2200");
  }

  private static CaseState.Status status(String moment) {
    return REPLAY.at(List.of(ASK), at(moment)).clocks().getFirst().status();
  }

  private static Refused refused(CaseAct... acts) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> REPLAY.at(List.of(acts), at("2100-01-01T00:00")));
    assertThat(refused).as("nothing was refused").isNotNull();
    return refused;
  }

  private static CaseAct act(String id, String act, String by, String at, int sequence) {
    Map<String, Object> fields =
        act.equals("ask")
            ? Map.of("urgent", false, "received-on", LocalDate.of(2022, 3, 1))
            : Map.of();
    return new CaseAct(id, act, by, at(at), sequence, fields, Map.of("letter", "0"));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Replay.ZONE).toInstant();
  }
}
