package kz.senim.server.hooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one subscriber.
 *
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param nextAt when it is tried next, while it waits
 * @param status what the receiver answered last; null when it did not
 * @param error why it was not delivered: the key of a text; null when it was, or was not tried yet
 */
public record Delivery(
    UUID id,
    UUID subscription,
    String type,
    String payload,
    Instant createdAt,
    String state,
    int attempts,
    Instant nextAt,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Instant answeredAt) {}
