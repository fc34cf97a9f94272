package kz.senim.server.web;

import java.time.LocalDate;

/**
 * The day for which a page answers.
 *
 * @param day today unless the viewer chose another
 */
public record AsOf(LocalDate day, LocalDate today) {

  public boolean isToday() {
    return day.equals(today);
  }

  public boolean isPast() {
    return day.isBefore(today);
  }

  public boolean isFuture() {
    return day.isAfter(today);
  }
}
