package kz.senim.server.duties;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.InformatizationObject;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as pages show it.
 *
 * @param objects the objects concerned when it is done once for several; else empty
 * @param workingDays from the day asked about; negative when passed, null when it has no day
 * @param period how often, or how long the term is, in words; null when not known
 * @param ask the question for the date from which it is counted, with the page that takes it
 */
record DeadlineRow(
    String statement,
    String cite,
    String link,
    String where,
    String organization,
    boolean shared,
    List<String> objects,
    @Nullable LocalDate due,
    @Nullable Integer workingDays,
    boolean overdue,
    boolean recurring,
    @Nullable String period,
    String outcome,
    String ask,
    String askLink) {

  private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  static DeadlineRow of(
      Deadline deadline, LawBook book, WorkingCalendar calendar, LocalDate day, Lang lang) {
    LocalDate due = deadline.due();
    return new DeadlineRow(
        deadline.requirement().statement().in(lang),
        CitationText.in(book.provisionOf(deadline.requirement()).citation(), lang),
        deadline.link(),
        deadline.where(),
        deadline.organization().name(),
        deadline.shared(),
        deadline.shared()
            ? deadline.objects().stream().map(InformatizationObject::name).toList()
            : List.of(),
        due,
        due == null ? null : workingDays(calendar, day, due),
        deadline.overdue(),
        deadline.recurring(),
        deadline.rhythm(lang),
        deadline.outcome().word(),
        deadline.fact().ask().in(lang),
        "/objects/" + deadline.objects().getFirst().id() + "/facts/" + deadline.fact().id());
  }

  /** A day beyond the calendar counts as its last. */
  private static int workingDays(WorkingCalendar calendar, LocalDate day, LocalDate due) {
    LocalDate until = due.isAfter(LAST) ? LAST : due;
    return until.isBefore(day)
        ? -calendar.workingDaysBetween(until, day)
        : calendar.workingDaysBetween(day, until);
  }
}
