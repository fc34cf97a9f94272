package kz.senim.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
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
      "An owner describes a system in one file (a passport) and reads which requirements bind it, "
          + "which are met, which are not, which cannot be decided and what is missing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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
    System.exit(commandLine(args.length == 0 ? "" : args[0]).execute(args));
  }

  /** Every command, in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "assess",
          "ask",
          "duties",
          "law",
          "procedure",
          "case",
          "calendar",
          "exchange",
          "evidence",
          "warm-up",
          "generate-completion",
          "help");

  /** The whole command line, with every command. */
  static CommandLine commandLine() {
    return commandLine("");
  }

  /**
   * The command line for a run that begins with {@code first}: when that names a command, only that
   * one is set up, since setting up all of them costs more than most commands do.
   */
  private static CommandLine commandLine(String first) {
    boolean all =
        COMMANDS.indexOf(first) < 0 || COMMANDS.indexOf(first) > COMMANDS.indexOf("warm-up");
    CommandLine commandLine = new CommandLine(new Main());
    for (String name : all ? COMMANDS : List.of(first)) {
      commandLine.addSubcommand(command(name));
    }
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.registerConverter(java.time.LocalDate.class, Options::date);
    commandLine.setExecutionExceptionHandler((e, command, _) -> report(e, command));
    // Each subcommand's own usage error: one line and where to look, not the whole manual.
    CommandLine.IParameterExceptionHandler usage =
        (e, _) -> {
          e.getCommandLine().getErr().println("senim: " + usage(e));
          CommandLine.UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
          e.getCommandLine()
              .getErr()
              .println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
          return BAD_INPUT;
        };
    commandLine.setParameterExceptionHandler(usage);
    return commandLine;
  }

  /** What is wrong with the usage; of a word that is none of a few, which they are. */
  private static String usage(CommandLine.ParameterException e) {
    CommandLine.Model.ArgSpec argument = e.getArgSpec();
    if (argument == null || e.getValue() == null || argument.completionCandidates() == null) {
      return String.valueOf(e.getMessage());
    }
    String words = String.join(", ", argument.completionCandidates()).toLowerCase(Locale.ROOT);
    String name =
        argument instanceof CommandLine.Model.OptionSpec option
            ? option.longestName()
            : argument.paramLabel();
    return name + " takes " + words + "; not '" + e.getValue() + "'";
  }

  /** Not a map of method references: with picocli's old class files those break the AOT cache. */
  private static Object command(String name) {
    return switch (name) {
      case "assess" -> new AssessCommand();
      case "ask" -> new AskCommand();
      case "law" -> new LawCommand();
      case "duties" -> new DutiesCommand();
      case "procedure" -> new ProcedureCommand();
      case "case" -> new CaseCommand();
      case "calendar" -> new CalendarCommand();
      case "exchange" -> new ExchangeCommand();
      case "evidence" -> new EvidenceCommand();
      case "warm-up" -> new WarmUpCommand();
      case "generate-completion" -> new AutoComplete.GenerateCompletion();
      case "help" -> new HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
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
