package kz.senim.server.notices;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.duties.Deadline;
import kz.senim.server.duties.Deadlines;
import kz.senim.server.objects.ExpiringFacts;
import org.springframework.stereotype.Component;

/** Tells of deadlines that come near or have passed, and of facts that are about to expire. */
@Component
class DutyNotices implements NoticeSource {

  /** People are told when so many days are left, or at the next round when one was missed. */
  private static final int[] DAYS = {1, 7, 30};

  private static final int[] DAYS_OF_FACTS = {7, 30};

  private final Deadlines deadlines;
  private final ExpiringFacts facts;

  DutyNotices(Deadlines deadlines, ExpiringFacts facts) {
    this.deadlines = deadlines;
    this.facts = facts;
  }

  @Override
  public List<NoticeRequested> on(LocalDate day, Collection<UUID> organizations, People people) {
    List<NoticeRequested> all = new ArrayList<>();
    for (Deadline deadline :
        deadlines.upTo(organizations, day.plusDays(DAYS[DAYS.length - 1]), day)) {
      LocalDate due = deadline.due();
      if (due != null) {
        duty(deadline, due, day, people, all);
      }
    }
    facts
        .between(organizations, day, day.plusDays(DAYS_OF_FACTS[1]))
        .forEach(expiring -> fact(expiring, day, people, all));
    return all;
  }

  private static void duty(
      Deadline deadline, LocalDate due, LocalDate day, People people, List<NoticeRequested> all) {
    int near = deadline.overdue() ? 0 : threshold(DAYS, day, due);
    if (near < 0 || (due.isBefore(day) && !deadline.overdue())) {
      return;
    }
    for (UUID account : people.of(deadline.organization().id())) {
      all.add(
          new NoticeRequested(
              account,
              deadline.overdue() ? NoticeKind.DUTY_OVERDUE : NoticeKind.DUTY_DUE,
              "duty:" + deadline.key() + ":" + near,
              List.of(
                  NoticeRequested.requirement(deadline.requirement().id()),
                  NoticeRequested.text(deadline.where()),
                  NoticeRequested.day(due)),
              deadline.link()));
    }
  }

  private static void fact(
      ExpiringFacts.Expiring expiring, LocalDate day, People people, List<NoticeRequested> all) {
    UUID of = expiring.shared() ? expiring.organization() : expiring.object();
    int near = threshold(DAYS_OF_FACTS, day, expiring.until());
    for (UUID account : people.of(expiring.organization())) {
      all.add(
          new NoticeRequested(
              account,
              NoticeKind.FACT_EXPIRES,
              "fact:" + expiring.fact().id() + ":" + expiring.until() + ":" + of + ":" + near,
              List.of(
                  NoticeRequested.fact(expiring.fact().id()),
                  NoticeRequested.text(expiring.name()),
                  NoticeRequested.day(expiring.until())),
              "/objects/" + expiring.object() + "/facts/" + expiring.fact().id()));
    }
  }

  /** The smallest of the numbers of days within which the day lies; -1 when it is farther. */
  private static int threshold(int[] days, LocalDate from, LocalDate to) {
    long left = ChronoUnit.DAYS.between(from, to);
    for (int some : days) {
      if (left <= some) {
        return some;
      }
    }
    return -1;
  }
}
