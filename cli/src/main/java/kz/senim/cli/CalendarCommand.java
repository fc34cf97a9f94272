package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import kz.senim.book.LawFolder;
import kz.senim.core.authoring.CalendarReader;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Problems;
import kz.senim.core.source.Yaml;
import kz.senim.exchange.CalendarText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code senim calendar …}. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim calendar add --from 2026-11-23 --working-days 30",
      "  senim calendar between --from 2026-11-23 --to 2026-12-31",
      "  senim calendar year 2026 --format ics --lang kk"
    })
final class CalendarCommand {

  /** The forms of a year. */
  enum Format {
    TEXT,
    JSON,
    ICS
  }

  @Spec private CommandSpec spec;
  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @Option(names = "--calendar", scope = ScopeType.INHERIT, paramLabel = "FILE")
  private @Nullable Path own;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  CalendarCommand() {}

  @Command(name = "add", mixinStandardHelpOptions = true)
  int add(
      @Option(names = "--from", required = true, paramLabel = "DATE") LocalDate from,
      @Option(names = "--working-days", paramLabel = "N") @Nullable Integer workingDays,
      @Option(names = "--days", paramLabel = "N") @Nullable Integer days,
      @Option(names = "--months", paramLabel = "N") @Nullable Integer months)
      throws IOException {
    WorkingCalendar calendar = calendar();
    int given = (workingDays == null ? 0 : 1) + (days == null ? 0 : 1) + (months == null ? 0 : 1);
    if (given != 1) {
      throw new BadInput(Say.ONE_TERM.with());
    }
    LocalDate end;
    try {
      if (workingDays != null) {
        end = calendar.plusWorkingDays(from, workingDays);
      } else if (days != null) {
        end = calendar.nextWorkingDay(from.plusDays(days));
      } else {
        end = calendar.nextWorkingDay(from.plusMonths(months == null ? 0 : months));
      }
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new BadInput(Say.CALENDAR_YEARS.with());
    }
    spec.commandLine().getOut().println(end);
    provisional(calendar, from, end);
    return Main.OK;
  }

  @Command(name = "between", mixinStandardHelpOptions = true)
  int between(
      @Option(names = "--from", required = true, paramLabel = "DATE") LocalDate from,
      @Option(names = "--to", required = true, paramLabel = "DATE") LocalDate to)
      throws IOException {
    WorkingCalendar calendar = calendar();
    try {
      spec.commandLine().getOut().println(calendar.workingDaysBetween(from, to));
    } catch (IllegalArgumentException e) {
      throw new BadInput(Say.CALENDAR_YEARS.with());
    }
    provisional(calendar, from, to);
    return Main.OK;
  }

  @Command(name = "year", mixinStandardHelpOptions = true)
  int year(
      @Parameters(paramLabel = "YEAR", descriptionKey = "year") int year,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json-ics")
          Format format)
      throws IOException {
    if (year < 1990 || year > 2200) {
      throw new BadInput(Say.CALENDAR_YEARS.with());
    }
    WorkingCalendar.Year of = calendar().year(year);
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case TEXT -> CalendarText.text(of, language.get());
              case JSON -> CalendarText.json(of, language.get());
              case ICS -> CalendarText.ics(of, language.get());
            });
    spec.commandLine().getOut().flush();
    return Main.OK;
  }

  private WorkingCalendar calendar() throws IOException {
    CalendarData data = law.book(language.get()).calendar();
    if (own != null) {
      Problems problems = new Problems();
      CalendarData over =
          Yaml.read(LawFolder.read(own.toString(), own), problems)
              .map(root -> CalendarReader.read(root, problems))
              .orElse(CalendarData.WEEKENDS);
      if (!problems.isEmpty()) {
        throw new InvalidSource(problems);
      }
      data = data.with(over);
    }
    return new WorkingCalendar(data);
  }

  /** A sum over a year whose movable days are not known may be a day off. */
  private void provisional(WorkingCalendar calendar, LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(to) ? from : to;
    LocalDate last = from.isBefore(to) ? to : from;
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (calendar.isProvisional(year)) {
        spec.commandLine()
            .getErr()
            .println("senim: " + Say.PROVISIONAL.with(year).in(language.get()));
        return;
      }
    }
  }
}
