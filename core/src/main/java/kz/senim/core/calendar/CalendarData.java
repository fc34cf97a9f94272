package kz.senim.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of days off, as data.
 *
 * @param id the calendar's name, such as {@code KZ}
 * @param moved days moved by decree
 */
public record CalendarData(String id, List<Holiday> holidays, List<Moved> moved) {

  /** No holidays at all: Saturdays and Sundays only. */
  public static final CalendarData WEEKENDS = new CalendarData("weekends", List.of(), List.of());

  /**
   * A holiday, or several days of one.
   *
   * @param days fixed days as month and day, such as {@code 12-16}; empty for a movable one
   * @param byYear the day in each year, of a movable one
   * @param from the first year in which it is a day off; 0 when since ever
   * @param until the last year; 9999 when without end
   * @param carries whether one that falls on a weekend gives the next working day off
   */
  public record Holiday(
      String id,
      Localized name,
      List<String> days,
      Map<String, LocalDate> byYear,
      int from,
      int until,
      boolean carries,
      String source) {

    boolean in(int year) {
      return year >= from && year <= until;
    }

    List<MonthDay> monthDays() {
      return days.stream().map(day -> MonthDay.parse("--" + day)).toList();
    }

    @Nullable LocalDate movable(int year) {
      return byYear.get(Integer.toString(year));
    }

    boolean isMovable() {
      return days.isEmpty();
    }
  }

  /**
   * A day off that was moved.
   *
   * @param off the day that becomes a day off; null when there is none
   * @param worked the day that is worked instead; null when there is none
   */
  public record Moved(@Nullable LocalDate off, @Nullable LocalDate worked, String source) {}

  /** This calendar with another laid over it: its holidays and moved days come on top. */
  public CalendarData with(CalendarData over) {
    List<Holiday> allHolidays = new java.util.ArrayList<>(holidays);
    allHolidays.addAll(over.holidays());
    List<Moved> allMoved = new java.util.ArrayList<>(moved);
    allMoved.addAll(over.moved());
    return new CalendarData(id + "+" + over.id(), List.copyOf(allHolidays), List.copyOf(allMoved));
  }
}
