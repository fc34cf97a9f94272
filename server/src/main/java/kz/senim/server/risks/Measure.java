package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the treatment plan.
 *
 * @param requirement the id of a requirement that it serves; null when it serves none
 * @param due by when
 * @param doneOn null while it is not
 */
public record Measure(
    UUID id,
    String text,
    @Nullable String requirement,
    String owner,
    LocalDate due,
    @Nullable LocalDate doneOn) {

  public boolean lateOn(LocalDate day) {
    return doneOn == null && due.isBefore(day);
  }
}
