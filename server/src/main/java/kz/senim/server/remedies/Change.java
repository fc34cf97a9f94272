package kz.senim.server.remedies;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry of a remedy's history: the whole remedy as it was from then on.
 *
 * @param event {@code assigned}, {@code changed}, {@code done} or {@code reopened}
 * @param by who did it
 */
public record Change(
    long id,
    String event,
    String task,
    String ownerName,
    LocalDate due,
    String note,
    Instant at,
    String by) {}
