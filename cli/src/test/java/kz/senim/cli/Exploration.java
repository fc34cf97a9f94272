package kz.senim.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Refused;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Evaluation;

/**
 * Every way through a procedure, breadth first: at each stage each permitted act, with many values
 * of its fields, at once, after a week and after whatever runs has run out. Cases at the same stage
 * that have done the same acts and told the same count as one, and each stage is left by a few
 * dozen of them.
 */
final class Exploration {

  private static final int CASES_PER_STAGE = 160;
  private static final int CASES_ALIKE = 8;
  private static final int VALUES_PER_ACT = 400;
  private static final int ACCEPTED_PER_ACT = 6;
  private static final List<Double> NUMBERS = List.of(0.0, 1.0, 2.0, 3.0, 12.0, 80.0, 100.0);
  private static final List<Integer> DAYS = List.of(-40, -1, 0, 0, 1, 40);

  private final Procedure procedure;
  private final Replay replay;
  private final Random random = new Random(4);
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Deque<List<CaseAct>> open = new ArrayDeque<>();
  final Set<String> stages = new LinkedHashSet<>();
  final Set<String> lapses = new HashSet<>();
  final Set<String> clocks = new HashSet<>();

  Exploration(LawBook book, WorkingCalendar calendar, Procedure procedure) {
    this.procedure = procedure;
    this.replay = new Replay(procedure, book, calendar);
  }

  /** Goes every way; tells of each case on it. */
  void run(Consumer<List<CaseAct>> found) {
    Instant first = procedure.edition().plusDays(40).atTime(10, 0).atZone(Replay.ZONE).toInstant();
    visit(List.of(), replay.at(List.of(), first));
    while (!open.isEmpty()) {
      List<CaseAct> acts = open.poll();
      found.accept(acts);
      Instant last = acts.isEmpty() ? first : acts.getLast().at();
      for (Instant now :
          List.of(last, last.plus(6, ChronoUnit.DAYS), last.plus(800, ChronoUnit.DAYS))) {
        CaseState state = replay.at(acts, now);
        note(state);
        for (CaseState.Permitted permitted : state.permitted()) {
          step(acts, permitted.move(), now.plus(1, ChronoUnit.HOURS));
        }
      }
    }
  }

  CaseState at(List<CaseAct> acts, Instant now) {
    return replay.at(acts, now);
  }

  /** Notes what a case has come to. */
  void note(CaseState state) {
    stages.add(state.stage().id());
    state.history().forEach(entry -> stages.add(entry.to()));
    state.history().stream()
        .filter(entry -> entry.act() == null)
        .forEach(entry -> lapses.add(entry.what()));
    state.clocks().forEach(clock -> clocks.add(clock.clock().id()));
  }

  private void step(List<CaseAct> acts, Procedure.Move move, Instant at) {
    LocalDate day = at.atZone(Replay.ZONE).toLocalDate();
    int accepted = 0;
    for (int i = 0; i < VALUES_PER_ACT && accepted < ACCEPTED_PER_ACT; i++) {
      Map<String, Object> told = new LinkedHashMap<>();
      for (Procedure.Field field : procedure.fields()) {
        if (asked(move, field) || random.nextInt(4) == 0) {
          told.put(field.id(), value(field, day));
        }
      }
      List<CaseAct> longer = new ArrayList<>(acts);
      longer.add(act(move, acts.size() + 1, at, told));
      try {
        visit(longer, replay.at(longer, at));
        accepted++;
      } catch (Refused e) {
        // Other values may be accepted.
      }
    }
  }

  /** Whether some row of the act needs the field, or asks for it in its guard. */
  private boolean asked(Procedure.Move move, Procedure.Field field) {
    int index = procedure.fields().indexOf(field);
    boolean[] asked = {false};
    for (Procedure.Move row : procedure.moves()) {
      if (row.act().equals(move.act())) {
        row.needs()
            .forEach(
                need -> asked[0] |= need.kind().equals("field") && need.id().equals(field.id()));
        // Fields come first among the names that guards ask.
        if (row.guard() != null) {
          Evaluation.facts(row.guard(), fact -> asked[0] |= fact == index);
        }
      }
    }
    return asked[0];
  }

  private void visit(List<CaseAct> acts, CaseState state) {
    note(state);
    Map<String, Object> told = new java.util.TreeMap<>();
    Set<String> done = new java.util.TreeSet<>();
    for (CaseAct act : acts) {
      done.add(act.act());
      act.fields()
          .forEach(
              (id, value) -> {
                if (!(value instanceof LocalDate)) {
                  told.put(id, value);
                }
              });
    }
    Set<String> here = seen.computeIfAbsent(state.stage().id(), _ -> new HashSet<>());
    Set<String> alike = seen.computeIfAbsent(state.stage().id() + done, _ -> new HashSet<>());
    if (here.size() < CASES_PER_STAGE
        && alike.size() < CASES_ALIKE
        && acts.size() < 40
        && alike.add(told.toString())) {
      here.add(done + " " + told);
      open.add(acts);
    }
  }

  private CaseAct act(Procedure.Move move, int number, Instant at, Map<String, Object> fields) {
    Map<String, String> attachments = new LinkedHashMap<>();
    procedure.moves().stream()
        .filter(row -> row.act().equals(move.act()))
        .flatMap(row -> row.needs().stream())
        .filter(need -> need.kind().equals("attachment"))
        .forEach(need -> attachments.put(need.id(), "0".repeat(64)));
    return new CaseAct(
        Integer.toString(number),
        move.act(),
        move.by().getFirst(),
        at,
        number,
        fields,
        attachments);
  }

  private Object value(Procedure.Field field, LocalDate day) {
    return switch (field.type()) {
      case BOOLEAN -> random.nextBoolean();
      case NUMBER -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case DATE ->
          random.nextInt(6) == 0
              ? day.withDayOfYear(1)
              : day.plusDays(DAYS.get(random.nextInt(DAYS.size())));
      case PERIOD -> Period.ofMonths(12);
      case TEXT -> "text";
      case CHOICE -> field.options().get(random.nextInt(field.options().size()));
      case SET -> random.nextInt(3) == 0 ? List.of() : field.options();
    };
  }
}
