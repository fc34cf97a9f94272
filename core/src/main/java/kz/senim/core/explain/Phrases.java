package kz.senim.core.explain;

import kz.senim.core.rule.Rule;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** The words between a fact and its bound, in three languages. */
final class Phrases {

  static final Localized ALL = new Localized("all of these", "всё из этого", "мұның бәрі");
  static final Localized ANY =
      new Localized("any of these", "хотя бы одно из этого", "мұның ең болмаса бірі");
  static final Localized NOT = new Localized("not the case", "не так", "олай емес");
  static final Localized ALWAYS = new Localized("always", "всегда", "әрқашан");
  static final Localized NEVER = new Localized("never", "никогда", "ешқашан");
  static final Localized MISSING = new Localized("missing: ", "не хватает: ", "жетіспейді: ");
  static final Localized NEEDS = new Localized("needs: ", "требуется: ", "қажет: ");
  static final Localized NEEDS_ONE =
      new Localized("needs one of: ", "требуется хотя бы одно из: ", "мыналардың бірі қажет: ");
  static final Localized NOT_AMONG =
      new Localized("not among them: ", "среди них нет: ", "олардың арасында жоқ: ");
  static final Localized NONE_OF =
      new Localized("none of these", "ничего из этого", "мұның ешқайсысы");
  static final Localized UNWANTED =
      new Localized("this must not be", "этого не должно быть", "бұл болмауға тиіс");
  static final Localized MUST_NOT =
      new Localized("must not be: ", "не должно быть: ", "болмауға тиіс: ");
  static final Localized MUST = new Localized("must be: ", "должно быть: ", "болуға тиіс: ");
  static final Localized MUST_ONE =
      new Localized("must be one of: ", "должно быть одно из: ", "мыналардың бірі болуға тиіс: ");
  static final Localized ONLY =
      new Localized("concerns only: ", "касается только: ", "тек мынаған қатысты: ");
  static final Localized NOT_FOR =
      new Localized("does not concern: ", "не касается: ", "мынаған қатысты емес: ");
  static final Localized ADDRESSED =
      new Localized("It is addressed to: ", "Адресовано: ", "Мыналарға арналған: ");
  static final Localized ABSENT =
      new Localized("There is none here: ", "Здесь этого нет: ", "Мұнда бұл жоқ: ");
  static final Localized OUT_OF_SCOPE =
      new Localized(
          "The act does not bind this owner or object",
          "Акт не распространяется на этого владельца или объект",
          "Акт бұл иеленушіге немесе объектіге қолданылмайды");
  static final Localized UNTIL =
      new Localized("holds until ", "действует до ", "жарамды мерзімі: ");
  static final Localized EXPIRED = new Localized("ran out on ", "истекло ", "мерзімі өткен күні: ");
  static final Localized TERM_ENDS =
      new Localized("the term ends on ", "срок истекает ", "мерзім аяқталатын күн: ");
  static final Localized TERM_ENDED =
      new Localized("the term ended on ", "срок истёк ", "мерзім аяқталған күн: ");
  static final Localized AFTER_DAY =
      new Localized("it is in the future", "это будущий день", "бұл болашақ күн");
  static final Localized JUDGED = new Localized("As judged by: ", "По оценке: ", "Бағалаған: ");

  private Phrases() {}

  /** "not more than 2 years ago", around the period. */
  static String ago(String period, Lang lang) {
    return new Localized(
            "at most " + period + " ago",
            "не более " + period + " назад",
            "ең көбі " + period + " бұрын")
        .in(lang);
  }

  /** The relation before a number, a period or a text. */
  static String relation(Rule.Relation relation, Lang lang) {
    return (switch (relation) {
          case AT_LEAST -> new Localized("at least ", "не менее ", "кемінде ");
          case AT_MOST -> new Localized("at most ", "не более ", "ең көбі ");
          case GREATER -> new Localized("more than ", "более ", "мынадан артық: ");
          case LESS -> new Localized("less than ", "менее ", "мынадан кем: ");
          case EQUAL -> MUST;
          case NOT_EQUAL -> MUST_NOT;
        })
        .in(lang);
  }

  /** How a day must stand to another one. */
  static String onDay(Rule.Relation relation, String day, Lang lang) {
    return (switch (relation) {
          case AT_LEAST ->
              new Localized("not before " + day, "не ранее " + day, day + " күнінен бастап");
          case AT_MOST ->
              new Localized("not after " + day, "не позднее " + day, day + " күнінен кешіктірмей");
          case GREATER -> new Localized("after " + day, "позже " + day, day + " күнінен кейін");
          case LESS -> new Localized("before " + day, "ранее " + day, day + " күніне дейін");
          case EQUAL -> new Localized(MUST.en() + day, MUST.ru() + day, MUST.kk() + day);
          case NOT_EQUAL ->
              new Localized(MUST_NOT.en() + day, MUST_NOT.ru() + day, MUST_NOT.kk() + day);
        })
        .in(lang);
  }

  /** The relation that holds when this one does not. */
  static Rule.Relation negated(Rule.Relation relation) {
    return switch (relation) {
      case EQUAL -> Rule.Relation.NOT_EQUAL;
      case NOT_EQUAL -> Rule.Relation.EQUAL;
      case LESS -> Rule.Relation.AT_LEAST;
      case AT_MOST -> Rule.Relation.GREATER;
      case GREATER -> Rule.Relation.AT_MOST;
      case AT_LEAST -> Rule.Relation.LESS;
    };
  }

  /** The same relation read from the other side. */
  static Rule.Relation turned(Rule.Relation relation) {
    return switch (relation) {
      case LESS -> Rule.Relation.GREATER;
      case AT_MOST -> Rule.Relation.AT_LEAST;
      case GREATER -> Rule.Relation.LESS;
      case AT_LEAST -> Rule.Relation.AT_MOST;
      default -> relation;
    };
  }
}
