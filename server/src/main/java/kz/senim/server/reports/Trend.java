package kz.senim.server.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import kz.senim.server.objects.Standing;

/**
 * How an object stood over time, as a picture: bands of met, not met and undecided upon each other.
 * A standing holds until the next one.
 *
 * @param met the points of each band's outline, for a viewport of {@value #WIDTH} × {@value
 *     #HEIGHT}
 * @param marks days with a standing of their own, and where they are
 */
record Trend(
    String met,
    String notMet,
    String undecided,
    List<Mark> marks,
    LocalDate first,
    LocalDate last,
    List<Standing> standings) {

  static final int WIDTH = 720;
  static final int HEIGHT = 180;

  /** A day with a standing of its own. */
  record Mark(double x, LocalDate day) {}

  /** For every standing up to {@code last}, oldest first; at least one. */
  static Trend of(List<Standing> standings, LocalDate last) {
    LocalDate first = standings.getFirst().day();
    long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
    int most = Math.max(1, standings.stream().mapToInt(Standing::binding).max().orElse(1));
    List<Mark> marks = new ArrayList<>();
    for (Standing standing : standings) {
      marks.add(
          new Mark(
              (double) WIDTH * ChronoUnit.DAYS.between(first, standing.day()) / days,
              standing.day()));
    }
    return new Trend(
        band(standings, marks, most, _ -> 0, Standing::met),
        band(standings, marks, most, Standing::met, s -> s.met() + s.notMet()),
        band(standings, marks, most, s -> s.met() + s.notMet(), Standing::binding),
        marks,
        first,
        last,
        standings);
  }

  /** Along the upper edge in steps, and back along the lower one. */
  private static String band(
      List<Standing> standings,
      List<Mark> marks,
      int most,
      ToIntFunction<Standing> lower,
      ToIntFunction<Standing> upper) {
    List<String> there = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < standings.size(); i++) {
      double from = marks.get(i).x();
      double to = i + 1 < standings.size() ? marks.get(i + 1).x() : WIDTH;
      double high = y(upper.applyAsInt(standings.get(i)), most);
      double low = y(lower.applyAsInt(standings.get(i)), most);
      there.add(point(from, high));
      there.add(point(to, high));
      back.addFirst(point(from, low));
      back.addFirst(point(to, low));
    }
    there.addAll(back);
    return String.join(" ", there);
  }

  private static double y(int count, int most) {
    return HEIGHT - (double) HEIGHT * count / most;
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }
}
