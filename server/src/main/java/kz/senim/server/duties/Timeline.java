package kz.senim.server.duties;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is due in twelve months as a picture: two halves of six, which stand side by side on a wide
 * screen and one under the other on a narrow one. A dot is a deadline, at its day of the month.
 */
record Timeline(int width, int height, List<List<Month>> halves, int count) {

  private static final int MONTHS = 12;
  private static final int MONTH_WIDTH = 90;
  private static final int HEIGHT = 118;
  private static final int BASE = 78;
  private static final int RADIUS = 5;

  /** Deadlines of about five days stand in one column. */
  private static final int COLUMNS = 6;

  private static final int HIGHEST = 5;

  /**
   * One month.
   *
   * @param x its left edge in its half, in units of the picture
   * @param label short, as {@code Dec}; with the year for the first and for January
   * @param name whole, as {@code December 2026}
   * @param today where today stands, from its left edge; negative when it is another month
   * @param dots the deadlines as one path, empty for none; {@code overdue} those that are late
   */
  record Month(
      YearMonth month,
      int x,
      String label,
      String name,
      int count,
      int late,
      int today,
      String dots,
      String overdue,
      List<More> more) {}

  /** How many more there are than a column can show. */
  record More(int x, int y, int count) {}

  /**
   * @param days how many are due on each day, by day
   * @param day the day asked about: what is open before it is overdue
   */
  static Timeline of(List<KeptDeadlines.Day> days, LocalDate day, Locale locale) {
    List<Month> months = new ArrayList<>();
    YearMonth first = YearMonth.from(day);
    int all = 0;
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = first.plusMonths(i);
      int x = i % (MONTHS / 2) * MONTH_WIDTH;
      int[] count = new int[COLUMNS];
      int[] late = new int[COLUMNS];
      for (KeptDeadlines.Day some : days) {
        LocalDate due = some.due();
        if (due != null && YearMonth.from(due).equals(month)) {
          int column = (due.getDayOfMonth() - 1) * COLUMNS / month.lengthOfMonth();
          count[column] += some.deadlines();
          late[column] += due.isBefore(day) ? some.open() : 0;
        }
      }
      StringBuilder dots = new StringBuilder();
      StringBuilder overdue = new StringBuilder();
      List<More> more = new ArrayList<>();
      for (int column = 0; column < COLUMNS; column++) {
        int at = x + (2 * column + 1) * MONTH_WIDTH / (2 * COLUMNS);
        for (int n = 0; n < Math.min(count[column], HIGHEST); n++) {
          int y = BASE - (2 * n + 1) * (RADIUS + 1);
          if (n < late[column]) {
            overdue.append("M%d %dl6 11h-12z".formatted(at, y - RADIUS - 1));
          } else {
            dots.append("M%d %da5 5 0 1 0 10 0a5 5 0 1 0-10 0z".formatted(at - RADIUS, y));
          }
        }
        if (count[column] > HIGHEST) {
          more.add(new More(at, BASE - (2 * HIGHEST + 1) * (RADIUS + 1), count[column] - HIGHEST));
        }
      }
      int sum = Arrays.stream(count).sum();
      all += sum;
      boolean withYear = i == 0 || month.getMonthValue() == 1;
      months.add(
          new Month(
              month,
              x,
              text(month, withYear ? "LLL yyyy" : "LLL", locale),
              name(month, locale),
              sum,
              Arrays.stream(late).sum(),
              i == 0 ? x + (day.getDayOfMonth() - 1) * MONTH_WIDTH / month.lengthOfMonth() : -1,
              dots.toString(),
              overdue.toString(),
              more));
    }
    return new Timeline(
        MONTH_WIDTH * MONTHS / 2,
        HEIGHT,
        List.of(months.subList(0, MONTHS / 2), months.subList(MONTHS / 2, MONTHS)),
        all);
  }

  /** {@code December 2026}, {@code декабрь 2026}, and {@code 2026 ж. желтоқсан} in Kazakh. */
  static String name(YearMonth month, Locale locale) {
    boolean yearFirst = locale.getLanguage().equals("kk");
    return text(month, yearFirst ? "yyyy 'ж.' MMMM" : "LLLL yyyy", locale);
  }

  private static String text(YearMonth month, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(month);
  }
}
