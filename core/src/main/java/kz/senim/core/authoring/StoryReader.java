package kz.senim.core.authoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Refused;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;

/** Reads and runs the stories that test a procedure, and asks for those that are not there. */
final class StoryReader {

  static final Set<String> FILE = Set.of("stories-of", "usual", "stories");
  static final Set<String> STORY = Set.of("story", "after", "acts", "at", "expect", "refused");
  static final Set<String> EXPECT =
      Set.of("stage", "outcome", "clocks", "due", "late", "permitted");

  /** Marks a clock that some story has tried at its very end. */
  private static final String ON_THE_EDGE = ", at its end";

  private final LawBook book;
  private final WorkingCalendar calendar;
  private final Problems problems;
  private final Map<String, Set<String>> stagesSeen = new HashMap<>();
  private final Map<String, Set<String>> clocksSeen = new HashMap<>();

  StoryReader(LawBook book, Problems problems) {
    this.book = book;
    this.problems = problems;
    this.calendar = new WorkingCalendar(book.calendar());
  }

  /** Runs the stories of one file; returns how many there were. */
  int run(Node root) {
    Fields file = Fields.of(root, problems, FILE);
    String id = file.text("stories-of");
    Optional<Procedure> procedure = book.findProcedure(id);
    if (procedure.isEmpty()) {
      problems.add(file.at("stories-of"), StoryMistake.NO_PROCEDURE.with(id));
      return 0;
    }
    StoryActs acts = new StoryActs(procedure.get(), file, problems);
    Replay replay = new Replay(procedure.get(), book, calendar);
    List<Node> stories = file.findList("stories");
    stories.forEach(story -> story(procedure.get(), replay, acts, story));
    return stories.size();
  }

  /**
   * Every final stage is reached by some story; every clock is kept in one by an act at its last
   * moment (the last second of the due day; of hours, the last minute), and missed in one at the
   * moment it is over.
   */
  void demand(Map<Object, Position> at) {
    for (Procedure procedure : book.procedures()) {
      Set<String> stages = stagesSeen.getOrDefault(procedure.id(), Set.of());
      for (Procedure.Stage stage : procedure.stages()) {
        if (stage.isFinal() && !stages.contains(stage.id())) {
          problems.add(
              at.getOrDefault(stage, Position.of(procedure.id())),
              StoryMistake.NO_END.with(procedure.id(), stage.id()));
        }
      }
      Set<String> clocks = clocksSeen.getOrDefault(procedure.id(), Set.of());
      for (Procedure.Clock clock : procedure.clocks()) {
        if (!clocks.contains(clock.id() + " met")) {
          problems.add(
              at.getOrDefault(clock, Position.of(procedure.id())),
              StoryMistake.NOT_KEPT.with(procedure.id(), clock.id()));
        } else if (!clocks.contains(clock.id() + " met" + ON_THE_EDGE)) {
          problems.add(
              at.getOrDefault(clock, Position.of(procedure.id())),
              (clock.unit() == Procedure.Unit.HOURS
                      ? StoryMistake.NOT_KEPT_LAST_MINUTE
                      : StoryMistake.NOT_KEPT_LAST_SECOND)
                  .with(procedure.id(), clock.id()));
        }
        String missed = clock.lapse() == null ? " late" : " lapsed";
        if (!clocks.contains(clock.id() + missed)) {
          problems.add(
              at.getOrDefault(clock, Position.of(procedure.id())),
              StoryMistake.NOT_MISSED.with(procedure.id(), clock.id()));
        } else if (!clocks.contains(clock.id() + missed + ON_THE_EDGE)) {
          problems.add(
              at.getOrDefault(clock, Position.of(procedure.id())),
              (clock.unit() == Procedure.Unit.HOURS
                      ? StoryMistake.NOT_MISSED_HOURS
                      : StoryMistake.NOT_MISSED_DAY)
                  .with(procedure.id(), clock.id()));
        }
      }
    }
  }

