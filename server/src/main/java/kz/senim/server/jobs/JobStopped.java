package kz.senim.server.jobs;

/** A job ends before its end: its owner cancelled it, or the server is shutting down. */
public final class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean cancelled;

  JobStopped(boolean cancelled) {
    super(cancelled ? "cancelled" : "the server is shutting down");
    this.cancelled = cancelled;
  }

  boolean cancelled() {
    return cancelled;
  }
}
