package kz.senim.server.objects;

import java.time.LocalDate;
import java.time.Period;
import kz.senim.core.decision.Duties;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import org.jspecify.annotations.Nullable;

/**
 * A duty of an object as it is kept: as text, because it may outlive its law book.
 *
 * @param period in ISO 8601's form; null when not known
 * @param counted the day from which it is counted, in ISO 8601's form; null when not known
 * @param due the day by which it must be done, in the same form; null when not known
 * @param shared whether it is counted from a fact of the organisation
 */
record KeptDuty(
    String requirement,
    boolean recurring,
    @Nullable String period,
    @Nullable String counted,
    @Nullable String due,
    String fact,
    boolean shared,
    String outcome) {

  static KeptDuty of(LawBook book, Duties.Duty duty) {
    Fact fact = book.facts().get(duty.fact());
    Period period = duty.period();
    return new KeptDuty(
        duty.requirement().id(),
        duty.recurring(),
        period == null ? null : period.toString(),
        text(duty.counted()),
        text(duty.due()),
        fact.id(),
        !FactStore.isOfObject(fact),
        duty.outcome().word());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
