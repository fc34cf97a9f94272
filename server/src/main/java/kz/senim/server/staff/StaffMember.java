package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works, or worked, in the organisation. Only the name and what belongs to the work.
 *
 * @param duty {@code security}, {@code administrator}, {@code personnel} or {@code other}
 * @param joinedOn null when not told
 * @param leftOn the last day; null while they work there
 * @param accessRevokedOn when the last right of access was taken away; null when it was not
 * @param courseOn when the last specialised security course with a certificate ended; null when
 *     there was none
 * @param trainings how many trainings are recorded
 */
public record StaffMember(
    UUID id,
    UUID organization,
    String name,
    String post,
    String duty,
    @Nullable LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    @Nullable LocalDate accessRevokedOn,
    @Nullable LocalDate courseOn,
    int trainings,
    boolean archived) {

  static final String SECURITY = "security";

  /** Whether they work there on the day. */
  public boolean worksOn(LocalDate day) {
    return !archived
        && (joinedOn == null || !joinedOn.isAfter(day))
        && (leftOn == null || !leftOn.isBefore(day));
  }

  /** Whether they left and can still get in. */
  public boolean leftWithAccess(LocalDate day) {
    return !archived
        && leftOn != null
        && leftOn.isBefore(day)
        && (accessRevokedOn == null || accessRevokedOn.isAfter(day));
  }

  /** Whether paragraph 30 asks a course of them. */
  public boolean needsCourse() {
    return duty.equals(SECURITY);
  }
}
