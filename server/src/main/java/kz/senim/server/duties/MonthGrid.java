package kz.senim.server.duties;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A month as weeks from Monday to Sunday.
 *
 * @param provisional whether the year's movable days off are not known yet
 */
record MonthGrid(YearMonth month, boolean provisional, List<List<Day>> weeks) {

  /**
   * A cell.
   *
   * @param inMonth false for the days of its neighbours that fill the first and last week
   * @param off whether it is not worked
   * @param name of the holiday, or why it is off; null for a plain weekend and a working day
   * @param workedWeekend whether it is a Saturday or Sunday that is worked
   * @param due what is listed of it
   * @param count how many there are, listed or not
   */
  record Day(
      LocalDate date,
      boolean inMonth,
      boolean today,
      boolean off,
      @Nullable String name,
      boolean workedWeekend,
      List<DeadlineRow> due,
      int count) {}

  /**
   * @param counts how many are due on a day, whether among the rows or not
   */
  static MonthGrid of(
      YearMonth month,
      List<DeadlineRow> rows,
      Map<LocalDate, Integer> counts,
      WorkingCalendar calendar,
      LocalDate today,
      Lang lang) {
    Map<LocalDate, List<DeadlineRow>> byDay = new HashMap<>();
    for (DeadlineRow row : rows) {
      LocalDate due = row.due();
      if (due != null) {
        byDay.computeIfAbsent(due, _ -> new ArrayList<>()).add(row);
      }
    }
    WorkingCalendar.Year year = calendar.year(month.getYear());
    Map<LocalDate, WorkingCalendar.DayOff> off = new HashMap<>();
    year.nonWorking().forEach(day -> off.put(day.date(), day));
    Set<LocalDate> workedWeekends = new HashSet<>(year.workedWeekends());
    List<List<Day>> weeks = new ArrayList<>();
    LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
    while (!day.isAfter(month.atEndOfMonth())) {
      List<Day> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        boolean inMonth = YearMonth.from(day).equals(month);
        WorkingCalendar.DayOff why = off.get(day);
        week.add(
            new Day(
                day,
                inMonth,
                day.equals(today),
                inMonth && why != null,
                why == null || why.kind() == WorkingCalendar.Kind.WEEKEND
                    ? null
                    : why.name().in(lang),
                workedWeekends.contains(day),
                inMonth ? byDay.getOrDefault(day, List.of()) : List.of(),
                inMonth ? counts.getOrDefault(day, 0) : 0));
        day = day.plusDays(1);
      }
      weeks.add(week);
    }
    return new MonthGrid(month, year.provisional(), weeks);
  }

  /** How many deadlines of the month are counted and not listed. */
  public int unlisted() {
    return weeks.stream()
        .flatMap(List::stream)
        .mapToInt(day -> day.count() - day.due().size())
        .sum();
  }

  /** The days of the month on which something is due. */
  public List<Day> dueDays() {
    return weeks.stream()
        .flatMap(List::stream)
        .filter(day -> day.inMonth() && !day.due().isEmpty())
        .toList();
  }
}
