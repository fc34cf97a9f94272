package kz.senim.core.rule;

/** The types of facts and of figures of the law. Each has one Java class for its values. */
public enum Type {
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link Double}; its unit stands with the fact. */
  NUMBER,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.Period}, in months and days. */
  PERIOD,
  /** {@link String}, free. */
  TEXT,
  /** {@link String}, one of the fact's options. */
  CHOICE,
  /** {@code List<String>} of the fact's options, in the order of the options, without repeats. */
  SET;

  /** The word used for it in {@code law/}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
