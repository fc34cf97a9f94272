package kz.senim.server.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import kz.senim.server.objects.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is due for the objects of some organisations: read where it is kept for the day, else worked
 * out.
 */
@Component
public class Deadlines {

  /** Overdue first, then by day, those without a day last. */
  private static final Comparator<Deadline> ORDER =
      Comparator.comparing(Deadline::overdue)
          .reversed()
          .thenComparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(deadline -> deadline.requirement().id())
          .thenComparing(Deadline::where);

  /** So many objects are looked at in a request when they must be decided for it. */
  static final int FEW = 100;

  private final Assessments assessments;
  private final KeptDeadlines kept;
  private final LawBook book;

  Deadlines(Assessments assessments, KeptDeadlines kept, LawBook book) {
    this.assessments = assessments;
    this.kept = kept;
    this.book = book;
  }

  private record Found(
      Organization organization, InformatizationObject object, Duties.Duty duty, boolean overdue) {}

  /** What makes duties of several objects one: the organisation's own date and the same day. */
  private record Same(UUID of, String requirement, boolean recurring, @Nullable LocalDate due) {}

  /**
   * What is due, overdue first, then by day, those without a day last. A duty that is counted from
   * a fact of the organisation stands there once, whatever the number of objects. Of more than
   * {@value #FEW} objects that are not kept for the day, the first by name. A constant number of
   * statements. Whoever calls it has checked who may look.
   */
  public List<Deadline> of(Within within, LocalDate day) {
    return kept.hold(within, day)
        ? kept.some(within, null, day, false, 0, Integer.MAX_VALUE)
        : decided(within.organizations(), day);
  }

  /**
   * What is overdue and what is due up to the last day, by day, as kept on the day of the last
   * round. Two statements.
   */
  public List<Deadline> upTo(Collection<UUID> organizations, LocalDate last, LocalDate day) {
    return kept.between(
        Within.these(organizations), null, LocalDate.EPOCH, last, Integer.MAX_VALUE, day);
  }

  private List<Deadline> decided(Collection<UUID> organizations, LocalDate day) {
    Map<Same, List<Found>> all = new LinkedHashMap<>();
    assessments
        .assessEach(organizations, FEW, day, assessed -> found(assessed, day))
        .forEach(
            some ->
                some.forEach(
                    found -> all.computeIfAbsent(same(found), _ -> new ArrayList<>()).add(found)));
    return all.values().stream().map(this::deadline).sorted(ORDER).toList();
  }

  private List<Found> found(Assessed assessed, LocalDate day) {
    return Duties.of(book, assessed.facts(), assessed.assessment()).stream()
        .map(
            duty ->
                new Found(assessed.organization(), assessed.object(), duty, duty.isOverdue(day)))
        .toList();
  }

  private boolean isShared(Duties.Duty duty) {
    return !FactStore.isOfObject(book.facts().get(duty.fact()));
  }

  private Same same(Found found) {
    Duties.Duty duty = found.duty();
    return new Same(
        isShared(duty) ? found.organization().id() : found.object().id(),
        duty.requirement().id(),
        duty.recurring(),
        duty.due());
  }

  private Deadline deadline(List<Found> same) {
    Found first = same.getFirst();
    Duties.Duty duty = first.duty();
    Fact fact = book.facts().get(duty.fact());
    return new Deadline(
        first.organization(),
        same.stream().map(Found::object).toList(),
        isShared(duty),
        duty.requirement(),
        duty.recurring(),
        duty.period(),
        duty.counted(),
        duty.due(),
        fact,
        worst(same.stream().map(found -> found.duty().outcome())),
        same.stream().anyMatch(Found::overdue));
  }

  private static Outcome worst(Stream<Outcome> outcomes) {
    List<Outcome> all = outcomes.toList();
    return Stream.of(Outcome.NOT_MET, Outcome.UNDECIDED)
        .filter(all::contains)
        .findFirst()
        .orElse(Outcome.MET);
  }
}
