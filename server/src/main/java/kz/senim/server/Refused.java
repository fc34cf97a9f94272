package kz.senim.server;

import java.net.BindException;
import kz.senim.core.text.Message;
import kz.senim.server.walls.DatabaseRoles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** The server does not start, for a reason that an operator can do something about. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Message reason;
  private final boolean passing;

  /**
   * @param reason what is wrong and what to do, in a sentence or two
   */
  public Refused(Message reason) {
    this(reason, false);
  }

  /**
   * @param passing whether another try a little later may well succeed
   */
  Refused(Message reason, boolean passing) {
    super(reason.toString());
    this.reason = reason;
    this.passing = passing;
  }

  /** All that is told of it. */
  public Message reason() {
    return reason;
  }

  /** Whether another try a little later may well succeed. */
  static boolean passes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.passing;
      }
    }
    return false;
  }

  /** The reason for which something failed; null when it is none that an operator knows. */
  public static @Nullable Message reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.reason();
      }
      if (cause instanceof DatabaseRoles.Unfit unfit) {
        return unfit.reason();
      }
      if (cause instanceof PortInUseException port) {
        return StartSay.PORT_TAKEN.with(Integer.toString(port.getPort()));
      }
      if (cause instanceof BindException) {
        return StartSay.CANNOT_LISTEN.with(String.valueOf(cause.getMessage()));
      }
    }
    return null;
  }
}
