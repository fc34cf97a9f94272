package kz.senim.core.authoring;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with the stories of a procedure. */
enum StoryMistake implements Wording {
  NO_PROCEDURE("there is no procedure '{0}'", "нет процедуры «{0}»", "«{0}» рәсімі жоқ"),
  NO_END(
      "no story of {0} ends in '{1}'",
      "ни одна история {0} не заканчивается в «{1}»",
      "{0} оқиғаларының ешқайсысы «{1}» сатысында аяқталмайды"),
  NOT_KEPT(
      "no story of {0} keeps the term '{1}'",
      "ни в одной истории {0} не соблюдён срок «{1}»",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі сақталмаған"),
  NOT_KEPT_LAST_MINUTE(
      "no story of {0} keeps the term '{1}' at its last moment: an act within the last minute of the"
          + " hours",
      "ни в одной истории {0} срок «{1}» не соблюдён в последний момент: актом в последнюю минуту"
          + " этих часов",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі соңғы сәтте сақталмаған: сағаттардың соңғы"
          + " минутындағы актімен"),
  NOT_KEPT_LAST_SECOND(
      "no story of {0} keeps the term '{1}' at its last moment: an act at 23:59:59 on the due day",
      "ни в одной истории {0} срок «{1}» не соблюдён в последний момент: актом в 23:59:59 последнего"
          + " дня",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі соңғы сәтте сақталмаған: соңғы күнгі 23:59:59"
          + " актісімен"),
  NOT_MISSED(
      "no story of {0} misses the term '{1}'",
      "ни в одной истории {0} не пропущен срок «{1}»",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі өткізілмеген"),
  NOT_MISSED_HOURS(
      "no story of {0} misses the term '{1}' at the moment it is over: when the hours have run out",
      "ни в одной истории {0} срок «{1}» не пропущен в момент его окончания: когда часы истекли",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі аяқталған сәтте өткізілмеген: сағаттар біткенде"),
  NOT_MISSED_DAY(
      "no story of {0} misses the term '{1}' at the moment it is over: at 00:00 after the due day",
      "ни в одной истории {0} срок «{1}» не пропущен в момент его окончания: в 00:00 после последнего"
          + " дня",
      "{0} оқиғаларының ешқайсысында «{1}» мерзімі аяқталған сәтте өткізілмеген: соңғы күннен кейін"
          + " 00:00-де"),
  NO_EXPECTATION(
      "a story ends with 'expect' or 'refused'",
      "история заканчивается «expect» или «refused»",
      "оқиға «expect» немесе «refused» кілтімен аяқталады"),
  NOTHING_REFUSED(
      "story '{0}': nothing was refused; it stands at {1}",
      "история «{0}»: ничего не отклонено; дело на стадии {1}",
      "«{0}» оқиғасы: ештеңе қабылданбай қалған жоқ; іс {1} сатысында"),
  REFUSED("story '{0}': {1}", "история «{0}»: {1}", "«{0}» оқиғасы: {1}"),
  REFUSAL(
      "act '{0}' is refused: {1}{2}",
      "акт «{0}» отклонён: {1}{2}", "«{0}» актісі қабылданбады: {1}{2}"),
  OTHERWISE(
      "story '{0}': {1} is {2}, not {3}",
      "история «{0}»: {1} — {2}, а не {3}", "«{0}» оқиғасы: {1} – {3} емес, {2}");

  private final Localized text;

  StoryMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
