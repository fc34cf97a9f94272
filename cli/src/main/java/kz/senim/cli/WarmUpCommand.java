package kz.senim.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Walks the common paths once, so that the ahead-of-time cache of a build holds their classes. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Parameters private String passport = "";

  @Override
  public Integer call() {
    List<List<String>> commands =
        List.of(
            List.of("assess", passport),
            List.of("assess", passport, "--format", "json"),
            List.of("assess", passport, "--format", "html"),
            List.of("law", "show", "P1600000832/38/4"));
    for (List<String> command : commands) {
      CommandLine commandLine = Main.commandLine();
      commandLine.setOut(new PrintWriter(Writer.nullWriter()));
      int code = commandLine.execute(command.toArray(String[]::new));
      if (code == Main.BAD_INPUT) {
        return code;
      }
    }
    return Main.OK;
  }
}
