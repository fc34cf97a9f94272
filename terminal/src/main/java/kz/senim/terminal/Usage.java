package kz.senim.terminal;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with how a command is called. */
enum Usage implements Wording {
  NO_OPTION("there is no option {0}{1}", "нет параметра {0}{1}", "{0} деген параметр жоқ{1}"),
  NO_COMMAND("there is no command '{0}'{1}", "нет команды «{0}»{1}", "«{0}» деген пәрмен жоқ{1}"),
  UNEXPECTED(
      "'{0}' is one argument too many; leave it out",
      "«{0}» — лишний аргумент; уберите его", "«{0}» – артық аргумент; оны алып тастаңыз"),
  WHICH("say what to do: {0}", "укажите, что сделать: {0}", "не істеу керегін көрсетіңіз: {0}"),
  NEEDED("needed: {0}", "нужно указать: {0}", "көрсету керек: {0}"),
  ONE_OF("give one of these: {0}", "укажите одно из этого: {0}", "осылардың бірін көрсетіңіз: {0}"),
  NEEDS_VALUE(
      "{0} needs a value: {0} {1}",
      "после {0} нужно значение: {0} {1}", "{0} параметрінен кейін мән керек: {0} {1}"),
  TWICE(
      "{0} is given more than once; keep one of them",
      "{0} указан несколько раз; оставьте один", "{0} бірнеше рет көрсетілген; біреуін қалдырыңыз"),
  WORDS(
      "{0} takes {1}; not '{2}'",
      "{0}: можно указать {1}, но не «{2}»", "{0}: {1} көрсетуге болады, «{2}» емес"),
  DAY(
      "{0}: '{1}' is not a day; a day is written 2024-05-13, between 1900 and 2200",
      "{0}: «{1}» — не день; день пишется так: 2024-05-13, с 1900 по 2200 год",
      "{0}: «{1}» – күн емес; күн былай жазылады: 2024-05-13, 1900–2200 жылдар аралығында"),
  WHOLE_NUMBER(
      "{0} takes a whole number, such as 30; not '{1}'",
      "{0}: нужно целое число, например 30, а не «{1}»",
      "{0}: бүтін сан керек, мысалы 30; «{1}» емес"),
  IDENTIFIER(
      "{0} takes an id such as 01900000-0000-7000-8000-000000000000; not '{1}'",
      "{0}: нужен идентификатор вида 01900000-0000-7000-8000-000000000000, а не «{1}»",
      "{0}: 01900000-0000-7000-8000-000000000000 түріндегі идентификатор керек; «{1}» емес"),
  NOT_TAKEN("{0} does not take '{1}'", "{0} не принимает «{1}»", "{0} «{1}» мәнін қабылдамайды"),
  TRY("Try '{0} --help'.", "Справка: {0} --help", "Анықтама: {0} --help");

  private final Localized text;

  Usage(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
