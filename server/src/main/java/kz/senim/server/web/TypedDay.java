package kz.senim.server.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as people type them. ISO 8601 has years that neither a calendar nor the database knows. */
public final class TypedDay {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private TypedDay() {}

  /**
   * @throws DateTimeException when it is no day of ISO 8601, or none between 1900 and 2200
   */
  public static LocalDate parse(String text) {
    LocalDate day = LocalDate.parse(text);
    if (!fits(day)) {
      throw new DateTimeException(text + " is too far away");
    }
    return day;
  }

  /** Whether it lies between 1900 and 2200; so does none at all. */
  public static boolean fits(@Nullable LocalDate day) {
    return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
  }
}
