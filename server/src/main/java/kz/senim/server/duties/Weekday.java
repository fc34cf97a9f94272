package kz.senim.server.duties;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A day of the week: short for the eye, whole for the ear. */
record Weekday(String brief, String name) {

  /** From Monday. */
  static List<Weekday> all(Locale locale) {
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                new Weekday(
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
        .toList();
  }
}
