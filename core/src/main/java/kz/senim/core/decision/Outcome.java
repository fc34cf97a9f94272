package kz.senim.core.decision;

/** How a requirement stands for a subject on a day. */
public enum Outcome {
  /** It does not bind this subject. */
  NOT_APPLICABLE("not-applicable"),
  MET("met"),
  NOT_MET("not-met"),
  /** What is known does not decide it. */
  UNDECIDED("undecided");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word used for it in cases, options and output. */
  public String word() {
    return word;
  }
}
