package kz.senim.server;

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
          Message known = Refused.reason(failure);
          Message reason =
              known == null ? StartSay.FAILED.with(String.valueOf(failure.getMessage())) : known;
          failed.getErr().println("senim: " + reason.in(Languages.usual()));
          return FAILED;
        });
    Commands.speak(line, ServerCommands.class);
    return line;
  }
}
