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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code senim calendar …}. */
@Command(
    name = "calendar",
    description = "Counts working days.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim calendar add --from 2026-11-23 --working-days 30",
      "  senim calendar between --from 2026-11-23 --to 2026-12-31",
      "  senim calendar year 2026 --format ics --lang kk"
    })
final class CalendarCommand implements Runnable {

  /** The forms of a year. */
  enum Format {
    TEXT,
    JSON,
    ICS
  }

  @Spec private CommandSpec spec;
  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @Option(
      names = "--calendar",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "A calendar laid over that of the law: a region's or an organisation's days.")
  private @Nullable Path own;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  CalendarCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to count: add, between or year");
  }

  @Command(
      name = "add",
      description = {
        "The day on which a term ends. The day of the event is not counted; a term of calendar",
        "days or months that ends on a day off ends on the next working day."
      },
      mixinStandardHelpOptions = true)
  int add(
      @Option(names = "--from", required = true, paramLabel = "DATE", description = "The event.")
          LocalDate from,
      @Option(names = "--working-days", paramLabel = "N", description = "Working days.")
          @Nullable Integer workingDays,
      @Option(names = "--days", paramLabel = "N", description = "Calendar days.")
          @Nullable Integer days,
      @Option(names = "--months", paramLabel = "N", description = "Months.")
          @Nullable Integer months)
      throws IOException {
    WorkingCalendar calendar = calendar();
    int given = (workingDays == null ? 0 : 1) + (days == null ? 0 : 1) + (months == null ? 0 : 1);
    if (given != 1) {
      throw new BadInput("give one of --working-days, --days and --months");
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
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    spec.commandLine().getOut().println(end);
    provisional(calendar, from, end);
    return Main.OK;
  }

  @Command(
      name = "between",
      description = "How many working days there are after --from, up to and including --to.",
      mixinStandardHelpOptions = true)
  int between(
      @Option(names = "--from", required = true, paramLabel = "DATE", description = "The event.")
          LocalDate from,
      @Option(names = "--to", required = true, paramLabel = "DATE", description = "The end.")
          LocalDate to)
      throws IOException {
    WorkingCalendar calendar = calendar();
    try {
      spec.commandLine().getOut().println(calendar.workingDaysBetween(from, to));
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    provisional(calendar, from, to);
    return Main.OK;
  }

  @Command(
      name = "year",
      description = "The days off of a year, and the weekends that are worked.",
      mixinStandardHelpOptions = true)
  int year(
      @Parameters(paramLabel = "YEAR", description = "From 1990 to 2200.") int year,
      @Option(names = "--format", defaultValue = "text", description = "text, json or ics.")
          Format format)
      throws IOException {
    if (year < 1990 || year > 2200) {
      throw new BadInput("the calendar runs from 1990 to 2200, " + year + " is not in it");
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
    CalendarData data = law.book().calendar();
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
            .println("senim: provisional: the movable days of " + year + " are not known");
        return;
      }
    }
  }
}
