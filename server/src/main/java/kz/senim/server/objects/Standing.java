package kz.senim.server.objects;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an object stood on a day, counted.
 *
 * @param highNotMet of those not met, how many weigh most
 * @param nextDue the first day on which something is due; null when nothing has a day
 * @param sections counts of met, not met, undecided by {@code act#section}
 */
public record Standing(
    UUID object,
    LocalDate day,
    int met,
    int notMet,
    int undecided,
    int notApplicable,
    int highNotMet,
    @Nullable LocalDate nextDue,
    Map<String, int[]> sections) {

  /** How many requirements bind it. */
  public int binding() {
    return met + notMet + undecided;
  }
}
