package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import kz.senim.book.Passports;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.LawBook;
import kz.senim.exchange.DutyCalendar;
import kz.senim.exchange.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim duties}. */
@Command(
    name = "duties",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim duties examples/clinic-chain.yaml",
      "  senim duties my-system.yaml --format ics --out duties.ics"
    })
final class DutiesCommand implements Callable<Integer> {

  /** The forms of the duty calendar. */
  enum Format {
    TEXT,
    JSON,
    ICS
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PASSPORT.yaml", descriptionKey = "passport")
  private Path passport;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json-ics")
  private Format format;

  @Mixin private Options.Language language;
  @Mixin private Options.Law law;
  @Mixin private Options.Output output;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DutiesCommand() {}

  @Override
  public Integer call() throws IOException {
    LawBook book = law.book(language.get());
    Passport read = Passports.read(book, passport);
    Report report =
        new Report(
            book, read, Assessor.assess(book, read.facts(), asOf == null ? Options.today() : asOf));
    output.write(
        switch (format) {
          case TEXT -> DutyCalendar.text(report, language.get());
          case JSON -> DutyCalendar.json(report, language.get());
          case ICS -> DutyCalendar.ics(report, language.get());
        },
        spec.commandLine().getOut());
    return Main.OK;
  }
}
