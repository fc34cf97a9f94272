package kz.senim.server.objects;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation.
 *
 * @param bin its business identification number; null when not told
 * @param archived whether it was put away
 */
public record Organization(UUID id, String name, @Nullable String bin, boolean archived) {}
