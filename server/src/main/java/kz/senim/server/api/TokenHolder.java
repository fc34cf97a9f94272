package kz.senim.server.api;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With what a request to the API was let in.
 *
 * @param token the token's identifier
 * @param organization the only organisation it opens; null for all of its owner's
 */
public record TokenHolder(UUID token, @Nullable UUID organization, Set<Scope> scopes) {}
