package kz.senim.core.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.rule.Figures;
import org.jspecify.annotations.Nullable;

/**
 * When terms end. The day of the event is not counted; a term in days, months or years that ends on
 * a day off ends on the next working day; hours run through nights and holidays.
 */
final class Terms {

  private final Figures figures;
  private final WorkingCalendar calendar;

  Terms(Figures figures, WorkingCalendar calendar) {
    this.figures = figures;
    this.calendar = calendar;
  }

  /** A clock that has started. */
  static final class Running {
    final Procedure.Clock clock;
    final Instant start;

    /** Exclusive: the end of the due day, or the moment to which hours run. */
    final Instant due;

    /** Null when the term is in hours. */
    final @Nullable LocalDate dueDay;

    @Nullable Instant stopped;
    boolean lapsed;

    Running(Procedure.Clock clock, Instant start, Instant due, @Nullable LocalDate dueDay) {
      this.clock = clock;
      this.start = start;
      this.due = due;
      this.dueDay = dueDay;
    }

    boolean isOpen() {
      return stopped == null && !lapsed;
    }
  }

  /**
   * Starts a clock; null when the law sets no such term on that day.
   *
   * @param at the moment of the starting act
   * @param day the day from which it is counted
   * @throws DateTimeException when it would end outside the calendar
   */
  @Nullable Running start(Procedure.Clock clock, Instant at, LocalDate day) {
    int length = clock.length();
    if (clock.parameter() >= 0) {
      if (!(figures.parametersOn(day)[clock.parameter()] instanceof Double number)) {
        return null;
      }
      length = number.intValue();
    }
    if (clock.unit() == Procedure.Unit.HOURS) {
      return new Running(clock, at, at.plus(length, ChronoUnit.HOURS), null);
    }
    try {
      LocalDate due =
          switch (clock.unit()) {
            case WORKING_DAYS -> calendar.plusWorkingDays(day, length);
            case DAYS -> calendar.nextWorkingDay(day.plusDays(length));
            case MONTHS -> calendar.nextWorkingDay(day.plusMonths(length));
            default -> calendar.nextWorkingDay(day.plusYears(length));
          };
      return new Running(clock, at, due.plusDays(1).atStartOfDay(Replay.ZONE).toInstant(), due);
    } catch (IllegalArgumentException e) {
      throw new DateTimeException(e.getMessage(), e);
    }
  }

  /** How the clock stands, its case being asked about at {@code now}. */
  CaseState.Clock shown(Running running, Instant now) {
    Instant end = running.stopped == null || running.lapsed ? now : running.stopped;
    boolean late = !end.isBefore(running.due);
    CaseState.Status status =
        running.lapsed
            ? CaseState.Status.LAPSED
            : late
                ? CaseState.Status.LATE
                : running.stopped == null ? CaseState.Status.RUNNING : CaseState.Status.MET;
    LocalDate day = running.dueDay;
    if (day != null) {
      int left = daysLeft(end, day);
      return new CaseState.Clock(
          running.clock,
          running.start,
          running.due,
          day.toString(),
          status,
          left,
          left,
          running.stopped);
    }
    OffsetDateTime due = running.due.atZone(Replay.ZONE).toOffsetDateTime();
    return new CaseState.Clock(
        running.clock,
        running.start,
        running.due,
        due.toString(),
        status,
        Math.toIntExact(ChronoUnit.MINUTES.between(end, running.due)),
        daysLeft(end, due.toLocalDate()),
        running.stopped);
  }

  /** Working days from that moment's day to the due day. */
  private int daysLeft(Instant moment, LocalDate due) {
    try {
      return calendar.workingDaysBetween(moment.atZone(Replay.ZONE).toLocalDate(), due);
    } catch (IllegalArgumentException e) {
      throw new DateTimeException(e.getMessage(), e);
    }
  }
}
