package kz.senim.server.notices;

import java.util.Locale;

/** What a notice tells; its arguments, in this order, are what the text of the kind speaks of. */
public enum NoticeKind {
  /** Requirement, name of object or organisation, day. */
  DUTY_DUE,
  /** Requirement, name of object or organisation, day. */
  DUTY_OVERDUE,
  /** Fact, name of object or organisation, last day. */
  FACT_EXPIRES,
  /** Name of the evidence, name of object or organisation, last day. */
  EVIDENCE_EXPIRES,
  /** Title of the remedy, name of object or organisation, day. */
  REMEDY_ASSIGNED,
  /** Title of the remedy, name of object or organisation, day. */
  REMEDY_DUE,
  /** Title of the remedy, name of object or organisation, day. */
  REMEDY_OVERDUE,
  /** Who asked, of whom or what. */
  APPROVAL_ASKED,
  /** Who approved, of whom or what. */
  APPROVAL_GIVEN,
  /** Who refused, of whom or what. */
  APPROVAL_REFUSED,
  /** Who asks for a new way into the reader's account. */
  ENTRY_ASKED,
  /** Who asked for a new way into the reader's account that works now. */
  ENTRY_OPENED;

  /** The word used for it in the database and in messages, such as {@code duty-due}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static NoticeKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
