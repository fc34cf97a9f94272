package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.senim.book.LawFolder;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Refused;
import kz.senim.core.casework.Replay;
import kz.senim.core.decision.Warning;
import kz.senim.core.law.LawBook;
import kz.senim.exchange.CaseFile;
import kz.senim.exchange.CaseJson;
import kz.senim.exchange.CaseText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim case …}. */
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim case replay examples/cases/certification.json",
      "  senim case replay my-case.json --at 2019-03-01T00:00:00+06:00 --format json"
    })
final class CaseCommand {

  /** The forms of a case's state. */
  enum Format {
    TEXT,
    JSON
  }

  private static final int MOST_BYTES = 64 << 20;

  @Spec private CommandSpec spec;
  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  CaseCommand() {}

  @Command(name = "replay", mixinStandardHelpOptions = true)
  int replay(
      @Parameters(paramLabel = "FILE.json", descriptionKey = "file") Path file,
      @Option(names = "--at", paramLabel = "INSTANT") @Nullable String at,
      @Option(names = "--past") boolean past,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format,
      @Mixin Options.Output output)
      throws IOException {
    LawBook book = law.book(language.get());
    CaseFile read = CaseFile.read(book, LawFolder.read(file.toString(), file, MOST_BYTES));
    Instant now = at == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : instant(at);
    List<CaseAct> acts =
        past ? read.acts().stream().filter(act -> !act.at().isAfter(now)).toList() : read.acts();
    CaseState state;
    try {
      state =
          Replay.replay(read.procedure(), book, new WorkingCalendar(book.calendar()), acts, now);
    } catch (Refused refused) {
      throw new BadInput(
          Say.REFUSED.with(
              file,
              refused.actId(),
              refused.reason().in(language.get())
                  + (refused.cites().isEmpty() ? "" : " (" + refused.cites() + ")")));
    } catch (DateTimeException e) {
      throw new BadInput(Say.CALENDAR_YEARS.with());
    }
    Optional<Warning> adopted =
        Warning.adopted(
            book.getAct(read.procedure().act()), now.atZone(Options.ZONE).toLocalDate());
    output.write(
        format == Format.JSON
            ? CaseJson.write(state, adopted, language.get())
            : CaseText.write(state, adopted, language.get()),
        spec.commandLine().getOut());
    return Main.OK;
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadInput(Say.NOT_A_MOMENT.with(text));
    }
  }
}
