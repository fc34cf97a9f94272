package kz.senim.core.decision;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with a passport, or with what is asked of it. */
enum PassportMistake implements Wording {
  BEFORE_THE_LAW(
      "on {0} none of the acts in the law book was in force yet; the first one is since {1}",
      "на {0} ни один акт свода норм ещё не действовал; первый действует с {1}",
      "{0} күні нормалар жинағындағы бірде-бір акт әлі қолданыста болмаған; біріншісі {1} бастап"
          + " қолданыста"),
  NO_COMPANION(
      "the organisation's passport '{0}' is not at hand; leave it out, and write its facts here",
      "паспорта организации «{0}» здесь нет; уберите ссылку и впишите его сведения сюда",
      "ұйымның «{0}» паспорты мұнда жоқ; сілтемені алып тастап, мәліметтерін осында жазыңыз"),
  NO_OBJECT_HERE(
      "an organisation's passport describes no object; leave 'object' out",
      "паспорт организации не описывает объект; уберите «object»",
      "ұйымның паспорты объектіні сипаттамайды; «object» кілтін алып тастаңыз"),
  BIN_CHECK(
      "'{0}' is not a BIN: its check digit is wrong",
      "«{0}» — не БИН: контрольная цифра неверна", "«{0}» – БСН емес: бақылау цифры дұрыс емес"),
  BIN_DIGITS(
      "'{0}' is not a BIN: a BIN has twelve digits",
      "«{0}» — не БИН: в БИН двенадцать цифр", "«{0}» – БСН емес: БСН-де он екі цифр болады"),
  NO_INHERITANCE(
      "an organisation's passport inherits from no other; leave 'passport' out",
      "паспорт организации не ссылается на другой; уберите «passport»",
      "ұйымның паспорты басқасына сілтемейді; «passport» кілтін алып тастаңыз"),
  OTHER_ORGANIZATION(
      "'{0}' is of another organisation: {1}",
      "«{0}» — паспорт другой организации: {1}", "«{0}» – басқа ұйымның паспорты: {1}"),
  FACTS(
      "'facts' is a mapping of facts to values, not {0}",
      "«facts» — набор «сведение: значение», а здесь {0}",
      "«facts» – «мәлімет: мән» жиыны, ал мұнда {0}"),
  ATTESTATIONS(
      "'attestations' is a mapping of requirements to yes or no, not {0}",
      "«attestations» — набор «требование: yes или no», а здесь {0}",
      "«attestations» – «талап: yes немесе no» жиыны, ал мұнда {0}"),
  UNKNOWN_FACT("unknown fact '{0}'{1}", "сведения «{0}» нет{1}", "«{0}» деген мәлімет жоқ{1}"),
  NOT_ATTESTED(
      "'{0}' is decided by facts, not by a person's judgement; leave it out",
      "«{0}» решается по сведениям, а не по оценке человека; уберите эту строку",
      "«{0}» адамның бағалауымен емес, мәліметтермен шешіледі; бұл жолды алып тастаңыз"),
  NO_REQUIREMENT(
      "there is no attested requirement '{0}'{1}",
      "нет требования «{0}», которое оценивает человек{1}",
      "адам бағалайтын «{0}» деген талап жоқ{1}"),
  ABOUT_AN_OBJECT(
      "'{0}' is about an object; it belongs in the object's own passport",
      "«{0}» — сведение об объекте; его место в паспорте самого объекта",
      "«{0}» – объект туралы мәлімет; оның орны – объектінің өз паспорты"),
  TWICE(
      "'{0}' is given twice; keep one of them",
      "«{0}» указано дважды; оставьте одно", "«{0}» екі рет көрсетілген; біреуін қалдырыңыз");

  private final Localized text;

  PassportMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
