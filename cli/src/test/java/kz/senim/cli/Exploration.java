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
import java.util.Set;
import java.util.function.Consumer;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Refused;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;

/**
 * Every way through a procedure, breadth first: at each stage each permitted act, with the values
 * that its fields can take, and the lapse of whatever runs. Cases at the same stage that have done
 * the same acts and told the same count as one.
 */
final class Exploration {

  private static final int CASES_PER_STAGE = 40;
  private static final int VALUES_PER_ACT = 160;

  private final Procedure procedure;
  private final Replay replay;
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Deque<List<CaseAct>> open = new ArrayDeque<>();
  final Set<String> stages = new LinkedHashSet<>();
  final Set<Procedure.Move> moves = new HashSet<>();
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
        lapsed(state);
        for (CaseState.Permitted permitted : state.permitted()) {
          step(acts, permitted.move(), now.plus(1, ChronoUnit.HOURS));
        }
      }
    }
  }

  CaseState at(List<CaseAct> acts, Instant now) {
    return replay.at(acts, now);
  }

  private void lapsed(CaseState state) {
    stages.add(state.stage().id());
    state.history().stream()
        .filter(entry -> entry.act() == null)
        .forEach(entry -> lapses.add(entry.what()));
    state.clocks().forEach(clock -> clocks.add(clock.clock().id()));
  }

  private void step(List<CaseAct> acts, Procedure.Move move, Instant at) {
    LocalDate day = at.atZone(Replay.ZONE).toLocalDate();
    List<Map<String, Object>> told = List.of(Map.of());
    for (Procedure.Field field : procedure.fields()) {
      if (procedure.moves().stream()
          .filter(row -> row.act().equals(move.act()))
          .flatMap(row -> row.needs().stream())
          .anyMatch(need -> need.kind().equals("field") && need.id().equals(field.id()))) {
        told = with(told, field, day);
      }
    }
    if (told.size() == 1 && told.getFirst().isEmpty()) {
      // A guard may ask of a field that no row demands.
      for (Procedure.Field field : procedure.fields()) {
        if (told.size() < VALUES_PER_ACT && field.type() == kz.senim.core.rule.Type.BOOLEAN) {
          told = with(told, field, day);
        }
      }
    }
    int stride = Math.max(1, told.size() / VALUES_PER_ACT);
    for (int i = 0; i < told.size(); i += stride) {
      List<CaseAct> longer = new ArrayList<>(acts);
      longer.add(act(move, acts.size() + 1, at, told.get(i)));
      try {
        CaseState state = replay.at(longer, at);
        CaseState.Entry last = state.history().getLast();
        procedure.moves().stream()
            .filter(row -> row.act().equals(move.act()) && row.from().contains(last.from()))
            .filter(row -> row.to() == null || row.to().equals(last.to()))
            .filter(row -> last.cites().endsWith("/" + row.cites()))
            .forEach(moves::add);
        visit(longer, state);
      } catch (Refused e) {
        // Another value may be accepted.
      }
    }
  }

  private void visit(List<CaseAct> acts, CaseState state) {
    lapsed(state);
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
    if (here.size() < CASES_PER_STAGE && acts.size() < 40 && here.add(done + " " + told)) {
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

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> told, Procedure.Field field, LocalDate day) {
    List<Map<String, Object>> more = new ArrayList<>();
    for (Map<String, Object> fields : told) {
      for (Object value : values(field, day)) {
        Map<String, Object> longer = new LinkedHashMap<>(fields);
        longer.put(field.id(), value);
        more.add(longer);
      }
    }
    return more.size() > 20_000 ? more.subList(0, 20_000) : more;
  }

  private static List<Object> values(Procedure.Field field, LocalDate day) {
    return switch (field.type()) {
      case BOOLEAN -> List.of(true, false);
      case NUMBER -> List.of(1.0, 3.0, 100.0);
      case DATE -> List.of(day, day.plusDays(40));
      case PERIOD -> List.of(Period.ofMonths(12));
      case TEXT -> List.of("text");
      case CHOICE -> List.copyOf(field.options());
      case SET -> List.of(field.options(), List.of());
    };
  }
}
