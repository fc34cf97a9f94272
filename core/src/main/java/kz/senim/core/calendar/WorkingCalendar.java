package kz.senim.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.senim.core.text.Localized;

/**
 * Which days are worked. All years from {@value #FIRST} to {@value #LAST} are worked out once;
 * every question is then answered in constant time.
 *
 * <p>A holiday on a weekend gives the next working day off, and the next after that if it is taken;
 * what a decree moves goes before all of it. A year whose movable days are not known is worked out
 * from the rules alone and is {@link #isProvisional provisional}.
 */
public final class WorkingCalendar {

  static final int FIRST = 1990;
  static final int LAST = 2200;

  private static final Localized WEEKEND = new Localized("weekend", "выходной", "демалыс күні");

  private final CalendarData data;
  private final long epoch = LocalDate.of(FIRST, 1, 1).toEpochDay();
  private final Map<LocalDate, DayOff> special = new HashMap<>();
  private final Set<LocalDate> worked = new HashSet<>();

  /** For each day, how many working days there are up to and including it. */
  private final int[] upTo;

  /** The n-th working day, from 1, as a number of days from the first. */
  private final int[] nth;

  /** Why a day is off. */
  public enum Kind {
    WEEKEND,
    HOLIDAY,
    CARRIED,
    MOVED
  }

  /** A day off. */
  public record DayOff(LocalDate date, Kind kind, Localized name) {}

  /**
   * A year as it is worked.
   *
   * @param nonWorking every day off, in order
   * @param workedWeekends Saturdays and Sundays that are worked
   */
  public record Year(
      int year, boolean provisional, List<DayOff> nonWorking, List<LocalDate> workedWeekends) {}

  public WorkingCalendar(CalendarData data) {
    this.data = data;
    holidays();
    data.moved()
        .forEach(
            moved -> {
              if (moved.worked() != null) {
                special.remove(moved.worked());
                worked.add(moved.worked());
              }
            });
    data.moved()
        .forEach(
            moved -> {
              if (moved.off() != null) {
                special.put(
                    moved.off(),
                    new DayOff(
                        moved.off(),
                        Kind.MOVED,
                        new Localized(
                            "moved from " + moved.worked(),
                            "перенесён с " + moved.worked(),
                            moved.worked() + " күнінен ауыстырылған")));
              }
            });
    int days = (int) (LocalDate.of(LAST, 12, 31).toEpochDay() - epoch) + 1;
    upTo = new int[days];
    int[] found = new int[days + 1];
    int count = 0;
    for (int i = 0; i < days; i++) {
      if (works(LocalDate.ofEpochDay(epoch + i))) {
        count++;
        found[count] = i;
      }
      upTo[i] = count;
    }
    nth = java.util.Arrays.copyOf(found, count + 1);
  }

  private void holidays() {
    for (int year = FIRST; year <= LAST; year++) {
      Map<LocalDate, CalendarData.Holiday> ofYear = new TreeMap<>();
      for (CalendarData.Holiday holiday : data.holidays()) {
        if (!holiday.in(year)) {
          continue;
        }
        for (var monthDay : holiday.monthDays()) {
          ofYear.put(monthDay.atYear(year), holiday);
        }
        LocalDate movable = holiday.movable(year);
        if (movable != null) {
          ofYear.putIfAbsent(movable, holiday);
        }
      }
      ofYear.forEach(
          (date, holiday) -> special.put(date, new DayOff(date, Kind.HOLIDAY, holiday.name())));
      ofYear.forEach(
          (date, holiday) -> {
            if (holiday.carries() && isWeekend(date)) {
              LocalDate next = date.plusDays(1);
              while (isWeekend(next) || special.containsKey(next) || ofYear.containsKey(next)) {
                next = next.plusDays(1);
              }
              special.put(next, new DayOff(next, Kind.CARRIED, holiday.name()));
            }
          });
    }
  }

  private boolean works(LocalDate date) {
    DayOff day = special.get(date);
    return day == null && (!isWeekend(date) || worked.contains(date));
  }

  private static boolean isWeekend(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  /**
   * @throws IllegalArgumentException when the day is not in a year from 1990 to 2200
   */
  public boolean isWorkingDay(LocalDate date) {
    int i = index(date);
    return upTo[i] != (i == 0 ? 0 : upTo[i - 1]);
  }

  /**
   * The day on which a term of {@code n} working days ends that begins on {@code from}: the day of
   * the event is not counted. With a negative number, the n-th working day before it; with 0, the
   * day itself or, when it is off, the next working day.
   *
   * @throws IllegalArgumentException when it would end after 2200 or before 1990
   */
  public LocalDate plusWorkingDays(LocalDate from, int n) {
    if (n == 0) {
      return nextWorkingDay(from);
    }
    int i = index(from);
    long target = n > 0 ? (long) upTo[i] + n : (i == 0 ? 0 : upTo[i - 1]) + 1L + n;
    if (target < 1 || target >= nth.length) {
      throw new IllegalArgumentException(
          "the term ends outside the years " + FIRST + " to " + LAST);
    }
    return LocalDate.ofEpochDay(epoch + nth[(int) target]);
  }

  /** How many working days there are after {@code from}, up to and including {@code to}. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return upTo[index(to)] - upTo[index(from)];
  }

  /** The day itself when it is worked, else the next one that is. */
  public LocalDate nextWorkingDay(LocalDate date) {
    if (isWorkingDay(date)) {
      return date;
    }
    return plusWorkingDays(date, 1);
  }

  /** Whether the year is worked out from the rules alone, since its movable days are not known. */
  public boolean isProvisional(int year) {
    return data.holidays().stream()
        .anyMatch(h -> h.isMovable() && h.in(year) && h.movable(year) == null);
  }

  /** The year as it is worked. */
  public Year year(int year) {
    List<DayOff> off = new ArrayList<>();
    List<LocalDate> workedWeekends = new ArrayList<>();
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        if (isWeekend(day)) {
          workedWeekends.add(day);
        }
      } else {
        off.add(special.getOrDefault(day, new DayOff(day, Kind.WEEKEND, WEEKEND)));
      }
    }
    off.sort(Comparator.comparing(DayOff::date));
    return new Year(year, isProvisional(year), off, workedWeekends);
  }

  private int index(LocalDate date) {
    long i = date.toEpochDay() - epoch;
    if (i < 0 || i >= upTo.length) {
      throw new IllegalArgumentException(
          date + " is outside the years " + FIRST + " to " + LAST + " of the calendar");
    }
    return (int) i;
  }
}
