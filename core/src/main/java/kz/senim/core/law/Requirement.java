package kz.senim.core.law;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import kz.senim.core.rule.Rule;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subject can meet or fail.
 *
 * @param provision the id of the provision it comes from
 * @param from the first day on which it binds
 * @param until the first day on which it no longer does; null while it does
 * @param subject what it binds: an id of {@link Vocabulary#subjects()}
 * @param addressees whom it binds, any one of them: ids of {@link Vocabulary#addressees()}
 * @param applies the further condition under which it binds; null when there is none
 * @param exceptions other provisions that take it off some
 * @param met when it is met
 * @param attestedBy the role of the person who must judge; null when facts decide
 * @param statement what it demands
 * @param evidence kinds of evidence that would prove it
 * @param severity an id of {@link Vocabulary#severities()}
 * @param recurs how often it must be done again; null when it need not
 * @param due by when it must be done; null when no term is set
 * @param mapsTo controls of other catalogues that correspond, by catalogue
 * @param answersTo full ids of provisions of other acts that it checks
 * @param appliesText the condition as written; empty when there is none
 * @param metText the rule as written; empty when a person judges
 */
public record Requirement(
    String id,
    String provision,
    LocalDate from,
    @Nullable LocalDate until,
    String subject,
    List<String> addressees,
    @Nullable Rule applies,
    List<Act.Exemption> exceptions,
    Rule met,
    @Nullable String attestedBy,
    Localized statement,
    List<String> evidence,
    String severity,
    @Nullable Recurrence recurs,
    @Nullable Deadline due,
    Map<String, List<String>> mapsTo,
    List<String> answersTo,
    String appliesText,
    String metText) {

  /**
   * A duty that comes back.
   *
   * @param parameter index of the period parameter, or -1 when it is another
   * @param fact index of the period fact, where the law leaves the interval to the owner's own
   *     documents, or -1 when it is another
   * @param every the period, when it is written out
   * @param last index of the date fact that says when it was last done
   */
  public record Recurrence(int parameter, int fact, @Nullable Period every, int last) {}

  /**
   * A duty with a term.
   *
   * @param parameter index of the period parameter, or -1 when {@code within} is written out
   * @param within the period, when it is not a parameter
   * @param after index of the date fact from which the term runs
   */
  public record Deadline(int parameter, @Nullable Period within, int after) {}

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
