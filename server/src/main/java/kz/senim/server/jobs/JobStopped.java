package kz.senim.server.jobs;

/** A job ends before its end. */
public final class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why it ends. */
  enum Why {
    /** Its owner wants it no more. */
    CANCELLED,
    /** This server stops; another one, or its next start, goes on. */
    SHUTDOWN,
    /** Another server does it by now. */
    LOST
  }

  private final Why why;

  JobStopped(Why why) {
    super(why.name());
    this.why = why;
  }

  Why why() {
    return why;
  }
}
