package kz.senim.core.rule;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with a rule as it is written in CEL. */
enum RuleMistake implements Wording {
  NOT_CEL("not an expression: {0}", "это не выражение CEL: {0}", "бұл CEL өрнегі емес: {0}"),
  UNKNOWN_NAME(
      "unknown fact or figure '{0}'{1}",
      "неизвестное сведение или показатель «{0}»{1}", "белгісіз мәлімет немесе көрсеткіш «{0}»{1}"),
  UNKNOWN_WORD("unknown word '{0}'{1}", "неизвестное слово «{0}»{1}", "белгісіз сөз «{0}»{1}"),
  DOES_NOT_GO(
      "'{0}' does not go with {1}", "«{0}» не сочетается с {1}", "«{0}» {1} дегенмен үйлеспейді"),
  EXPRESSION(
      "an expression of this kind is not part of the law's language",
      "такого выражения в языке норм нет",
      "нормалар тілінде мұндай өрнек жоқ"),
  VALUE(
      "a value of this kind is not part of the law's language",
      "такого значения в языке норм нет",
      "нормалар тілінде мұндай мән жоқ"),
  NOT_A_TRUTH(
      "'{0}' is not true or false",
      "«{0}» не бывает истинным или ложным", "«{0}» ақиқат не жалған болмайды"),
  ONLY_A_FACT(
      "only a fact can be looked for in a list",
      "в списке можно искать только сведение",
      "тізімнен тек мәліметті іздеуге болады"),
  OPTIONS_EXPECTED(
      "a list of options in brackets is expected here",
      "здесь нужен список значений в скобках",
      "мұнда жақшадағы мәндер тізімі керек"),
  EMPTY_LIST("the list is empty", "список пуст", "тізім бос"),
  OPTION_EXPECTED(
      "an option in quotes is expected here",
      "здесь нужно значение в кавычках",
      "мұнда тырнақшадағы мән керек"),
  NO_OPTION("there is no option '{0}'{1}", "нет значения «{0}»{1}", "«{0}» деген мән жоқ{1}"),
  NOT_COMPARABLE(
      "'{0}' cannot be compared", "«{0}» нельзя сравнивать", "«{0}» салыстыруға келмейді"),
  OPERAND_EXPECTED(
      "a fact, a figure or a value is expected here",
      "здесь нужно сведение, показатель или значение",
      "мұнда мәлімет, көрсеткіш немесе мән керек"),
  FACT_EXPECTED("a fact is expected here", "здесь нужно сведение", "мұнда мәлімет керек"),
  WHOLE_NUMBER(
      "a whole number is expected here", "здесь нужно целое число", "мұнда бүтін сан керек"),
  NUMBER_RANGE(
      "between 0 and 9999 is expected here",
      "здесь нужно число от 0 до 9999",
      "мұнда 0 мен 9999 аралығындағы сан керек"),
  DAY_EXPECTED(
      "a day in quotes is expected here: date(\"2016-01-01\")",
      "здесь нужен день в кавычках: date(\"2016-01-01\")",
      "мұнда тырнақшадағы күн керек: date(\"2016-01-01\")");

  private final Localized text;

  RuleMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
