package kz.senim.server.objects;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An informatisation object: an information system, internet resource, platform or application.
 *
 * @param code its own identifier in the organisation; null when it has none
 */
public record InformatizationObject(
    UUID id, UUID organization, String name, @Nullable String code, boolean archived) {}
