package kz.senim.server.hooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told.
 *
 * @param events words of {@link HookEvent}
 * @param waiting how many messages it does not have yet
 * @param failed how many were given up
 * @param endedAt null while it is told
 */
public record Subscription(
    UUID id,
    UUID organization,
    String url,
    List<String> events,
    Instant createdAt,
    int waiting,
    int failed,
    @Nullable Instant endedAt) {

  public boolean ended() {
    return endedAt != null;
  }
}
