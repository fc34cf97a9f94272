package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
    twice();
    reachable();
    deadEnds();
    stoppable();
    overlaps();
    citations();
  }

  private void twice() {
    once(procedure.roles(), "role", Procedure.Role::id);
    once(procedure.fields(), "field", Procedure.Field::id);
    once(procedure.stages(), "stage", Procedure.Stage::id);
    once(procedure.clocks(), "clock", Procedure.Clock::id);
  }

  private <T> void once(List<T> rows, String what, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T row : rows) {
      if (!seen.add(id.apply(row))) {
        problems.add(place(row), LawMistake.ROW_TWICE.with(what, id.apply(row)));
      }
    }
  }

  /** A clock that no stopping act can follow would run on whatever its owner does. */
  private void stoppable() {
    for (Procedure.Clock clock : procedure.clocks()) {
      Set<String> running = new HashSet<>();
      Deque<String> open = new ArrayDeque<>();
      for (Procedure.Move move : procedure.moves()) {
        if (clock.starts().contains(move.act())) {
          open.addAll(move.to() == null ? move.from() : List.of(move.to()));
        }
      }
      boolean stopped = clock.stops().isEmpty();
      while (!open.isEmpty()) {
        String stage = open.poll();
        if (!running.add(stage)) {
          continue;
        }
        for (Procedure.Move move : procedure.moves()) {
          if (move.from().contains(stage)) {
            stopped |= clock.stops().contains(move.act());
            open.add(move.to() == null ? stage : move.to());
          }
        }
        procedure.clocks().stream()
            .flatMap(other -> Stream.ofNullable(other.lapse()))
            .forEach(lapse -> open.add(lapse.to()));
      }
      if (!stopped) {
        problems.add(place(clock), LawMistake.CLOCK_UNREACHED.with(clock.stops()));
      }
    }
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
        problems.add(place(stage), LawMistake.STAGE_UNREACHED.with(stage.id()));
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
        problems.add(place(stage), LawMistake.DEAD_END.with(stage.id()));
      }
      boolean anyMove = procedure.moves().stream().anyMatch(m -> m.from().contains(stage.id()));
      if (stage.isFinal() && anyMove) {
        problems.add(place(stage), LawMistake.FINAL_GOES_ON.with(stage.id()));
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
        if (meet) {
          apart(a, b);
        }
      }
    }
  }

  private void apart(Procedure.Move a, Procedure.Move b) {
    Optional<Boolean> bothHold = bothHold(a.guard(), b.guard());
    if (bothHold.isEmpty()) {
      problems.add(place(b), LawMistake.GUARDS_TOO_LARGE.with(b.act()));
    } else if (bothHold.get()) {
      problems.add(place(b), LawMistake.GUARDS_OVERLAP.with(b.act()));
    }
  }

  /** Empty when it cannot be found out: a fact without known values, or too many of them. */
  private Optional<Boolean> bothHold(@Nullable Rule a, @Nullable Rule b) {
    if (a == null || b == null) {
      return Optional.of(true);
    }
    // Most guards exclude each other by one condition each; the whole may be too much to try.
    for (Rule one : conditions(a)) {
      for (Rule other : conditions(b)) {
        if (canHold(List.of(one, other)).equals(Optional.of(false))) {
          return Optional.of(false);
        }
      }
    }
    return canHold(List.of(a, b));
  }

  private static List<Rule> conditions(Rule rule) {
    return rule instanceof Rule.And and
        ? and.rules().stream().flatMap(part -> conditions(part).stream()).toList()
        : List.of(rule);
  }

  private Optional<Boolean> canHold(List<Rule> rules) {
    List<Name> variables =
        new ArrayList<>(
            new Names(
                    procedure.fields(),
                    procedure.moves().stream().map(Procedure.Move::act).toList())
                .declared()
                .values());
    LocalDate day = procedure.edition();
    @Nullable Object[] limits = book.parametersOn(day);
    Rule all = new Rule.And(rules);
    Domains domains = new Domains(variables, limits, day, List.of(all));
    BitSet asked = new BitSet();
    Evaluation.facts(all, asked::set);
    if (domains.anyEmpty(asked) || domains.combinations(asked) > Domains.MOST_COMBINATIONS) {
      return Optional.empty();
    }
    boolean[] found = {false};
    domains.each(
        asked,
        new Object[variables.size()],
        values -> found[0] |= new Evaluation(values, limits, day).truth(all) == Truth.TRUE);
    return Optional.of(found[0]);
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
      problems.add(place, LawMistake.NO_PROVISION_IN.with(citation, procedure.act()));
    }
  }

  private Position place(Object row) {
    return at.getOrDefault(row, Position.of(procedure.id()));
  }
}
