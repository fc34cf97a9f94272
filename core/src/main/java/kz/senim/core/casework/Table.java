package kz.senim.core.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A procedure indexed for replay: its rows by act, by stage, and what each act does to clocks. */
final class Table {

  /**
   * A row with what is worked out from it once.
   *
   * @param cites its citation with the act of law in front
   * @param to where it leads; null when the stage stays
   * @param tells where the values of the fields stand that the act itself must tell
   */
  record Row(
      Procedure.Move move, String cites, Procedure.@Nullable Stage to, List<Integer> tells) {}

  /** An act: its rows, the clocks that it starts, and its index among the acts done. */
  static final class Act {
    final int index;
    final List<Row> rows = new ArrayList<>();
    final List<Procedure.Clock> starts = new ArrayList<>();

    Act(int index) {
      this.index = index;
    }
  }

  final Procedure procedure;
  final Names names;
  private final Map<String, Act> acts = new LinkedHashMap<>();
  private final Map<String, Procedure.Stage> stages = new HashMap<>();
  private final Map<String, List<Row>> rowsFrom = new HashMap<>();

  Table(Procedure procedure) {
    this.procedure = procedure;
    this.names = new Names(procedure);
    procedure.stages().forEach(stage -> stages.put(stage.id(), stage));
    for (Procedure.Move move : procedure.moves()) {
      Row row =
          new Row(
              move,
              cite(move.cites()),
              move.to() == null ? null : stages.get(move.to()),
              move.needs().stream()
                  .filter(need -> need.kind().equals("field"))
                  .map(need -> names.field(need.id()))
                  .filter(index -> index >= 0)
                  .distinct()
                  .toList());
      acts.computeIfAbsent(move.act(), id -> new Act(names.done(id))).rows.add(row);
      for (String from : move.from()) {
        rowsFrom.computeIfAbsent(from, _ -> new ArrayList<>()).add(row);
      }
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      for (String act : clock.starts()) {
        Act starting = acts.get(act);
        if (starting != null) {
          starting.starts.add(clock);
        }
      }
    }
  }

  /** The act with that id, or null. */
  @Nullable Act findAct(String id) {
    return acts.get(id);
  }

  /** What may be done at the stage, as far as no guard forbids it. */
  List<Row> rowsFrom(String stage) {
    return rowsFrom.getOrDefault(stage, List.of());
  }

  Procedure.Stage getStage(String id) {
    Procedure.Stage stage = stages.get(id);
    if (stage == null) {
      throw new IllegalArgumentException("no stage " + id);
    }
    return stage;
  }

  String cite(String provision) {
    return procedure.act() + "/" + provision;
  }
}
