package kz.senim.core.law;

import java.util.Locale;

/** What a provision does. */
public enum Nature {
  DUTY,
  PROHIBITION,
  PERMISSION,
  DEFINITION,
  SCOPE,
  PROCEDURE,
  REFERENCE;

  /** The word used for it in {@code law/}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
