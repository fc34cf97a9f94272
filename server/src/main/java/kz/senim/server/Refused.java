package kz.senim.server;

import java.net.BindException;
import java.util.Locale;
import kz.senim.server.walls.DatabaseRoles;
import kz.senim.server.walls.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** The server does not start, for a reason that an operator can do something about. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean passing;

  /**
   * @param reason what is wrong and what to do, in a sentence or two
   */
  public Refused(String reason) {
    this(reason, false);
  }

  /**
   * @param passing whether another try a little later may well succeed
   */
  Refused(String reason, boolean passing) {
    super(reason);
    this.passing = passing;
  }

  /** All that is told of it. */
  public String reason() {
    return String.valueOf(getMessage());
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

  /** The reason for which a start failed; null when it is none that an operator knows. */
  static @Nullable String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.reason();
      }
      if (cause instanceof DatabaseRoles.Unfit || cause instanceof EmbeddedDatabase.NotOurs) {
        return cause.getMessage();
      }
      if (cause instanceof PortInUseException port) {
        return String.format(
            Locale.ROOT,
            "port %d is taken by another program; choose another with senim.port or"
                + " senim.management.port",
            port.getPort());
      }
      if (cause instanceof BindException) {
        return "cannot listen: "
            + cause.getMessage()
            + "; see senim.address, senim.port, senim.management.address";
      }
    }
    return null;
  }
}
