package kz.senim.core.law;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.rule.Rule;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * An act of law, as the book holds it.
 *
 * @param id its number on the official legal portal, such as {@code P1600000832}
 * @param adopted the day on the act itself
 * @param inForce since when it is in force
 * @param edition the day of the last amendment that the text held contains
 * @param checkedOn the last day on which a person compared the book with what is known of the act
 * @param knownChanges amendments known to exist whose text is not held
 * @param repealed since when it is no longer in force; null while it is
 * @param adoption since when the deployment applies it as its own procedure although it is
 *     repealed; null when it does not
 * @param draft whether it is a draft: never law, only compared with it
 * @param scope whom the whole act binds; null when its provisions say so themselves
 */
public record Act(
    String id,
    String kind,
    String number,
    LocalDate adopted,
    Localized title,
    Localized shortTitle,
    InForce inForce,
    LocalDate edition,
    LocalDate checkedOn,
    List<KnownChange> knownChanges,
    @Nullable Repeal repealed,
    @Nullable Adoption adoption,
    boolean draft,
    @Nullable Scope scope,
    List<Section> sections) {

  /**
   * @param basis {@code published} when the day is known, {@code estimated} when it was computed as
   *     the act's day and ten calendar days
   */
  public record InForce(LocalDate from, Basis basis) {}

  /** How a day of entry into force is known. */
  public enum Basis {
    PUBLISHED,
    ESTIMATED
  }

  public record KnownChange(LocalDate on, Localized note) {}

  public record Repeal(LocalDate from, String by) {}

  /**
   * A deployment's own decision to go on applying a repealed act.
   *
   * @param by the decision: an order with its number and day, in the words of its owner
   */
  public record Adoption(LocalDate from, String by) {}

  /**
   * @param cites the provision that says whom the act binds
   */
  public record Scope(String cites, Rule applies, List<Exemption> except) {}

  /** A provision by which a rule does not apply to those for whom {@code when} holds. */
  public record Exemption(String cites, Rule when) {}

  /** A chapter, or a paragraph of one, with the first provision in it. */
  public record Section(String id, Localized title, String first, List<Amendment> amended) {}

  /** Whether it is to be applied that day: as law, or because the deployment adopted it. */
  public boolean inForceOn(LocalDate day) {
    return isLawOn(day) || isAdoptedOn(day);
  }

  /** Whether it is applied that day only because the deployment adopted it. */
  public boolean isAdoptedOn(LocalDate day) {
    return adoption != null && !day.isBefore(adoption.from()) && !isLawOn(day);
  }

  private boolean isLawOn(LocalDate day) {
    return !day.isBefore(inForce.from()) && (repealed == null || day.isBefore(repealed.from()));
  }

  /** The same act, applied as the deployment's own procedure. */
  Act adoptedAs(Adoption decision) {
    return new Act(
        id,
        kind,
        number,
        adopted,
        title,
        shortTitle,
        inForce,
        edition,
        checkedOn,
        knownChanges,
        repealed,
        decision,
        draft,
        scope,
        sections);
  }
}
