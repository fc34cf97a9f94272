package kz.senim.core.decision;

import kz.senim.core.text.Localized;

/**
 * Something a reader must know before relying on an assessment.
 *
 * @param act the act it is about; empty when about the subject
 */
public record Warning(Kind kind, String act, Localized text) {

  /** What it warns of. */
  public enum Kind {
    /** The day is later than the day to which the book was checked. */
    NOT_VERIFIED,
    /** The act is known to have changed before that day; the new text is not held. */
    KNOWN_CHANGE,
    /** Some provisions had another wording on that day, which is not held. */
    EARLIER_WORDING,
    /** The act was not in force on that day. */
    NOT_IN_FORCE,
    /** A repealed act is applied because the deployment adopted it. */
    ADOPTED,
    /** The act is a draft. */
    DRAFT,
    /** Facts that may not be relied on any more. */
    EXPIRED_FACTS
  }
}
