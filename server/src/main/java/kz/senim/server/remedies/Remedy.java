package kz.senim.server.remedies;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to be done so that a requirement of an object is met.
 *
 * @param requirement an id of the law book
 * @param task what is to be done
 * @param owner the account that answers for it
 * @param due the day by which
 * @param done whether it is done; it can be opened again
 * @param met whether the requirement was met when its object was last decided
 */
public record Remedy(
    UUID id,
    UUID organization,
    String organizationName,
    UUID object,
    String objectName,
    String requirement,
    String task,
    UUID owner,
    String ownerName,
    LocalDate due,
    boolean done,
    boolean met) {

  /** Whether it is open and the day asked about lies after its own. */
  public boolean overdue(LocalDate day) {
    return !done && due.isBefore(day);
  }
}
