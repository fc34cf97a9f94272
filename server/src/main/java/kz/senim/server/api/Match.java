package kz.senim.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Which state of a thing the caller means to change: its If-Match. Without it a change could undo
 * another's.
 */
public final class Match {

  private final Etags etags;
  private final @Nullable String header;

  Match(Etags etags, @Nullable String header) {
    this.etags = etags;
    this.header = header;
  }

  /**
   * Compares with the thing as it is now.
   *
   * @throws Refusal when the caller told no state, or another one than this
   */
  public void must(Object now) {
    if (header == null) {
      throw new Refusal(
          Problem.PRECONDITION,
          new Mistakes().add("If-Match", "api.missing", "api.if-match.fix").refusal().mistakes());
    }
    if (header.strip().startsWith("W/") || !Etags.matches(header, etags.of(now))) {
      throw new Refusal(Problem.CHANGED);
    }
  }
}
