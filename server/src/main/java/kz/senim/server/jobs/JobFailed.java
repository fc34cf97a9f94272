package kz.senim.server.jobs;

/** A job cannot be done. */
public final class JobFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param reason the key of the message that tells its owner why
   */
  public JobFailed(String reason) {
    super(reason);
  }
}
