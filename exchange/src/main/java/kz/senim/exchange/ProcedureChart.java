package kz.senim.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.senim.core.casework.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the picture of a procedure: its stages, with the terms that run and the acts that
 * are done in them, and between them the acts that lead on. Acts of one actor that lead the same
 * way stand together.
 */
final class ProcedureChart {

  /**
   * Acts that lead from the same stages to the same one, or the lapse of a term.
   *
   * @param lapse the clock that lapses; null for acts
   */
  record Passage(
      List<String> from,
      String to,
      List<String> by,
      List<Procedure.Move> moves,
      Procedure.@Nullable Clock lapse) {}

  private final Procedure procedure;
  private final List<Passage> passages = new ArrayList<>();

  ProcedureChart(Procedure procedure) {
    this.procedure = procedure;
    Map<List<Object>, Passage> together = new LinkedHashMap<>();
    for (Procedure.Move move : procedure.moves()) {
      String to = move.to();
      List<String> from = move.from().stream().filter(stage -> !stage.equals(to)).toList();
      if (to == null || from.isEmpty()) {
        continue;
      }
      List<Procedure.Move> moves =
          together
              .computeIfAbsent(
                  List.of(from, to, move.by()),
                  _ -> new Passage(from, to, move.by(), new ArrayList<>(), null))
              .moves();
      if (moves.stream().noneMatch(other -> other.name().equals(move.name()))) {
        moves.add(move);
      }
    }
    passages.addAll(together.values());
    for (Procedure.Clock clock : procedure.clocks()) {
      if (clock.lapse() != null) {
        passages.add(
            new Passage(
                List.copyOf(running(clock)),
                clock.lapse().to(),
                List.of(clock.owner()),
                List.of(),
                clock));
      }
    }
  }

  List<Passage> passages() {
    return passages;
  }

  /**
   * Where an act is written: a table may hold several rows of one name between the same stages,
   * each with its own citation.
   */
  List<String> cites(Procedure.Move move) {
    return procedure.moves().stream()
        .filter(
            other ->
                other.name().equals(move.name())
                    && other.from().equals(move.from())
                    && Objects.equals(other.to(), move.to()))
        .map(Procedure.Move::cites)
        .distinct()
        .toList();
  }

  /** The terms that begin to run at a stage. */
  List<Procedure.Clock> clocks(Procedure.Stage stage) {
    return procedure.clocks().stream()
        .filter(clock -> running(clock).contains(stage.id()))
        .toList();
  }

  /** The acts that are done at a stage and leave the case there, each once. */
  List<Procedure.Move> staying(Procedure.Stage stage) {
    Map<String, Procedure.Move> moves = new LinkedHashMap<>();
    for (Procedure.Move move : procedure.moves()) {
      boolean stays = move.to() == null || move.to().equals(stage.id());
      if (stays && move.from().contains(stage.id()) && !onlyRefuses(move)) {
        moves.putIfAbsent(move.act(), move);
      }
    }
    return List.copyOf(moves.values());
  }

  /**
   * Whether a row only stands there to say why an act is refused: it has a condition, and the act
   * leads on, but from other stages.
   */
  private boolean onlyRefuses(Procedure.Move row) {
    if (row.guard() == null) {
      return false;
    }
    List<Procedure.Move> leading =
        procedure.moves().stream()
            .filter(move -> move.act().equals(row.act()) && move.to() != null)
            .toList();
    return !leading.isEmpty()
        && leading.stream().noneMatch(move -> move.from().stream().anyMatch(row.from()::contains));
  }

  /** The stages in which a clock runs first; none that is final or that its lapse brings. */
  Set<String> running(Procedure.Clock clock) {
    Set<String> stages = new LinkedHashSet<>();
    for (Procedure.Move move : procedure.moves()) {
      if (clock.starts().contains(move.act())) {
        if (move.to() != null) {
          stages.add(move.to());
        } else if (!onlyRefuses(move)) {
          stages.addAll(move.from());
        }
      }
    }
    Procedure.Lapse lapse = clock.lapse();
    stages.removeIf(
        id -> procedure.getStage(id).isFinal() || (lapse != null && lapse.to().equals(id)));
    return stages;
  }

  /**
   * The main way, as the indices of its passages: the shortest to that final stage which lies
   * furthest, by acts alone.
   */
  List<Integer> mainWay() {
    Map<String, List<Integer>> ways = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    ways.put(procedure.initial().id(), List.of());
    open.add(procedure.initial().id());
    List<Integer> longest = List.of();
    while (!open.isEmpty()) {
      String stage = open.poll();
      List<Integer> way = ways.getOrDefault(stage, List.of());
      if (procedure.getStage(stage).isFinal() && way.size() > longest.size()) {
        longest = way;
      }
      for (int i = 0; i < passages.size(); i++) {
        Passage passage = passages.get(i);
        if (passage.lapse() == null
            && passage.from().contains(stage)
            && !ways.containsKey(passage.to())) {
          List<Integer> further = new ArrayList<>(way);
          further.add(i);
          ways.put(passage.to(), further);
          open.add(passage.to());
        }
      }
    }
    return longest;
  }
}
