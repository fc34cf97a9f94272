package kz.senim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import kz.senim.book.OfficialTexts;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code senim law text …}. */
@Command(
    name = "text",
    description = {
      "Keeps official texts that you have imported, and shows them beside our summaries.",
      "Senim ships none: take them from the legal portal, as plain text or as the saved page."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim law text import --act P1600000832 --lang ru decree.txt",
      "  senim law text import --act P1600000832 --lang kk page.html --edition 2024-05-13",
      "  senim law text list"
    })
final class LawTextCommand implements Runnable {

  @Spec private CommandSpec spec;
  @ParentCommand private LawCommand parent;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  LawTextCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: import, list or remove");
  }

  @Command(
      name = "import",
      description = "Imports an act's official text.",
      mixinStandardHelpOptions = true)
  int importText(
      @Option(names = "--act", required = true, paramLabel = "ACT", description = "The act.")
          String act,
      @Option(
              names = "--edition",
              paramLabel = "DATE",
              description = "The day of its last amendment (default: from its footnotes).")
          @Nullable LocalDate edition,
      @Parameters(paramLabel = "FILE", description = "Plain text, or the portal's saved page.")
          Path file)
      throws IOException {
    Lang lang = parent.givenLanguage();
    LawBook book = parent.book();
    Act found = LawCommand.act(book, act);
    if (Files.size(file) > OfficialTexts.MOST_BYTES) {
      throw new BadInput("'" + file + "' is larger than 16 MiB; the text of an act never is");
    }
    String text;
    try {
      text = OfficialTexts.plain(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadInput("'" + file + "' is not UTF-8 text");
    }
    OfficialText parsed =
        OfficialText.of(found.id(), lang, Optional.ofNullable(edition), text)
            .orElseThrow(
                () ->
                    new BadInput(
                        "'"
                            + file
                            + "' has no numbered provisions, or its footnotes name no day (then"
                            + " give --edition)"));
    OfficialTexts.ofUser().save(parsed);
    long known =
        parsed.units().keySet().stream()
            .filter(citation -> book.findProvision(found.id() + "/" + citation).isPresent())
            .count();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s, %s, edition of %s: %d units, %d of them stand in the law book%n",
        found.id(), lang.code(), parsed.edition(), parsed.units().size(), known);
    if (!parsed.edition().equals(found.edition())) {
      out.printf("! the law book holds the edition of %s: the two may differ%n", found.edition());
    }
    return Main.OK;
  }

  @Command(
      name = "list",
      description = "Lists the texts that have been imported.",
      mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (OfficialText text : OfficialTexts.ofUser().list()) {
      out.printf(
          "%s %s, edition of %s, %d units%n",
          text.act(), text.lang().code(), text.edition(), text.units().size());
    }
    return Main.OK;
  }

  @Command(
      name = "remove",
      description = "Removes an imported text.",
      mixinStandardHelpOptions = true)
  int remove(
      @Option(names = "--act", required = true, paramLabel = "ACT", description = "The act.")
          String act)
      throws IOException {
    Lang lang = parent.givenLanguage();
    if (!act.matches("[A-Za-z0-9-]+") || !OfficialTexts.ofUser().remove(act, lang)) {
      throw new BadInput("no text of " + act + " in " + lang.code() + " has been imported");
    }
    return Main.OK;
  }
}
