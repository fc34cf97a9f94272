package kz.senim.core.decision;

import java.time.LocalDate;

/** Thrown when a question is asked about a day on which none of the acts was in force yet. */
public final class BeforeTheLaw extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BeforeTheLaw(LocalDate asOf, LocalDate first) {
    super(
        "on "
            + asOf
            + " none of the acts in the law book was in force yet; the first one is since "
            + first);
  }
}
