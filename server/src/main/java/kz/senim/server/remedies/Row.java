package kz.senim.server.remedies;

import java.time.LocalDate;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;

/**
 * A remedy as pages show it.
 *
 * @param cite the paragraph; the requirement's id when the law book has it no more
 * @param workingDays from the day asked about; negative when that lies after its own
 */
public record Row(Remedy remedy, String cite, String statement, int workingDays) {

  static Row of(Remedy remedy, LawBook book, WorkingCalendar calendar, LocalDate day, Lang lang) {
    Requirement requirement = book.findRequirement(remedy.requirement()).orElse(null);
    LocalDate due = remedy.due();
    return new Row(
        remedy,
        requirement == null
            ? remedy.requirement()
            : CitationText.in(book.provisionOf(requirement).citation(), lang),
        requirement == null ? "" : requirement.statement().in(lang),
        due.isBefore(day)
            ? -calendar.workingDaysBetween(due, day)
            : calendar.workingDaysBetween(day, due));
  }
}
