package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that somebody finished.
 *
 * @param kind {@code security-course} (specialised, paragraph 30), {@code information-security} or
 *     {@code informatization} (paragraph 44)
 * @param certificate its number; null when none was given
 */
public record Training(
    UUID id, String kind, String title, LocalDate finishedOn, @Nullable String certificate) {}
