package kz.senim.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Refused;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;

/** A random walk of permitted acts through a procedure. */
final class Walk {

  private final Replay replay;
  private final Procedure procedure;
  private final Random random;
  private final List<CaseAct> acts = new ArrayList<>();
  private Instant clock;

  Walk(LawBook book, WorkingCalendar calendar, Procedure procedure, long seed) {
    this.replay = new Replay(procedure, book, calendar);
    this.procedure = procedure;
    this.random = new Random(seed);
    // From the day of the edition on: before it the law may know neither the case nor its terms.
    this.clock =
        procedure
            .edition()
            .plusDays(random.nextInt(1500))
            .atTime(10, 0)
            .atZone(Replay.ZONE)
            .toInstant();
  }

  /** The acts of a walk of at most {@code most} steps; it ends in a final stage, or is stuck. */
  List<CaseAct> acts(int most) {
    while (acts.size() < most) {
      List<CaseState.Permitted> permitted = state(clock).permitted();
      if (permitted.isEmpty() || !step(permitted)) {
        break;
      }
    }
    return acts;
  }

  private boolean step(List<CaseState.Permitted> permitted) {
    for (int attempt = 0; attempt < 40; attempt++) {
      Procedure.Move move = permitted.get(random.nextInt(permitted.size())).move();
      Instant at =
          clock.plus(random.nextInt(random.nextInt(8) == 0 ? 40_000 : 2_000), ChronoUnit.MINUTES);
      CaseAct act = act(move, at);
      acts.add(act);
      try {
        state(at);
        clock = at;
        return true;
      } catch (Refused e) {
        acts.removeLast();
      }
    }
    return false;
  }

  CaseState state(Instant at) {
    return replay.at(acts, at);
  }

  Instant end() {
    return clock;
  }

  private CaseAct act(Procedure.Move move, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, String> attachments = new LinkedHashMap<>();
    LocalDate day = at.atZone(Replay.ZONE).toLocalDate();
    for (Procedure.Need need : move.needs()) {
      if (need.kind().equals("attachment")) {
        attachments.put(need.id(), "0".repeat(64));
      }
    }
    for (Procedure.Field field : procedure.fields()) {
      boolean needed =
          move.needs().stream()
              .anyMatch(n -> n.kind().equals("field") && n.id().equals(field.id()));
      if (needed || random.nextInt(3) == 0) {
        fields.put(field.id(), value(field, day));
      }
    }
    int number = acts.size() + 1;
    return new CaseAct(
        Integer.toString(number),
        move.act(),
        move.by().get(random.nextInt(move.by().size())),
        at,
        number,
        fields,
        attachments);
  }

  private Object value(Procedure.Field field, LocalDate day) {
    return switch (field.type()) {
      case BOOLEAN -> random.nextBoolean();
      case NUMBER -> (double) random.nextInt(101);
      case DATE -> day.plusDays(random.nextInt(60) - 30L);
      case PERIOD -> Period.ofMonths(random.nextInt(24));
      case TEXT -> "text";
      case CHOICE -> field.options().get(random.nextInt(field.options().size()));
      case SET -> field.options().stream().filter(_ -> random.nextBoolean()).toList();
    };
  }
}
