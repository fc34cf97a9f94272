package kz.senim.server.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of evidence serves.
 *
 * @param requirement an id of the law book
 * @param object whose requirement; null when it counts for all the organisation's objects
 * @param objectName null with {@code object}
 */
public record Link(
    long id, String requirement, @Nullable UUID object, @Nullable String objectName) {}
