package kz.senim.core.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as people read them in each language. */
public final class Days {

  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private Days() {}

  /** {@code 2026-11-23} in English, {@code 23.11.2026} in Russian and Kazakh. */
  public static String in(LocalDate day, Lang lang) {
    return lang == Lang.EN ? day.toString() : day.format(DAY_FIRST);
  }
}
