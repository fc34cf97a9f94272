package kz.senim.core.decision;

import java.time.LocalDate;
import kz.senim.core.text.Message;

/** Thrown when a question is asked about a day on which none of the acts was in force yet. */
public final class BeforeTheLaw extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  public BeforeTheLaw(LocalDate asOf, LocalDate first) {
    this(PassportMistake.BEFORE_THE_LAW.with(asOf, first));
  }

  private BeforeTheLaw(Message reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Message reason() {
    return reason;
  }
}
