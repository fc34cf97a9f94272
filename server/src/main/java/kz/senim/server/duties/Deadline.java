package kz.senim.server.duties;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Periods;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import org.jspecify.annotations.Nullable;

/**
 * A duty with a day, as one entry of a calendar.
 *
 * @param objects whom it concerns: one object; or, of a duty whose day comes from a fact of the
 *     organisation, all its objects that the duty binds, by name
 * @param shared whether it is the organisation's: then it is done once for all its objects
 * @param recurring whether it comes back; else it has one term
 * @param period how often, or how long the term is; null when the figure has no value yet
 * @param counted the day from which it is counted; null when not known
 * @param due the day by which it must be done; null when {@code counted} is not known
 * @param fact the date from which it is counted
 * @param outcome the worst among the objects
 * @param overdue whether the day has passed and it is not done
 */
public record Deadline(
    Organization organization,
    List<InformatizationObject> objects,
    boolean shared,
    Requirement requirement,
    boolean recurring,
    @Nullable Period period,
    @Nullable LocalDate counted,
    @Nullable LocalDate due,
    Fact fact,
    Outcome outcome,
    boolean overdue) {

  /** The same for other objects. */
  Deadline with(List<InformatizationObject> concerned) {
    return new Deadline(
        organization,
        concerned,
        shared,
        requirement,
        recurring,
        period,
        counted,
        due,
        fact,
        outcome,
        overdue);
  }

  /** Whether it concerns the object; each, when none is asked for. */
  boolean concerns(@Nullable UUID object) {
    return object == null || objects.stream().anyMatch(of -> of.id().equals(object));
  }

  /** How often or how long, in words; null when the figure has no value yet. */
  public @Nullable String rhythm(Lang lang) {
    if (period == null) {
      return null;
    }
    return recurring
        // Every year, not every 1 year.
        ? Periods.inWords(period, lang).replaceFirst("^1 ", "")
        : Periods.asBound(period, lang);
  }

  /** The object's name, or the organisation's when it is done once for all. */
  public String where() {
    return shared ? organization.name() : objects.getFirst().name();
  }

  /** The page of the requirement, at the first object concerned. */
  public String link() {
    return "/objects/" + objects.getFirst().id() + "/requirements/" + requirement.id();
  }

  /** The same for the same occurrence of the same duty, whenever it is asked for. */
  public String key() {
    UUID of = shared ? organization.id() : objects.getFirst().id();
    return requirement.id() + (recurring ? "-r-" : "-t-") + due + "-" + of;
  }
}
