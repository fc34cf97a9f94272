package kz.senim.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import kz.senim.core.text.Lang;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Makes commands speak the language of who runs them. */
public final class Commands {

  /** The exit code of a call that is wrong. */
  private static final int MISUSED = 2;

  private Commands() {}

  /** Output is UTF-8 whatever the locale says: Kazakh letters are in no other usual encoding. */
  public static void utf8() {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  /**
   * Sets up help and the answers to a wrong call, once all commands are added.
   *
   * @param home a class beside whose resources the texts of the help stand
   */
  public static void speak(CommandLine line, Class<?> home) {
    line.setUsageHelpAutoWidth(true);
    line.setExecutionStrategy(
        result -> {
          if (asksForHelp(result)) {
            String[] args = result.originalArgs().toArray(String[]::new);
            translate(line, Languages.of(args), home);
          }
          return new CommandLine.RunLast().execute(result);
        });
    // One line for each thing that is wrong and where to look, not the whole manual.
    CommandLine.IParameterExceptionHandler misuse =
        (e, args) -> {
          CommandLine command = e.getCommandLine();
          Lang lang = Languages.of(args);
          Misuse.of(e, args).forEach(wrong -> command.getErr().println("senim: " + wrong.in(lang)));
          command
              .getErr()
              .println(Usage.TRY.with(command.getCommandSpec().qualifiedName()).in(lang));
          return MISUSED;
        };
    line.setParameterExceptionHandler(misuse);
  }

  private static boolean asksForHelp(ParseResult result) {
    for (ParseResult each = result; each != null; each = each.subcommand()) {
      if (each.isUsageHelpRequested() || each.commandSpec().helpCommand()) {
        return true;
      }
    }
    return false;
  }

  /** The help of all commands in a language. */
  public static void translate(CommandLine line, Lang lang, Class<?> home) {
    translate(line, Help.in(lang, home));
  }

  private static void translate(CommandLine line, ResourceBundle texts) {
    line.setResourceBundle(texts);
    CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    if (usage.footer().length > 0) {
      usage.footerHeading(texts.getString("examples"));
    }
    line.getSubcommands().values().forEach(command -> translate(command, texts));
  }
}
