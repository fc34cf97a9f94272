package kz.senim.server.backup;

import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;

/** A backup or a restore cannot be done; the message says why and what to do. */
final class BackupProblem extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Message reason;

  BackupProblem(Message reason) {
    this(reason, null);
  }

  BackupProblem(Message reason, @Nullable Throwable cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  Message reason() {
    return reason;
  }
}
