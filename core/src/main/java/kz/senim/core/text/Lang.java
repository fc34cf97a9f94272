package kz.senim.core.text;

/** The three languages in which Senim speaks; their codes are those of ISO 639-1. */
public enum Lang {
  EN,
  RU,
  KK;

  /** The ISO 639-1 code: {@code en}, {@code ru} or {@code kk}. */
  public String code() {
    return switch (this) {
      case EN -> "en";
      case RU -> "ru";
      case KK -> "kk";
    };
  }
}
