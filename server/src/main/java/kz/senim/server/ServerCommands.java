package kz.senim.server;

import java.sql.SQLException;
import kz.senim.core.text.Message;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
import picocli.CommandLine;

/** The command lines of the commands that work with a server's data. */
public final class ServerCommands {

  private static final int FAILED = 2;

  private ServerCommands() {}

  /** Of a command that tells in a line, in the operator's language, why it could not be done. */
  public static CommandLine of(Object command) {
    CommandLine line = new CommandLine(command);
    line.setExecutionExceptionHandler(
        (failure, failed, _) -> {
          failed.getErr().println("senim: " + reason(failure).in(Languages.usual()));
          return FAILED;
        });
    Commands.speak(line, ServerCommands.class);
    return line;
  }

  /** Of a database that cannot be asked, what it says. */
  private static Message reason(Throwable failure) {
    Message known = Refused.reason(failure);
    if (known != null) {
      return known;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return StartSay.DATABASE_SAYS.with(String.valueOf(cause.getMessage()));
      }
    }
    return StartSay.FAILED.with(String.valueOf(failure.getMessage()));
  }
}
