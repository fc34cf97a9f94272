package kz.senim.server.duties;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The duty calendar: as a list, as a month, and what the year ahead looks like. */
@Controller
class DutyController {

  private static final int PAGE = 100;
  private static final YearMonth FIRST = YearMonth.of(1990, 1);
  private static final YearMonth LAST = YearMonth.of(2200, 12);

  private final Deadlines deadlines;
  private final Feeds feeds;
  private final kz.senim.server.objects.Objects objects;
  private final LawBook book;
  private final WorkingCalendar calendar;

  DutyController(
      Deadlines deadlines,
      Feeds feeds,
      kz.senim.server.objects.Objects objects,
      LawBook book,
      WorkingCalendar calendar) {
    this.deadlines = deadlines;
    this.feeds = feeds;
    this.objects = objects;
    this.book = book;
    this.calendar = calendar;
  }

  /**
   * What a page shows.
   *
   * @param view {@code list} or {@code month}
   * @param month of the view by months; null for that of the day asked about
   * @param page of the list, from 1
   */
  public record Filter(
      @Nullable String view,
      @Nullable YearMonth month,
      @Nullable UUID organization,
      @Nullable UUID object,
      @Nullable Boolean overdue,
      @Nullable Integer page) {

    public boolean byMonth() {
      return "month".equals(view);
    }

    public boolean onlyOverdue() {
      return Boolean.TRUE.equals(overdue);
    }

    /** The chosen filters as parameters, to be kept by links to other views of the same. */
    public String kept() {
      return (organization == null ? "" : "&organization=" + organization)
          + (object == null ? "" : "&object=" + object)
          + (onlyOverdue() ? "&overdue=true" : "");
    }
  }

  @GetMapping("/duties")
  String duties(
      Filter filter,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    List<Organization> organizations = objects.organizations(viewer.roles().keySet());
    UUID chosen = filter.organization();
    if (chosen == null && organizations.size() == 1) {
      chosen = organizations.getFirst().id();
    }
    if (chosen != null) {
      viewer.mustRead(chosen);
    }
    List<InformatizationObject> ofChosen =
        chosen == null ? List.of() : objects.list(List.of(chosen));
    UUID object = filter.object();
    if (object != null && chosen == null) {
      viewer.mustRead(objects.object(viewer, object).organization());
    } else if (object != null && ofChosen.stream().noneMatch(o -> o.id().equals(object))) {
      throw new NotFound();
    }
    List<DeadlineRow> all = rows(filter, viewer, chosen, asOf.day(), ui, model);
    model.addAttribute("filter", filter);
    model.addAttribute("organizations", organizations);
    model.addAttribute("objects", ofChosen);
    model.addAttribute("overdue", all.stream().filter(DeadlineRow::overdue).count());
    model.addAttribute("timeline", Timeline.of(all, asOf.day(), ui.locale()));
    model.addAttribute("feed", feeds.find(viewer.account()).orElse(null));
    List<DeadlineRow> shown =
        filter.onlyOverdue() ? all.stream().filter(DeadlineRow::overdue).toList() : all;
    model.addAttribute("count", shown.size());
    if (filter.byMonth()) {
      month(filter, shown, asOf.day(), ui, model);
    } else {
      list(filter, shown, model);
    }
    return "duties/duties";
  }

  private List<DeadlineRow> rows(
      Filter filter, Viewer viewer, @Nullable UUID chosen, LocalDate day, Ui ui, Model model) {
    model.addAttribute("beforeTheLaw", false);
    try {
      UUID object = filter.object();
      return deadlines.of(chosen == null ? viewer.roles().keySet() : List.of(chosen), day).stream()
          .filter(
              deadline ->
                  object == null
                      || deadline.objects().stream().anyMatch(of -> of.id().equals(object)))
          .map(deadline -> DeadlineRow.of(deadline, book, calendar, day, ui.lang()))
          .toList();
    } catch (BeforeTheLaw e) {
      model.addAttribute("beforeTheLaw", true);
      return List.of();
    }
  }

  private static void list(Filter filter, List<DeadlineRow> shown, Model model) {
    int pages = Math.max(1, (shown.size() + PAGE - 1) / PAGE);
    int page = Math.clamp(Objects.requireNonNullElse(filter.page(), 1), 1, pages);
    List<DeadlineRow> some = shown.subList((page - 1) * PAGE, Math.min(shown.size(), page * PAGE));
    model.addAttribute("late", some.stream().filter(DeadlineRow::overdue).toList());
    model.addAttribute(
        "ahead", some.stream().filter(row -> !row.overdue() && row.due() != null).toList());
    model.addAttribute("undated", some.stream().filter(row -> row.due() == null).toList());
    model.addAttribute("page", page);
    model.addAttribute("pages", pages);
  }

  private void month(Filter filter, List<DeadlineRow> shown, LocalDate day, Ui ui, Model model) {
    YearMonth wanted = Objects.requireNonNullElse(filter.month(), YearMonth.from(day));
    YearMonth month = wanted.isBefore(FIRST) ? FIRST : wanted.isAfter(LAST) ? LAST : wanted;
    model.addAttribute("grid", MonthGrid.of(month, shown, calendar, day, ui.lang()));
    model.addAttribute("monthName", Timeline.text(month, "LLLL yyyy", ui.locale()));
    model.addAttribute("weekdays", Weekday.all(ui.locale()));
    model.addAttribute("before", month.equals(FIRST) ? null : month.minusMonths(1));
    model.addAttribute("after", month.equals(LAST) ? null : month.plusMonths(1));
  }
}
