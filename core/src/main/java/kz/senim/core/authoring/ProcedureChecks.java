package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.casework.Names;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import org.jspecify.annotations.Nullable;

/** Refuses a table in which a case could get stuck, go astray or never come to a stage. */
final class ProcedureChecks {

  private final LawBook book;
  private final Procedure procedure;
  private final Map<Object, Position> at;
  private final Problems problems;

  ProcedureChecks(LawBook book, Procedure procedure, Map<Object, Position> at, Problems problems) {
    this.book = book;
    this.procedure = procedure;
    this.at = at;
    this.problems = problems;
  }

  void run() {
    reachable();
    deadEnds();
    overlaps();
    citations();
  }

  private void reachable() {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(procedure.initial().id());
    while (!open.isEmpty()) {
      String stage = open.poll();
      if (!reached.add(stage)) {
        continue;
      }
      for (Procedure.Move move : procedure.moves()) {
        if (move.to() != null && move.from().contains(stage)) {
          open.add(move.to());
        }
      }
      // A clock may run out in any stage from which its starting act can lead on.
      for (Procedure.Clock clock : procedure.clocks()) {
        boolean canStart =
            procedure.moves().stream()
                .anyMatch(m -> clock.starts().contains(m.act()) && m.from().contains(stage));
        if (clock.lapse() != null && canStart) {
          open.add(clock.lapse().to());
        }
      }
    }
    for (Procedure.Stage stage : procedure.stages()) {
      if (!reached.contains(stage.id())) {
        problems.add(place(stage), "no act or lapse leads to the stage '" + stage.id() + "'");
      }
    }
  }

  private void deadEnds() {
    for (Procedure.Stage stage : procedure.stages()) {
      boolean leaves =
          procedure.moves().stream()
              .anyMatch(
                  m ->
                      m.from().contains(stage.id())
                          && m.to() != null
                          && !m.to().equals(stage.id()));
      if (!stage.isFinal() && !leaves) {
        problems.add(
            place(stage),
            "a dead end: no act leads on from '" + stage.id() + "', and it has no outcome");
      }
      boolean anyMove = procedure.moves().stream().anyMatch(m -> m.from().contains(stage.id()));
      if (stage.isFinal() && anyMove) {
        problems.add(
            place(stage), "'" + stage.id() + "' is final (it has an outcome), but acts follow it");
      }
    }
  }

  /** Two rows of one act that hold at once would leave it open where the act leads. */
  private void overlaps() {
    List<Procedure.Move> moves = procedure.moves();
    for (int i = 0; i < moves.size(); i++) {
      for (int j = i + 1; j < moves.size(); j++) {
        Procedure.Move a = moves.get(i);
        Procedure.Move b = moves.get(j);
        boolean meet =
            a.act().equals(b.act())
                && a.from().stream().anyMatch(b.from()::contains)
                && a.by().stream().anyMatch(b.by()::contains);
        if (meet && bothHold(a.guard(), b.guard())) {
          problems.add(
              place(b),
              "'"
                  + b.act()
                  + "' stands twice with guards that can hold at once; make them exclude"
                  + " each other");
        }
      }
    }
  }

  private boolean bothHold(@Nullable Rule a, @Nullable Rule b) {
    if (a == null || b == null) {
      return true;
    }
    List<Name> variables =
        new ArrayList<>(
            new Names(
                    procedure.fields(),
                    procedure.moves().stream().map(Procedure.Move::act).toList())
                .declared()
                .values());
    LocalDate day = procedure.edition();
    @Nullable Object[] limits = book.parametersOn(day);
    Rule both = new Rule.And(List.of(a, b));
    Domains domains = new Domains(variables, limits, day, List.of(both));
    BitSet asked = new BitSet();
    Evaluation.facts(both, asked::set);
    if (domains.anyEmpty(asked) || domains.combinations(asked) > Domains.MOST_COMBINATIONS) {
      return false;
    }
    boolean[] found = {false};
    domains.each(
        asked,
        new Object[variables.size()],
        values -> found[0] |= new Evaluation(values, limits, day).truth(both) == Truth.TRUE);
    return found[0];
  }

  private void citations() {
    for (Procedure.Move move : procedure.moves()) {
      cited(move.cites(), place(move));
      move.needs().forEach(need -> cited(need.cites(), place(move)));
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      cited(clock.cites(), place(clock));
      if (clock.lapse() != null) {
        cited(clock.lapse().cites(), place(clock));
      }
    }
  }

  private void cited(String citation, Position place) {
    if (book.findProvision(procedure.act() + "/" + citation).isEmpty()) {
      problems.add(place, "there is no provision '" + citation + "' in " + procedure.act());
    }
  }

  private Position place(Object row) {
    return at.getOrDefault(row, Position.of(procedure.id()));
  }
}
