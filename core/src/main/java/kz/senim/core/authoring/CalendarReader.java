package kz.senim.core.authoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;

/** Reads {@code law/calendar}, and the calendars that users lay over it. */
public final class CalendarReader {

  static final Set<String> FILE = Set.of("calendar", "holidays", "moved");
  static final Set<String> HOLIDAY =
      Set.of("holiday", "name", "days", "by-year", "from", "until", "carries", "source");
  static final Set<String> MOVED = Set.of("off", "worked", "source");

  private CalendarReader() {}

  /** The calendar in the file; what is wrong is added to {@code problems}. */
  public static CalendarData read(Node root, Problems problems) {
    Fields f = Fields.of(root, problems, FILE);
    List<CalendarData.Holiday> holidays = new ArrayList<>();
    for (Node node : f.findList("holidays")) {
      holidays.add(holiday(node, problems));
    }
    List<CalendarData.Moved> moved = new ArrayList<>();
    for (Node node : f.findList("moved")) {
      Fields m = Fields.of(node, problems, MOVED);
      if (!m.has("off") && !m.has("worked")) {
        problems.add(m.at(), CalendarMistake.MOVED.with());
      }
      moved.add(new CalendarData.Moved(m.findDate("off"), m.findDate("worked"), m.text("source")));
    }
    return new CalendarData(f.text("calendar"), holidays, moved);
  }

  private static CalendarData.Holiday holiday(Node node, Problems problems) {
    Fields h = Fields.of(node, problems, HOLIDAY);
    List<String> days = new ArrayList<>();
    for (Node.Scalar day : h.findScalars("days")) {
      try {
        MonthDay.parse("--" + day.text());
        days.add(day.text());
      } catch (DateTimeException e) {
        problems.add(day.at(), CalendarMistake.NOT_A_DAY.with(day.text()));
      }
    }
    Map<String, LocalDate> byYear = new LinkedHashMap<>();
    if (h.find("by-year") instanceof Node.Mapping mapping) {
      Fields years = Fields.any(mapping, problems);
      for (String year : years.names()) {
        LocalDate date = years.date(year);
        if (!year.equals(Integer.toString(date.getYear()))) {
          problems.add(years.at(year), CalendarMistake.OTHER_YEAR.with(year));
        }
        byYear.put(year, date);
      }
    }
    if (days.isEmpty() == byYear.isEmpty()) {
      problems.add(h.at(), CalendarMistake.DAYS.with());
    }
    return new CalendarData.Holiday(
        h.text("holiday"),
        h.localized("name"),
        days,
        byYear,
        year(h, "from", 0),
        year(h, "until", 9999),
        h.flag("carries"),
        h.text("source"));
  }

  private static int year(Fields f, String key, int otherwise) {
    Double year = f.findNumber(key);
    return year == null ? otherwise : year.intValue();
  }
}
