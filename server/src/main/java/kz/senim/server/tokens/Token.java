package kz.senim.server.tokens;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A personal token.
 *
 * @param organization the only organisation it opens; null for all of its owner's
 * @param organizationName null with {@code organization}
 * @param hint its beginning and end
 * @param lastUsed null when it never was
 */
public record Token(
    UUID id,
    UUID account,
    @Nullable UUID organization,
    @Nullable String organizationName,
    String name,
    Set<Scope> scopes,
    String hint,
    Instant created,
    Instant expires,
    @Nullable Instant lastUsed,
    @Nullable String lastUsedFrom,
    boolean revoked) {

  public boolean works(Instant now) {
    return !revoked && now.isBefore(expires);
  }
}
