package kz.senim.core.law;

import java.time.LocalDate;

/**
 * A change by another act, as a footnote of the official text tells it.
 *
 * @param act the number of the amending act, such as {@code 372}
 * @param on the day of the amending act
 * @param effective the day from which the change is in force
 * @param basis whether the footnote names that day, or it was estimated as {@code on} and ten
 *     calendar days (the footnotes count them from the publication, whose day they do not give)
 */
public record Amendment(String act, LocalDate on, LocalDate effective, Act.Basis basis) {}
