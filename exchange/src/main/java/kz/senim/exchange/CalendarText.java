package kz.senim.exchange;

import java.time.LocalDate;
import java.util.Locale;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.text.Lang;

/** A year of the working calendar as JSON, as an iCalendar file, and as text. */
public final class CalendarText {

  private CalendarText() {}

  /** {@code {year, provisional, nonWorking[{date, kind, name}], workedWeekends[]}}. */
  public static String json(WorkingCalendar.Year year, Lang lang) {
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("year", year.year());
                  json.field("provisional", year.provisional());
                  json.array(
                      "nonWorking",
                      () -> {
                        for (WorkingCalendar.DayOff day : year.nonWorking()) {
                          json.object(
                              () -> {
                                json.field("date", day.date().toString());
                                json.field("kind", Report.lower(day.kind()));
                                json.field("name", day.name().in(lang));
                              });
                        }
                      });
                  json.texts(
                      "workedWeekends",
                      year.workedWeekends().stream().map(LocalDate::toString).toList());
                }));
  }

  /** The days off that are not plain weekends, as all-day events (RFC 5545). */
  public static String ics(WorkingCalendar.Year year, Lang lang) {
    Ics ics = new Ics();
    LocalDate stamp = LocalDate.of(year.year(), 1, 1);
    for (WorkingCalendar.DayOff day : year.nonWorking()) {
      if (day.kind() != WorkingCalendar.Kind.WEEKEND) {
        ics.event(day.date().toString(), stamp, day.date(), day.name().in(lang), "");
      }
    }
    return ics.end();
  }

  public static String text(WorkingCalendar.Year year, Lang lang) {
    StringBuilder out = new StringBuilder();
    int working = 0;
    for (LocalDate d = LocalDate.of(year.year(), 1, 1);
        d.getYear() == year.year();
        d = d.plusDays(1)) {
      working++;
    }
    working -= year.nonWorking().size();
    out.append(year.year())
        .append(": ")
        .append(working)
        .append(
            switch (lang) {
              case EN -> " working days";
              case RU -> " рабочих дней";
              case KK -> " жұмыс күні";
            });
    if (year.provisional()) {
      out.append(
          switch (lang) {
            case EN -> " (provisional: its movable days are not known)";
            case RU -> " (предварительно: переходящие дни неизвестны)";
            case KK -> " (алдын ала: жылжымалы күндері белгісіз)";
          });
    }
    out.append('\n');
    for (WorkingCalendar.DayOff day : year.nonWorking()) {
      if (day.kind() != WorkingCalendar.Kind.WEEKEND) {
        out.append(
            String.format(
                Locale.ROOT,
                "  %s  %-8s %s%n",
                day.date(),
                Report.lower(day.kind()),
                day.name().in(lang)));
      }
    }
    for (LocalDate day : year.workedWeekends()) {
      out.append("  ").append(day).append("  worked\n");
    }
    return out.toString();
  }
}
