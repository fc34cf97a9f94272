package kz.senim.core.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Figures;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import org.jspecify.annotations.Nullable;

/** One case while it is replayed. An act that is refused ends the run. */
final class CaseRun {

  private final Table table;
  private final Figures figures;
  private final Terms terms;

  private Procedure.Stage stage;

  /** What guards ask, in the order of {@link Names}; written over as the case goes on. */
  private final @Nullable Object[] values;

  private final List<Terms.Running> clocks = new ArrayList<>();
  private final List<Terms.Running> open = new ArrayList<>();
  private final List<CaseState.Entry> history = new ArrayList<>();
  private @Nullable Evaluation today;
  private LocalDate day = LocalDate.MIN;

  CaseRun(Table table, Figures figures, Terms terms) {
    this.table = table;
    this.figures = figures;
    this.terms = terms;
    this.stage = table.procedure.initial();
    this.values = table.names.values();
  }

  /** Lets every clock that has run out by then take its effect, in the order of their ends. */
  void lapse(Instant until) {
    while (true) {
      Terms.Running next = null;
      for (Terms.Running running : open) {
        if (running.clock.lapse() != null
            && !running.due.isAfter(until)
            && (next == null || running.due.isBefore(next.due))) {
          next = running;
        }
      }
      if (next == null || next.clock.lapse() == null) {
        return;
      }
      next.lapsed = true;
      open.remove(next);
      Procedure.Lapse lapse = next.clock.lapse();
      // A term whose beginning was noted only after its end takes effect when it is noted.
      Instant at = next.due.isBefore(next.start) ? next.start : next.due;
      move(
          new CaseState.Entry(
              at,
              null,
              next.clock.id(),
              lapse.name(),
              next.clock.owner(),
              stage.id(),
              lapse.to(),
              table.cite(lapse.cites())),
          table.getStage(lapse.to()));
    }
  }

