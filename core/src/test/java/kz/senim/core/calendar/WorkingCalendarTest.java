package kz.senim.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.senim.core.authoring.CalendarReader;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

  private static final WorkingCalendar KZ = new WorkingCalendar(data());

  @Test
  void the_days_that_decrees_moved_are_off_and_worked_in_each_year() {
    for (String[] moved :
        new String[][] {
          {"2019-05-10", "2019-05-04"},
          {"2020-01-03", "2020-01-05"},
          {"2020-05-08", "2020-05-11"},
          {"2020-12-18", "2020-12-20"},
          {"2021-07-05", "2021-07-03"},
          {"2022-03-07", "2022-03-05"},
          {"2022-08-29", "2022-08-27"},
          {"2022-10-24", "2022-10-22"},
          {"2023-07-07", "2023-07-01"},
          {"2024-05-08", "2024-05-04"},
          {"2025-01-03", "2025-01-05"}
        }) {
      assertThat(KZ.isWorkingDay(LocalDate.parse(moved[0]))).as(moved[0]).isFalse();
      assertThat(KZ.isWorkingDay(LocalDate.parse(moved[1]))).as(moved[1]).isTrue();
    }
  }

  @Test
  void a_holiday_on_a_weekend_gives_the_next_day_that_is_not_taken() {
    // 1 and 2 January 2022 were a Saturday and a Sunday.
    assertThat(off(2022, "01-03")).isEqualTo(WorkingCalendar.Kind.CARRIED);
    assertThat(off(2022, "01-04")).isEqualTo(WorkingCalendar.Kind.CARRIED);
    assertThat(works("2022-01-05")).isTrue();
    // 7 May 2022 was a Saturday, and Monday the 9th is a holiday itself.
    assertThat(off(2022, "05-10")).isEqualTo(WorkingCalendar.Kind.CARRIED);
    // 22 and 23 March 2025 were a weekend.
    assertThat(off(2025, "03-24")).isEqualTo(WorkingCalendar.Kind.CARRIED);
    assertThat(off(2025, "03-25")).isEqualTo(WorkingCalendar.Kind.CARRIED);
    assertThat(works("2025-03-26")).isTrue();
  }

  @Test
  void christmas_and_kurban_ait_are_never_carried() {
    // 7 January 2023 was a Saturday, 16 June 2024 a Sunday.
    assertThat(works("2023-01-09")).isTrue();
    assertThat(works("2024-06-17")).isTrue();
    assertThat(off(2026, "05-27")).isEqualTo(WorkingCalendar.Kind.HOLIDAY);
  }

  @Test
  void holidays_begin_and_end_with_their_years() {
    assertThat(works("2021-10-25")).isTrue();
    assertThat(works("2022-10-25")).isFalse();
    assertThat(works("2025-12-01")).isTrue();
    assertThat(works("2021-12-01")).isFalse();
    assertThat(works("2023-08-30")).isFalse();
    assertThat(works("2027-08-30")).isTrue();
    assertThat(works("2027-03-15")).isFalse();
  }

  @Test
  void a_year_whose_movable_days_are_not_known_is_provisional() {
    assertThat(KZ.year(2018).provisional()).isTrue();
    assertThat(KZ.year(2019).provisional()).isFalse();
    assertThat(KZ.year(2026).provisional()).isFalse();
    assertThat(KZ.year(2027).provisional()).isTrue();
  }

  @Test
  void the_day_of_the_event_is_not_counted() {
    // Monday plus one is Tuesday; Friday plus one is Monday; a Saturday's first day is Monday.
    assertThat(plus("2026-11-23", 1)).isEqualTo("2026-11-24");
    assertThat(plus("2026-11-20", 1)).isEqualTo("2026-11-23");
    assertThat(plus("2026-11-21", 1)).isEqualTo("2026-11-23");
    assertThat(plus("2026-11-21", 0)).isEqualTo("2026-11-23");
    assertThat(plus("2026-12-15", 1)).isEqualTo("2026-12-17");
    assertThat(plus("2026-11-23", -1)).isEqualTo("2026-11-20");
  }

  @Test
  void a_year_lists_every_day_off_and_the_weekends_that_are_worked() {
    WorkingCalendar.Year year = KZ.year(2020);
    assertThat(year.workedWeekends())
        .containsExactly(LocalDate.of(2020, 1, 5), LocalDate.of(2020, 12, 20));
    assertThat(year.nonWorking()).extracting(WorkingCalendar.DayOff::date).isSorted();
    int working = KZ.workingDaysBetween(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 12, 31));
    assertThat(year.nonWorking()).hasSize(366 - working);
  }

  @Test
  void a_regions_own_day_can_be_laid_over() {
    CalendarData own =
        new CalendarData(
            "region",
            List.of(),
            List.of(new CalendarData.Moved(LocalDate.of(2026, 11, 24), null, "akimat")));
    WorkingCalendar region = new WorkingCalendar(data().with(own));
    assertThat(region.plusWorkingDays(LocalDate.of(2026, 11, 23), 1))
        .isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @Test
  void days_outside_the_calendar_are_an_error() {
    assertThatThrownBy(() -> KZ.isWorkingDay(LocalDate.of(2300, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside the years");
    assertThatThrownBy(() -> KZ.plusWorkingDays(LocalDate.of(2026, 1, 1), 10_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void adding_and_counting_are_inverse(
      @ForAll @IntRange(min = 0, max = 12_000) int day,
      @ForAll @IntRange(min = 1, max = 3000) int n) {
    LocalDate from = LocalDate.of(2010, 1, 1).plusDays(day);
    LocalDate to = KZ.plusWorkingDays(from, n);
    assertThat(KZ.isWorkingDay(to)).isTrue();
    assertThat(KZ.workingDaysBetween(from, to)).isEqualTo(n);
    if (KZ.isWorkingDay(from)) {
      assertThat(KZ.plusWorkingDays(to, -n)).isEqualTo(from);
    }
  }

  @Property
  void a_later_beginning_or_a_longer_term_never_ends_sooner(
      @ForAll @IntRange(min = 0, max = 12_000) int day,
      @ForAll @IntRange(min = 0, max = 60) int later,
      @ForAll @IntRange(min = 0, max = 300) int n,
      @ForAll @IntRange(min = 0, max = 30) int more) {
    LocalDate from = LocalDate.of(2010, 1, 1).plusDays(day);
    assertThat(KZ.plusWorkingDays(from.plusDays(later), n + more))
        .isAfterOrEqualTo(KZ.plusWorkingDays(from, n));
  }

  private static boolean works(String day) {
    return KZ.isWorkingDay(LocalDate.parse(day));
  }

  private static String plus(String day, int n) {
    return KZ.plusWorkingDays(LocalDate.parse(day), n).toString();
  }

  private static WorkingCalendar.Kind off(int year, String day) {
    return KZ.year(year).nonWorking().stream()
        .filter(d -> d.date().toString().endsWith(day))
        .findFirst()
        .orElseThrow()
        .kind();
  }

  private static CalendarData data() {
    Problems problems = new Problems();
    try {
      Path file = Path.of("../law/calendar/kazakhstan.yaml");
      return CalendarReader.read(
          Yaml.read(new SourceFile("calendar", Files.readAllBytes(file)), problems).orElseThrow(),
          problems);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
