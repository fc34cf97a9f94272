package kz.senim.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.source.InvalidSource;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code senim}. */
@Command(
    name = "senim",
    description = {
      "The law of Kazakhstan's information security as running code.",
      "",
      "An owner describes a system in one file (a passport) and reads which requirements bind it,",
      "which are met, which are not, which cannot be decided and what is missing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AssessCommand.class,
      AskCommand.class,
      LawCommand.class,
      ExchangeCommand.class,
      WarmUpCommand.class,
      AutoComplete.GenerateCompletion.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim assess examples/regional-internet-resource.yaml",
      "  senim ask my-system.yaml",
      "  senim law show P1600000832/38/4",
      "",
      "Exit codes: 0 done; 1 the check asked for failed; 2 bad input or usage."
    })
public final class Main {

  /** Done. */
  static final int OK = 0;

  /** The check that was asked for failed. */
  static final int FAILED = 1;

  /** Bad input or usage. */
  static final int BAD_INPUT = 2;

  private Main() {}

  public static void main(String[] args) {
    Terminal.utf8();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.registerConverter(java.time.LocalDate.class, Options::date);
    commandLine.setExecutionExceptionHandler((e, command, _) -> report(e, command));
    // Each subcommand's own usage error: one line and where to look, not the whole manual.
    CommandLine.IParameterExceptionHandler usage =
        (e, _) -> {
          e.getCommandLine().getErr().println("senim: " + e.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
          e.getCommandLine()
              .getErr()
              .println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
          return BAD_INPUT;
        };
    commandLine.setParameterExceptionHandler(usage);
    return commandLine;
  }

  /** What a person can mend is said in a sentence; anything else is a fault of ours. */
  private static int report(Exception e, CommandLine command) throws Exception {
    switch (e) {
      case InvalidSource invalid -> {
        command.getErr().print(invalid.problems().render());
        int count = invalid.problems().list().size() + invalid.problems().dropped();
        command.getErr().println(count == 1 ? "1 problem" : count + " problems");
      }
      case BeforeTheLaw before -> command.getErr().println("senim: " + before.getMessage());
      case NoSuchFileException missing ->
          command.getErr().println("senim: there is no file '" + missing.getFile() + "'");
      case NotDirectoryException none ->
          command.getErr().println("senim: '" + none.getFile() + "' is not a folder");
      case AccessDeniedException denied ->
          command.getErr().println("senim: no permission for '" + denied.getFile() + "'");
      case BadInput bad -> command.getErr().println("senim: " + bad.getMessage());
      case IOException io -> command.getErr().println("senim: " + io.getMessage());
      default -> throw e;
    }
    return BAD_INPUT;
  }
}
