package kz.senim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code senim}. */
@Command(
    name = "senim",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "  senim assess examples/regional-internet-resource.yaml",
      "  senim ask my-system.yaml",
      "  senim law show P1600000832/38/4"
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
    Commands.utf8();
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
    commandLine.registerConverter(java.time.LocalDate.class, Options::date);
    commandLine.setExecutionExceptionHandler(
        (e, command, result) ->
            report(e, command, Languages.of(result.originalArgs().toArray(String[]::new))));
    Commands.speak(commandLine, Main.class);
    return commandLine;
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
  private static int report(Exception e, CommandLine command, Lang lang) throws Exception {
    PrintWriter err = command.getErr();
    switch (e) {
      case InvalidSource invalid -> tell(invalid.problems(), err, lang);
      case BeforeTheLaw before -> err.println("senim: " + before.reason().in(lang));
      case BadInput bad -> err.println("senim: " + bad.said().in(lang));
      case IOException io -> err.println("senim: " + reason(io).in(lang));
      default -> throw e;
    }
    return BAD_INPUT;
  }

  /** All mistakes of a file, and how many they are. */
  static void tell(Problems problems, PrintWriter err, Lang lang) {
    err.print(problems.render(lang));
    err.println(problems.count().in(lang));
  }

  private static Message reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> Say.NO_FILE.with(missing.getFile());
      case NotDirectoryException none -> Say.NOT_A_FOLDER.with(none.getFile());
      case AccessDeniedException denied -> Say.NO_PERMISSION.with(denied.getFile());
      case FileSystemException folder when Files.isDirectory(Path.of(folder.getFile())) ->
          Say.A_FOLDER.with(folder.getFile());
      default -> Say.FAILED.with(String.valueOf(e.getMessage()));
    };
  }
}
