package kz.senim.core.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one fact, and how.
 *
 * @param value as {@link kz.senim.core.rule.Type} says
 * @param source how it came to be known
 * @param by who says so, or which tool measured it; null when not told
 * @param signedBy who signed for it; null when nobody did
 * @param observed the day it was observed; null when not told
 * @param from the first day on which it is true; null when since ever
 * @param until the last day on which it may be relied on; null when without end
 * @param reference the document, report or evidence it was read from; null when none
 */
public record FactValue(
    Object value,
    Source source,
    @Nullable String by,
    @Nullable String signedBy,
    @Nullable LocalDate observed,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String reference) {

  /** A fact that its owner states, without more. */
  public static FactValue declared(Object value) {
    return new FactValue(value, Source.DECLARED, null, null, null, null, null, null);
  }

  /** Whether it may be relied on that day. */
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** How a fact came to be known. */
  public enum Source {
    DECLARED,
    DOCUMENT,
    MEASURED,
    ATTESTED;

    /** The word used for it in passports and output. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