  /**
   * Does the act.
   *
   * @throws Refused when it is not permitted
   */
  void apply(CaseAct act) {
    Table.Act known = table.findAct(act.act());
    if (known == null) {
      throw Refusals.unknown(act, table.procedure);
    }
    List<Table.Row> mine = rows(act, known);
    tell(act.fields());
    Evaluation evaluation = on(act.at());
    Table.Row chosen = null;
    for (Table.Row row : mine) {
      if (holds(evaluation, row.move().guard())) {
        chosen = row;
        break;
      }
    }
    if (chosen == null) {
      throw Refusals.guarded(act, mine, evaluation);
    }
    for (Procedure.Need need : chosen.move().needs()) {
      boolean there =
          need.kind().equals("field")
              ? act.fields().containsKey(need.id())
              : act.attachments().containsKey(need.id());
      if (!there && holds(evaluation, need.when())) {
        throw Refusals.lacks(act, need, table.cite(need.cites()));
      }
    }
    values[known.index] = values[known.index] instanceof Double n ? n + 1 : 1.0;
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).clock.stops().contains(act.act())) {
        open.remove(i).stopped = act.at();
      }
    }
    Procedure.Stage to = chosen.to() == null ? stage : chosen.to();
    move(
        new CaseState.Entry(
            act.at(),
            act,
            act.act(),
            chosen.move().name(),
            act.by(),
            stage.id(),
            to.id(),
            chosen.cites()),
        to);
    if (!stage.isFinal()) {
      for (Procedure.Clock clock : known.starts) {
        if (holds(evaluation, clock.when())) {
          start(clock, act);
        }
      }
    }
  }

  /** The act's rows that are open at this stage to this role. */
  private List<Table.Row> rows(CaseAct act, Table.Act known) {
    List<Table.Row> mine = new ArrayList<>(known.rows.size());
    Table.Row here = null;
    for (Table.Row row : known.rows) {
      if (row.move().from().contains(stage.id())) {
        here = here == null ? row : here;
        if (row.move().by().contains(act.by())) {
          mine.add(row);
        }
      }
    }
    if (here == null) {
      throw Refusals.notAtThisStage(act, known.rows.getFirst(), stage);
    }
    if (mine.isEmpty()) {
      throw Refusals.notBy(act, here, table.procedure);
    }
    return mine;
  }

  private void tell(Map<String, Object> fields) {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      int index = table.names.field(field.getKey());
      if (index >= 0) {
        values[index] = field.getValue();
      }
    }
  }

  private void move(CaseState.Entry entry, Procedure.Stage to) {
    history.add(entry);
    stage = to;
    if (stage.isFinal()) {
      // Nothing is owed any more in a case that has ended.
      open.forEach(running -> running.stopped = entry.at());
      open.clear();
    }
  }

  private void start(Procedure.Clock clock, CaseAct act) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).clock.id().equals(clock.id())) {
        open.remove(i).stopped = act.at();
      }
    }
    LocalDate from = day;
    if (clock.fromField() != null
        && values[table.names.field(clock.fromField())] instanceof LocalDate told) {
      from = told;
    }
    Terms.Running running;
    try {
      running = terms.start(clock, act.at(), from);
    } catch (DateTimeException e) {
      throw Refusals.outsideTheCalendar(act, clock, table.cite(clock.cites()));
    }
    if (running != null) {
      clocks.add(running);
      open.add(running);
    }
  }

  /** How the case stands at {@code now}, lapses up to then having been applied. */
  CaseState state(Instant now) {
    List<CaseState.Clock> shown = new ArrayList<>(clocks.size());
    List<CaseState.Breach> breaches = new ArrayList<>();
    for (Terms.Running running : clocks) {
      CaseState.Clock clock = terms.shown(running, now);
      shown.add(clock);
      if (clock.status() == CaseState.Status.LATE) {
        breaches.add(
            new CaseState.Breach(running.clock.owner(), running.clock, Math.max(1, -clock.left())));
      } else if (clock.status() == CaseState.Status.LAPSED) {
        breaches.add(new CaseState.Breach(running.clock.owner(), running.clock, 0));
      }
    }
    return new CaseState(
        table.procedure,
        now,
        stage,
        permitted(on(now)),
        shown,
        breaches,
        Collections.unmodifiableList(history));
  }

  private List<CaseState.Permitted> permitted(Evaluation evaluation) {
    List<CaseState.Permitted> permitted = new ArrayList<>();
    for (Table.Row row : table.rowsFrom(stage.id())) {
      // What the act itself will tell is open until it is told, whatever was told before.
      List<Integer> tells = row.tells();
      @Nullable Object[] told = new Object[tells.size()];
      for (int i = 0; i < tells.size(); i++) {
        told[i] = values[tells.get(i)];
        values[tells.get(i)] = null;
      }
      if (isOpen(evaluation, row.move().guard())) {
        List<Procedure.Need> needs = new ArrayList<>(row.move().needs().size());
        for (Procedure.Need need : row.move().needs()) {
          if (isOpen(evaluation, need.when())) {
            needs.add(need);
          }
        }
        permitted.add(new CaseState.Permitted(row.move(), needs));
      }
      for (int i = 0; i < tells.size(); i++) {
        values[tells.get(i)] = told[i];
      }
    }
    return permitted;
  }

  /** Reads {@link #values} as they stand when it is asked. */
  private Evaluation on(Instant at) {
    LocalDate on = at.atZone(Replay.ZONE).toLocalDate();
    Evaluation evaluation = today;
    if (evaluation == null || !on.equals(day)) {
      day = on;
      values[values.length - 1] = on;
      evaluation = new Evaluation(values, figures.parametersOn(on), on);
      today = evaluation;
    }
    return evaluation;
  }

  private static boolean holds(Evaluation evaluation, @Nullable Rule rule) {
    return rule == null || evaluation.truth(rule) == Truth.TRUE;
  }

  private static boolean isOpen(Evaluation evaluation, @Nullable Rule rule) {
    return rule == null || evaluation.truth(rule) != Truth.FALSE;
  }
}
