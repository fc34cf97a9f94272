package kz.senim.server.approvals;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for.
 *
 * @param organization null for what is the installation's
 * @param subject of whom or what, in words that need no language
 * @param target whose rights it is about
 * @param input what its kind needs to know
 * @param decidedBy the second person's name; null while nobody decided
 */
public record Approval(
    UUID id,
    String kind,
    @Nullable UUID organization,
    @Nullable String organizationName,
    String subject,
    @Nullable UUID target,
    String input,
    UUID askedBy,
    String askedByName,
    Instant askedAt,
    Instant expiresAt,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  /** How far it is. */
  public enum State {
    WAITING,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** There was no second person: it took effect at once. */
    ALONE,
    /** Nobody decided in time. */
    EXPIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
