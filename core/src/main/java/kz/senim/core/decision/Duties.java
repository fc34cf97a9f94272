package kz.senim.core.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Requirement;
import org.jspecify.annotations.Nullable;

/** The duty calendar that falls out of an assessment: everything periodic or with a term. */
public final class Duties {

  private Duties() {}

  /**
   * A duty with a day.
   *
   * @param recurring whether it comes back; else it has one term
   * @param period how often, or how long the term is; null when the figure has no value yet
   * @param counted the day from which it is counted: last done, or the event; null when not known
   * @param due the day by which it must be done (again); null when {@code counted} is not known
   * @param fact index of the date fact from which it is counted
   */
  public record Duty(
      Requirement requirement,
      boolean recurring,
      @Nullable Period period,
      @Nullable LocalDate counted,
      @Nullable LocalDate due,
      int fact,
      Outcome outcome) {

    /** Whether the day has passed and the duty is not done. */
    public boolean isOverdue(LocalDate asOf) {
      return due != null && due.isBefore(asOf) && outcome != Outcome.MET;
    }
  }

  /** The duties that bind the subject, those without a day first, then by day. */
  public static List<Duty> of(LawBook book, Facts facts, Assessment assessment) {
    List<Duty> duties = new ArrayList<>();
    @Nullable Object[] known = facts.on(assessment.asOf());
    for (Decision decision : assessment.decisions()) {
      if (decision.outcome() == Outcome.NOT_APPLICABLE) {
        continue;
      }
      Requirement requirement = decision.requirement();
      Requirement.Recurrence recurs = requirement.recurs();
      Requirement.Deadline term = requirement.due();
      if (recurs != null) {
        Period every =
            recurs.fact() >= 0
                ? known[recurs.fact()] instanceof Period own ? own : null
                : period(book, recurs.parameter(), recurs.every(), assessment.asOf());
        duties.add(duty(decision, true, every, known, recurs.last()));
      }
      // A term that was kept is over; one that was missed or is open is still owed.
      if (term != null && decision.outcome() != Outcome.MET) {
        Period within = period(book, term.parameter(), term.within(), assessment.asOf());
        duties.add(duty(decision, false, within, known, term.after()));
      }
    }
    duties.sort(
        Comparator.comparing(Duty::due, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(duty -> duty.requirement().id()));
    return duties;
  }

  private static Duty duty(
      Decision decision,
      boolean recurring,
      @Nullable Period period,
      @Nullable Object[] known,
      int fact) {
    LocalDate counted = known[fact] instanceof LocalDate date ? date : null;
    LocalDate due = counted == null || period == null ? null : counted.plus(period);
    return new Duty(
        decision.requirement(), recurring, period, counted, due, fact, decision.outcome());
  }

  private static @Nullable Period period(
      LawBook book, int parameter, @Nullable Period written, LocalDate asOf) {
    if (parameter < 0) {
      return written;
    }
    Parameter figure = book.parameters().get(parameter);
    return figure.on(asOf) instanceof Period period ? period : null;
  }
}