  private void story(Procedure procedure, Replay replay, StoryActs told, Node node) {
    Fields f = Fields.of(node, problems, STORY);
    String name = f.text("story");
    List<CaseAct> acts = told.of(f);
    Instant at =
        f.has("at") ? told.instant(f) : acts.isEmpty() ? Instant.EPOCH : acts.getLast().at();
    if (!f.has("expect") && !f.has("refused")) {
      problems.add(f.at(), StoryMistake.NO_EXPECTATION.with());
    }
    try {
      CaseState state = replay.at(acts, at);
      if (f.has("refused")) {
        problems.add(f.at("refused"), StoryMistake.NOTHING_REFUSED.with(name, state.stage().id()));
      }
      if (f.has("expect")) {
        expect(procedure, name, acts, state, f);
      }
    } catch (Refused e) {
      if (!f.has("refused")) {
        problems.add(f.at("story"), StoryMistake.REFUSED.with(name, refusal(e)));
      } else {
        String expected = f.text("refused");
        if (!e.cites().equals(procedure.act() + "/" + expected)
            && !e.reason().in(Lang.EN).contains(expected)) {
          problems.add(f.at("refused"), StoryMistake.REFUSED.with(name, refusal(e)));
        }
      }
    }
  }

  private static Message refusal(Refused e) {
    return StoryMistake.REFUSAL.with(
        e.actId(), e.reason(), e.cites().isEmpty() ? "" : " (" + e.cites() + ")");
  }

  private void expect(
      Procedure procedure, String name, List<CaseAct> acts, CaseState state, Fields story) {
    stagesSeen
        .computeIfAbsent(procedure.id(), _ -> new java.util.HashSet<>())
        .add(state.stage().id());
    Fields e = Fields.of(story.node("expect").orElseThrow(), problems, EXPECT);
    if (e.has("stage")) {
      same(name, "stage", e.text("stage"), state.stage().id(), e.at("stage"));
    }
    if (e.has("outcome")) {
      same(name, "outcome", e.text("outcome"), String.valueOf(state.outcome()), e.at("outcome"));
    }
    Map<String, CaseState.Clock> last = new HashMap<>();
    state.clocks().forEach(clock -> last.put(clock.clock().id(), clock));
    each(
        e,
        "clocks",
        (clock, value, at) -> {
          String status = last.containsKey(clock) ? get(last, clock).status().word() : "none";
          same(name, "clock " + clock, value, status, at);
          if (value.equals(status)) {
            Set<String> seen =
                clocksSeen.computeIfAbsent(procedure.id(), _ -> new java.util.HashSet<>());
            seen.add(clock + " " + status);
            if (last.containsKey(clock) && onTheEdge(get(last, clock), acts, state.at())) {
              seen.add(clock + " " + status + ON_THE_EDGE);
            }
          }
        });
    each(
        e,
        "due",
        (clock, value, at) ->
            same(
                name,
                "due day of " + clock,
                value,
                last.containsKey(clock) ? get(last, clock).dueText() : "none",
                at));
    each(
        e,
        "late",
        (clock, value, at) ->
            same(
                name,
                "delay of " + clock,
                value,
                state.breaches().stream()
                    .filter(b -> b.clock().id().equals(clock))
                    .map(b -> Integer.toString(b.late()))
                    .findFirst()
                    .orElse("none"),
                at));
    if (e.has("permitted")) {
      List<String> expected =
          e.findScalars("permitted").stream().map(Node.Scalar::text).sorted().toList();
      List<String> actual =
          state.permitted().stream().map(p -> p.move().act()).distinct().sorted().toList();
      same(name, "permitted acts", expected.toString(), actual.toString(), e.at("permitted"));
    }
  }

  /** Kept at the last moment by an act that stops it, or missed at the first moment after it. */
  private static boolean onTheEdge(CaseState.Clock clock, List<CaseAct> acts, Instant now) {
    Instant stopped = clock.stopped();
    return switch (clock.status()) {
      case MET ->
          stopped != null
              && !stopped.isBefore(
                  clock.due().minusSeconds(clock.clock().unit() == Procedure.Unit.HOURS ? 60 : 1))
              && acts.stream()
                  .anyMatch(
                      act -> act.at().equals(stopped) && clock.clock().stops().contains(act.act()));
      case LATE -> clock.due().equals(stopped == null ? now : stopped);
      case LAPSED -> clock.due().equals(now);
      case RUNNING -> false;
    };
  }

  private static CaseState.Clock get(Map<String, CaseState.Clock> clocks, String id) {
    CaseState.Clock clock = clocks.get(id);
    if (clock == null) {
      throw new IllegalStateException(id);
    }
    return clock;
  }

  private interface Check {
    void check(String key, String value, Position at);
  }

  private void each(Fields e, String key, Check check) {
    if (e.find(key) instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (entry.value() instanceof Node.Scalar value) {
          check.check(entry.key().text(), value.text(), value.at());
        }
      }
    }
  }

  private void same(String story, String what, String expected, String actual, Position at) {
    if (!expected.equals(actual)) {
      problems.add(at, StoryMistake.OTHERWISE.with(story, what, actual, expected));
    }
  }
}
