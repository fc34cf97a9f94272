package kz.senim.server.backup;

/** A backup or a restore cannot be done; the message says why and what to do. */
final class BackupProblem extends Exception {

  private static final long serialVersionUID = 1;

  BackupProblem(String message) {
    super(message);
  }

  BackupProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
