package kz.senim.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * An owner's description of one informatisation object and of the organisation around it.
 *
 * @param name the object's name
 * @param id the object's own identifier in the organisation; null when it has none
 * @param organization the organisation's name
 * @param bin the organisation's business identification number; null when not given
 */
public record Passport(
    String name, @Nullable String id, String organization, @Nullable String bin, Facts facts) {}
