package kz.senim.server.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, in the version that counts on the day asked about: the newest of those that
 * have begun, else the newest.
 *
 * @param kind an id of the law book's kinds of evidence
 * @param archivedReason why it was put away; null while it is in use
 * @param validFrom the first day of this version; null when since ever
 * @param validUntil its last day; null when without end
 * @param serves how many requirements it is linked to
 */
public record Piece(
    UUID id,
    UUID organization,
    String kind,
    String title,
    @Nullable String archivedReason,
    int version,
    String fileName,
    long size,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    int serves) {

  /** How many days before its end a piece is said to expire soon. */
  public static final int SOON_DAYS = 30;

  /** The words of {@link #state}. */
  static final List<String> STATES = List.of("valid", "expiring", "expired", "later", "archived");

  public boolean archived() {
    return archivedReason != null;
  }

  /**
   * How far it can be relied on that day: {@code archived}, {@code later}, {@code expired}, {@code
   * expiring} or {@code valid}.
   */
  public String state(LocalDate day) {
    if (archived()) {
      return "archived";
    }
    if (validFrom != null && validFrom.isAfter(day)) {
      return "later";
    }
    if (validUntil == null) {
      return "valid";
    }
    if (validUntil.isBefore(day)) {
      return "expired";
    }
    return validUntil.isAfter(day.plusDays(SOON_DAYS)) ? "valid" : "expiring";
  }
}
