package kz.senim.server.duties;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.senim.server.objects.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deadlines of a page. Of few objects they are exact on any day. Of many they are, today, what
 * is kept since the last round; on another day they are worked out for the first objects only.
 */
@Component
class DutyList {

  static final int PAGE = 50;
  static final int MOST_PAGES = 100;

  /** So many deadlines of a month are listed by name; the others are counted. */
  static final int MOST_IN_MONTH = 100;

  /** A calendar program is given no more than this. */
  private static final int MOST_IN_FEED = 1000;

  private final Deadlines deadlines;
  private final KeptDeadlines kept;

  DutyList(Deadlines deadlines, KeptDeadlines kept) {
    this.deadlines = deadlines;
    this.kept = kept;
  }

  /**
   * What is asked for.
   *
   * @param object null for all
   * @param month whose deadlines are asked for; null for a page of the list
   * @param page from 1
   */
  record Wanted(
      Within within,
      @Nullable UUID object,
      boolean onlyOverdue,
      @Nullable YearMonth month,
      int page) {}

  /**
   * What is shown.
   *
   * @param shown of the page or the month
   * @param days how many are due on each day, on all pages
   * @param count how many there are on all pages
   * @param objects how many objects there are
   * @param decided of how many of them this tells
   */
  record Found(
      List<Deadline> shown,
      List<KeptDeadlines.Day> days,
      int count,
      int overdue,
      int page,
      int pages,
      int objects,
      int decided) {}

  Found find(Wanted wanted, LocalDate day, boolean today) {
    KeptDeadlines.Kept state = kept.kept(wanted.within());
    return today && state.objects() > Deadlines.FEW
        ? kept(wanted, day, state)
        : exact(wanted, day, state.objects());
  }

  /** Today's, for a calendar program: of many objects the first that are due. */
  List<Deadline> next(Within within, LocalDate today) {
    return kept.kept(within).objects() > Deadlines.FEW
        ? kept.some(within, null, today, false, 0, MOST_IN_FEED)
        : deadlines.of(within, today);
  }

  private Found kept(Wanted wanted, LocalDate day, KeptDeadlines.Kept state) {
    List<KeptDeadlines.Day> days = kept.days(wanted.within(), wanted.object(), state.version());
    int overdue = days.stream().mapToInt(some -> late(some, day)).sum();
    int count =
        wanted.onlyOverdue() ? overdue : days.stream().mapToInt(KeptDeadlines.Day::deadlines).sum();
    YearMonth month = wanted.month();
    int pages = Math.clamp((count + PAGE - 1) / PAGE, 1, MOST_PAGES);
    int page = Math.clamp(wanted.page(), 1, pages);
    List<Deadline> shown =
        month != null
            ? kept.between(
                wanted.within(),
                wanted.object(),
                month.atDay(1),
                month.atEndOfMonth(),
                MOST_IN_MONTH,
                day)
            : kept.some(
                wanted.within(),
                wanted.object(),
                day,
                wanted.onlyOverdue(),
                (page - 1) * PAGE,
                PAGE);
    return new Found(
        wanted.onlyOverdue() ? shown.stream().filter(Deadline::overdue).toList() : shown,
        days,
        count,
        overdue,
        page,
        pages,
        state.objects(),
        state.objects());
  }

  private Found exact(Wanted wanted, LocalDate day, int objects) {
    UUID object = wanted.object();
    List<Deadline> all =
        deadlines.of(wanted.within(), day).stream()
            .filter(deadline -> deadline.concerns(object))
            .toList();
    List<Deadline> some =
        wanted.onlyOverdue() ? all.stream().filter(Deadline::overdue).toList() : all;
    int pages = Math.max(1, (some.size() + PAGE - 1) / PAGE);
    int page = Math.clamp(wanted.page(), 1, pages);
    YearMonth month = wanted.month();
    return new Found(
        month != null
            ? some.stream().filter(deadline -> isIn(deadline, month)).toList()
            : some.subList((page - 1) * PAGE, Math.min(some.size(), page * PAGE)),
        days(all),
        some.size(),
        (int) all.stream().filter(Deadline::overdue).count(),
        page,
        pages,
        objects,
        Math.min(objects, Deadlines.FEW));
  }

  private static boolean isIn(Deadline deadline, YearMonth month) {
    LocalDate due = deadline.due();
    return due != null && YearMonth.from(due).equals(month);
  }

  private static int late(KeptDeadlines.Day some, LocalDate day) {
    LocalDate due = some.due();
    return due != null && due.isBefore(day) ? some.open() : 0;
  }

  private static List<KeptDeadlines.Day> days(List<Deadline> all) {
    Map<LocalDate, int[]> counts = new TreeMap<>();
    for (Deadline deadline : all) {
      LocalDate due = deadline.due();
      if (due != null) {
        int[] count = counts.computeIfAbsent(due, _ -> new int[2]);
        count[0]++;
        count[1] += deadline.overdue() ? 1 : 0;
      }
    }
    List<KeptDeadlines.Day> days = new ArrayList<>();
    counts.forEach((due, count) -> days.add(new KeptDeadlines.Day(due, count[0], count[1])));
    return days;
  }
}
