package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on information security that exists.
 *
 * @param level 1 to 4
 * @param kind the option of the law book; null for one of the organisation's own
 * @param approvedOn null when no act has approved it
 * @param act the legal act that approved it; null when none has
 * @param contents of the policy, what it sets out: options of the law book
 * @param place where it is kept; null when not told
 * @param createdOn when it was entered here
 * @param reviewedOn the last review up to the day asked about; null when there was none
 * @param acquainted how many of the people who work there on the day know it
 */
public record SecurityDocument(
    UUID id,
    UUID organization,
    int level,
    @Nullable String kind,
    String title,
    @Nullable String owner,
    @Nullable LocalDate approvedOn,
    @Nullable String act,
    boolean inKazakh,
    boolean inRussian,
    List<String> contents,
    @Nullable String place,
    LocalDate createdOn,
    @Nullable LocalDate archivedOn,
    @Nullable LocalDate reviewedOn,
    int acquainted) {

  /** From its approval, or from when it was entered if nothing approves it. */
  LocalDate existsFrom() {
    return approvedOn == null ? createdOn : approvedOn;
  }

  public boolean existsOn(LocalDate day) {
    return !existsFrom().isAfter(day) && (archivedOn == null || archivedOn.isAfter(day));
  }

  /** The day of the last approval or review up to the day; null when there was none. */
  @Nullable LocalDate lastDone(LocalDate day) {
    LocalDate approved = approvedOn != null && !approvedOn.isAfter(day) ? approvedOn : null;
    return reviewedOn == null || (approved != null && approved.isAfter(reviewedOn))
        ? approved
        : reviewedOn;
  }

  public boolean isApproved() {
    return approvedOn != null && act != null;
  }
}
