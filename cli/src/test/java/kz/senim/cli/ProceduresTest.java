package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.senim.book.Books;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must be true of any case of any procedure that ships. */
class ProceduresTest {

  private static final LawBook BOOK = Books.shipped();
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(BOOK.calendar());

  @Property(tries = 400)
  void nothing_runs_in_a_final_stage_and_nothing_more_is_permitted(
      @ForAll("procedures") Procedure procedure, @ForAll long seed) {
    Walk walk = new Walk(BOOK, CALENDAR, procedure, seed);
    List<CaseAct> acts = walk.acts(30);
    CaseState state =
        Replay.replay(procedure, BOOK, CALENDAR, acts, walk.end().plus(Duration.ofDays(4000)));
    if (state.stage().isFinal()) {
      assertThat(state.permitted()).isEmpty();
      assertThat(state.clocks()).noneMatch(clock -> clock.status() == CaseState.Status.RUNNING);
      assertThat(state.outcome()).isNotNull();
    }
  }

  @Property(tries = 300)
  void the_replay_of_a_prefix_never_depends_on_its_future(
      @ForAll("procedures") Procedure procedure, @ForAll long seed) {
    Walk walk = new Walk(BOOK, CALENDAR, procedure, seed);
    List<CaseAct> acts = walk.acts(20);
    if (acts.isEmpty()) {
      return;
    }
    int cut = new Random(seed).nextInt(acts.size());
    Instant then = acts.get(cut).at();
    List<CaseAct> prefix = acts.subList(0, cut + 1);
    List<CaseState.Entry> early = Replay.replay(procedure, BOOK, CALENDAR, prefix, then).history();
    List<CaseState.Entry> whole =
        Replay.replay(procedure, BOOK, CALENDAR, acts, walk.end()).history();
    assertThat(whole.subList(0, early.size())).isEqualTo(early);
  }

  @Property(tries = 300)
  void a_later_moment_never_takes_back_a_lapse_or_a_delay(
      @ForAll("procedures") Procedure procedure, @ForAll long seed) {
    Walk walk = new Walk(BOOK, CALENDAR, procedure, seed);
    List<CaseAct> acts = walk.acts(12);
    CaseState now = Replay.replay(procedure, BOOK, CALENDAR, acts, walk.end());
    CaseState later =
        Replay.replay(procedure, BOOK, CALENDAR, acts, walk.end().plus(Duration.ofDays(90)));
    for (int i = 0; i < now.clocks().size(); i++) {
      CaseState.Status before = now.clocks().get(i).status();
      CaseState.Status after = later.clocks().get(i).status();
      if (before != CaseState.Status.RUNNING) {
        assertThat(after).isEqualTo(before);
      }
      assertThat(later.clocks().get(i).due()).isEqualTo(now.clocks().get(i).due());
    }
    assertThat(later.history().subList(0, now.history().size())).isEqualTo(now.history());
  }

  @Property(tries = 200)
  void the_order_in_the_file_does_not_matter_and_an_act_told_twice_is_one(
      @ForAll("procedures") Procedure procedure, @ForAll long seed) {
    Walk walk = new Walk(BOOK, CALENDAR, procedure, seed);
    List<CaseAct> acts = walk.acts(15);
    List<CaseAct> shuffled = new ArrayList<>(acts);
    shuffled.addAll(acts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Replay.replay(procedure, BOOK, CALENDAR, shuffled, walk.end()).history())
        .isEqualTo(Replay.replay(procedure, BOOK, CALENDAR, acts, walk.end()).history());
  }

  @Property(tries = 600)
  void a_certificate_comes_of_a_positive_decision_and_rectification_is_granted_once(
      @ForAll long seed) {
    Procedure certification = BOOK.findProcedure("certification").orElseThrow();
    Walk walk = new Walk(BOOK, CALENDAR, certification, seed);
    List<CaseAct> acts = walk.acts(40);
    List<String> done = acts.stream().map(CaseAct::act).toList();
    assertThat(Collections.frequency(done, "decide-rectification")).isLessThanOrEqualTo(1);
    int sent = done.indexOf("send-certificate");
    if (sent >= 0) {
      assertThat(done.subList(0, sent)).contains("decide-issue");
    }
  }

  @TestFactory
  Stream<DynamicTest> every_way_through_a_table_keeps_the_invariants_and_reaches_all_of_it() {
    return BOOK.procedures().stream()
        .map(procedure -> DynamicTest.dynamicTest(procedure.id(), () -> explore(procedure)));
  }

  private static void explore(Procedure procedure) {
    Exploration exploration = new Exploration(BOOK, CALENDAR, procedure);
    exploration.run(acts -> invariants(exploration, acts));
    // What lies behind many conditions the walks find sooner.
    for (int seed = 0;
        seed < 4000 && exploration.stages.size() < procedure.stages().size();
        seed++) {
      Walk walk = new Walk(BOOK, CALENDAR, procedure, seed);
      List<CaseAct> acts = List.copyOf(walk.acts(40));
      exploration.note(exploration.at(acts, walk.end().plus(Duration.ofDays(4000))));
      invariants(exploration, acts);
    }
    assertThat(exploration.stages)
        .as("stages reached")
        .containsExactlyInAnyOrderElementsOf(
            procedure.stages().stream().map(Procedure.Stage::id).toList());
    assertThat(exploration.clocks)
        .as("clocks started")
        .containsExactlyInAnyOrderElementsOf(
            procedure.clocks().stream().map(Procedure.Clock::id).toList());
    assertThat(exploration.lapses)
        .as("lapses")
        .containsExactlyInAnyOrderElementsOf(
            procedure.clocks().stream()
                .filter(clock -> clock.lapse() != null)
                .map(Procedure.Clock::id)
                .toList());
  }

  private static void invariants(Exploration exploration, List<CaseAct> acts) {
    if (acts.isEmpty()) {
      return;
    }
    Instant end = acts.getLast().at();
    CaseState now = exploration.at(acts, end);
    CaseState later = exploration.at(acts, end.plus(Duration.ofDays(900)));
    assertThat(later.history().subList(0, now.history().size())).isEqualTo(now.history());
    if (later.stage().isFinal()) {
      assertThat(later.clocks()).noneMatch(clock -> clock.status() == CaseState.Status.RUNNING);
      assertThat(later.permitted()).isEmpty();
    }
    List<String> done = acts.stream().map(CaseAct::act).toList();
    assertThat(Collections.frequency(done, "decide-rectification")).isLessThanOrEqualTo(1);
    if (done.contains("send-certificate")) {
      assertThat(done.subList(0, done.indexOf("send-certificate"))).contains("decide-issue");
    }
  }

  @Provide
  Arbitrary<Procedure> procedures() {
    return Arbitraries.of(BOOK.procedures());
  }
}
