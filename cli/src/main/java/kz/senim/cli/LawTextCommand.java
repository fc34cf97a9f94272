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
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code senim law text …}. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim law text import --act P1600000832 --lang ru decree.txt",
      "  senim law text import --act P1600000832 --lang kk page.html --edition 2024-05-13",
      "  senim law text list"
    })
final class LawTextCommand {

  @Spec private CommandSpec spec;
  @ParentCommand private LawCommand parent;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  LawTextCommand() {}

  @Command(name = "import", mixinStandardHelpOptions = true)
  int importText(
      @Option(names = "--act", required = true, paramLabel = "ACT") String act,
      @Option(names = "--edition", paramLabel = "DATE") @Nullable LocalDate edition,
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file)
      throws IOException {
    Lang lang = parent.givenLanguage();
    LawBook book = parent.book();
    Act found = LawCommand.act(book, act);
    if (Files.size(file) > OfficialTexts.MOST_BYTES) {
      throw new BadInput(Say.TOO_LARGE.with(file, OfficialTexts.MOST_BYTES >> 20));
    }
    String text;
    try {
      text = OfficialTexts.plain(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadInput(Say.NOT_UTF8.with(file));
    }
    OfficialText parsed =
        OfficialText.of(found.id(), lang, Optional.ofNullable(edition), text)
            .orElseThrow(() -> new BadInput(Say.NO_EDITION.with(file)));
    OfficialTexts.ofUser().save(parsed);
    long known =
        parsed.units().keySet().stream()
            .filter(citation -> book.findProvision(found.id() + "/" + citation).isPresent())
            .count();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        Say.IMPORTED
            .with(found.id(), lang.code(), parsed.edition(), parsed.units().size(), known)
            .in(Languages.usual()));
    if (!parsed.edition().equals(found.edition())) {
      out.println(Say.OTHER_EDITION.with(found.edition()).in(Languages.usual()));
    }
    return Main.OK;
  }

  @Command(name = "list", mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (OfficialText text : OfficialTexts.ofUser().list()) {
      out.println(
          Say.TEXT
              .with(text.act(), text.lang().code(), text.edition(), text.units().size())
              .in(Languages.usual()));
    }
    return Main.OK;
  }

  @Command(name = "remove", mixinStandardHelpOptions = true)
  int remove(@Option(names = "--act", required = true, paramLabel = "ACT") String act)
      throws IOException {
    Lang lang = parent.givenLanguage();
    if (!act.matches("[A-Za-z0-9-]+") || !OfficialTexts.ofUser().remove(act, lang)) {
      throw new BadInput(Say.NO_TEXT.with(act, lang.code()));
    }
    return Main.OK;
  }
}
