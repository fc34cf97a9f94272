package kz.senim.core.law;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with the value of a fact or a figure. */
enum ValueMistake implements Wording {
  TAKES("{0} takes {1}, not {2}", "{0}: нужно {1}, а здесь {2}", "{0}: {1} керек, ал мұнда {2}"),
  A_BOOLEAN("yes or no", "yes или no", "yes немесе no"),
  A_NUMBER("a number", "число", "сан"),
  A_NUMBER_OF("a number ({0})", "число ({0})", "сан ({0})"),
  A_DATE("a date such as 2024-05-13", "дата, например 2024-05-13", "күн, мысалы 2024-05-13"),
  A_PERIOD(
      "a length of time such as '3 years'", "срок, например «3 года»", "мерзім, мысалы «3 жыл»"),
  A_TEXT("a text", "текст", "мәтін"),
  ONE_OPTION("one option", "одно из возможных значений", "ықтимал мәндердің бірі"),
  OPTIONS("a list of options", "список значений", "мәндер тізімі"),
  NOT_A_PERIOD(
      "{0} takes a length of time such as '3 years', '2 months' or 'P30D'",
      "{0}: нужен срок, например «3 года», «2 месяца» или «P30D»",
      "{0}: мерзім керек, мысалы «3 жыл», «2 ай» немесе «P30D»"),
  LONG_TEXT(
      "{0} is longer than {1} characters",
      "{0}: текст длиннее {1} символов; сократите его",
      "{0}: мәтін {1} таңбадан ұзын; оны қысқартыңыз"),
  NOT_A_SET(
      "{0} takes a list in brackets, such as {1} or []",
      "{0}: нужен список в скобках, например {1} или []",
      "{0}: жақшадағы тізім керек, мысалы {1} немесе []"),
  NOT_AN_OPTION(
      "{0} holds single options, not {1}",
      "{0}: в списке стоят отдельные значения, а здесь {1}",
      "{0}: тізімде жеке мәндер тұрады, ал мұнда {1}"),
  NO_OPTION(
      "{0} has no option '{1}'{2}", "{0}: нет значения «{1}»{2}", "{0}: «{1}» деген мән жоқ{2}"),
  OUT_OF_RANGE(
      "{0} runs from {1} to {2}, not {3}",
      "{0}: число должно быть от {1} до {2}, а здесь {3}",
      "{0}: сан {1} мен {2} аралығында болуы керек, ал мұнда {3}"),
  TOO_SMALL(
      "{0} runs from {1} up, not {2}",
      "{0}: число должно быть не меньше {1}, а здесь {2}",
      "{0}: сан {1} санынан кем болмауы керек, ал мұнда {2}"),
  TOO_GREAT(
      "{0} runs up to {1}, not {2}",
      "{0}: число должно быть не больше {1}, а здесь {2}",
      "{0}: сан {1} санынан аспауы керек, ал мұнда {2}");

  private final Localized text;

  ValueMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
