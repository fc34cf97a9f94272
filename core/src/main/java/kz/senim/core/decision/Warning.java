package kz.senim.core.decision;

import java.time.LocalDate;
import java.util.Optional;
import kz.senim.core.law.Act;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/**
 * Something a reader must know before relying on an assessment.
 *
 * @param act the act it is about; empty when about the subject
 */
public record Warning(Kind kind, String act, Localized text) {

  /** What it warns of. */
  public enum Kind {
    /** The day is later than the day to which the book was checked. */
    NOT_VERIFIED,
    /** The act is known to have changed before that day; the new text is not held. */
    KNOWN_CHANGE,
    /** Some provisions had another wording on that day, which is not held. */
    EARLIER_WORDING,
    /** The act was not in force on that day. */
    NOT_IN_FORCE,
    /** A repealed act is applied because the deployment adopted it. */
    ADOPTED,
    /** The act is a draft. */
    DRAFT,
    /** Facts that may not be relied on any more. */
    EXPIRED_FACTS
  }

  /**
   * A repealed act is nobody's law: whoever reads an answer by it must know by whose decision it is
   * applied. Empty when it is law on that day, or not applied at all.
   */
  public static Optional<Warning> adopted(Act act, LocalDate day) {
    Act.Repeal repeal = act.repealed();
    Act.Adoption adoption = act.adoption();
    if (repeal == null || adoption == null || !act.isAdoptedOn(day)) {
      return Optional.empty();
    }
    String by = " (" + adoption.by() + ")";
    return Optional.of(
        of(
            Kind.ADOPTED,
            act,
            "are repealed since "
                + repeal.from()
                + "; they are applied from "
                + adoption.from()
                + " as this deployment's own procedure"
                + by
                + ", not as law",
            "утратили силу с "
                + Days.in(repeal.from(), Lang.RU)
                + "; применяются с "
                + Days.in(adoption.from(), Lang.RU)
                + " как собственный порядок"
                + by
                + ", а не как действующее право",
            Days.in(repeal.from(), Lang.KK)
                + " бастап күшін жойған; "
                + Days.in(adoption.from(), Lang.KK)
                + " бастап қолданыстағы құқық ретінде емес, өз тәртібі ретінде қолданылады"
                + by));
  }

  static Warning of(Kind kind, Act act, String en, String ru, String kk) {
    Localized name = name(act);
    return new Warning(
        kind,
        act.id(),
        new Localized(name.en() + " " + en, name.ru() + " " + ru, name.kk() + " " + kk));
  }

  static Localized name(Act act) {
    Localized title = act.shortTitle();
    return new Localized(
        title.en() + " (" + act.id() + ")",
        title.ru() + " (" + act.id() + ")",
        title.kk() + " (" + act.id() + ")");
  }
}
