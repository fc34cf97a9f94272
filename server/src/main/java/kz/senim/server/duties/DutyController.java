package kz.senim.server.duties;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.ServerSettings;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriUtils;

/** The duty calendar: as a list, as a month, and what the year ahead looks like. */
@Controller
class DutyController {

  private static final int MOST_OBJECTS = 500;
  private static final YearMonth FIRST = YearMonth.of(1990, 1);
  private static final YearMonth LAST = YearMonth.of(2200, 12);

  private final DutyList duties;
  private final Feeds feeds;
  private final kz.senim.server.objects.Objects objects;
  private final LawBook book;
  private final WorkingCalendar calendar;
  private final ServerSettings settings;
  private final FeedSettings feedSettings;

  DutyController(
      DutyList duties,
      Feeds feeds,
      kz.senim.server.objects.Objects objects,
      LawBook book,
      WorkingCalendar calendar,
      ServerSettings settings,
      FeedSettings feedSettings) {
    this.duties = duties;
    this.feeds = feeds;
    this.objects = objects;
    this.book = book;
    this.calendar = calendar;
    this.settings = settings;
    this.feedSettings = feedSettings;
  }

  /**
   * What a page shows.
   *
   * @param view {@code list} or {@code month}
   * @param month of the view by months; null for that of the day asked about
   * @param q words in the organisations' names, where there are many
   * @param page of the list, from 1
   */
  public record Filter(
      @Nullable String view,
      @Nullable YearMonth month,
      @Nullable UUID organization,
      @Nullable UUID object,
      @Nullable Boolean overdue,
      @Nullable String q,
      @Nullable Integer page) {

    public String words() {
      return kz.senim.server.objects.Objects.words(q);
    }

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
          + (onlyOverdue() ? "&overdue=true" : "")
          + (words().isEmpty() ? "" : "&q=" + UriUtils.encode(words(), StandardCharsets.UTF_8));
    }
  }

  @GetMapping("/duties")
  String duties(
      Filter filter,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Set<UUID> theirs = viewer.roles().keySet();
    UUID chosen = filter.organization();
    if (chosen == null && theirs.size() == 1) {
      chosen = theirs.iterator().next();
    }
    UUID object = filter.object();
    if (object != null) {
      UUID of = objects.object(viewer, object).organization();
      if (chosen != null && !chosen.equals(of)) {
        throw new NotFound();
      }
      chosen = of;
    }
    kz.senim.server.objects.Objects.Choice choice = objects.choose(viewer, chosen, filter.words());
    YearMonth month = month(filter, asOf.day());
    DutyList.Found found =
        find(
            new DutyList.Wanted(choice.wanted(), object, filter.onlyOverdue(), month, page(filter)),
            asOf,
            model);
    List<DeadlineRow> shown =
        found.shown().stream()
            .map(deadline -> DeadlineRow.of(deadline, book, calendar, asOf.day(), ui.lang()))
            .toList();
    model.addAttribute("filter", filter);
    model.addAttribute("choice", choice);
    model.addAttribute("organizationCount", theirs.size());
    model.addAttribute(
        "objects", chosen == null ? List.of() : objects.list(List.of(chosen), MOST_OBJECTS));
    model.addAttribute("found", found);
    model.addAttribute("overdue", found.overdue());
    model.addAttribute("timeline", Timeline.of(found.days(), asOf.day(), ui.locale()));
    model.addAttribute("feed", feeds.find(viewer.account()).orElse(null));
    model.addAttribute("feedAddress", settings.baseUrl() + FeedController.PATH);
    model.addAttribute("feedUser", viewer.email());
    model.addAttribute("secretAddresses", feedSettings.secretAddresses());
    model.addAttribute("count", found.count());
    if (month != null) {
      month(month, shown, found, filter.onlyOverdue(), asOf.day(), ui, model);
    } else {
      list(shown, found, model);
    }
    return "duties/duties";
  }

  private static int page(Filter filter) {
    return Objects.requireNonNullElse(filter.page(), 1);
  }

  /** Null for the list. */
  private static @Nullable YearMonth month(Filter filter, LocalDate day) {
    if (!filter.byMonth()) {
      return null;
    }
    YearMonth wanted = Objects.requireNonNullElse(filter.month(), YearMonth.from(day));
    return wanted.isBefore(FIRST) ? FIRST : wanted.isAfter(LAST) ? LAST : wanted;
  }

  private DutyList.Found find(DutyList.Wanted wanted, AsOf asOf, Model model) {
    model.addAttribute("beforeTheLaw", false);
    try {
      return duties.find(wanted, asOf.day(), asOf.isToday());
    } catch (BeforeTheLaw e) {
      model.addAttribute("beforeTheLaw", true);
      return new DutyList.Found(List.of(), List.of(), 0, 0, 1, 1, 0, 0);
    }
  }

  private static void list(List<DeadlineRow> some, DutyList.Found found, Model model) {
    model.addAttribute("late", some.stream().filter(DeadlineRow::overdue).toList());
    model.addAttribute(
        "ahead", some.stream().filter(row -> !row.overdue() && row.due() != null).toList());
    model.addAttribute("undated", some.stream().filter(row -> row.due() == null).toList());
    model.addAttribute("page", found.page());
    model.addAttribute("pages", found.pages());
  }

  private void month(
      YearMonth month,
      List<DeadlineRow> shown,
      DutyList.Found found,
      boolean onlyOverdue,
      LocalDate day,
      Ui ui,
      Model model) {
    Map<LocalDate, Integer> counts = new HashMap<>();
    for (KeptDeadlines.Day some : found.days()) {
      LocalDate due = some.due();
      if (due != null) {
        boolean late = due.isBefore(day);
        counts.put(due, onlyOverdue ? late ? some.open() : 0 : some.deadlines());
      }
    }
    MonthGrid grid = MonthGrid.of(month, shown, counts, calendar, day, ui.lang());
    model.addAttribute("grid", grid);
    model.addAttribute("monthName", Timeline.name(month, ui.locale()));
    model.addAttribute("weekdays", Weekday.all(ui.locale()));
    model.addAttribute("before", month.equals(FIRST) ? null : month.minusMonths(1));
    model.addAttribute("after", month.equals(LAST) ? null : month.plusMonths(1));
  }
}
