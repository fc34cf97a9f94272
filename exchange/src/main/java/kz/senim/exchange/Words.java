package kz.senim.exchange;

import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Localized;

/** The words of reports in the three languages. */
public final class Words {

  static final Localized REPORT = of("Assessment", "Оценка соответствия", "Сәйкестікті бағалау");
  static final Localized AS_OF = of("as of", "на", "күні:");
  static final Localized ORGANIZATION = of("Organisation", "Организация", "Ұйым");
  static final Localized BOOK = of("Law book", "Свод норм", "Нормалар жинағы");
  static final Localized WARNINGS =
      of(
          "Before relying on this",
          "Прежде чем полагаться на этот ответ",
          "Бұл жауапқа сүйенбес бұрын");
  static final Localized SUMMARY =
      of(
          "Requirements that bind it: ",
          "К объекту относится требований: ",
          "Объектіге қатысты талаптар: ");
  static final Localized EXPIRED_ANSWERS =
      of(
          "Answers that have run out and count as unknown: ",
          "Ответы, срок которых истёк и которые снова считаются неизвестными: ",
          "Мерзімі өтіп, қайтадан белгісіз саналатын жауаптар: ");
  static final Localized REQUIREMENTS = of("requirements: ", "требований: ", "талаптар: ");
  static final Localized BY_CHAPTER = of("By chapter", "По главам", "Тараулар бойынша");
  static final Localized NOTHING_HERE = of("None.", "Нет.", "Жоқ.");
  static final Localized WHY = of("Why", "Почему", "Неге");
  static final Localized MISSING =
      of(
          "What is missing, and what waits for it",
          "Чего не хватает и что от этого зависит",
          "Не жетіспейді және оған не байланысты");
  static final Localized FIRST =
      of(
          "First: most of it waits for these",
          "Сначала: от этого зависит большинство",
          "Алдымен: көпшілігі осыған байланысты");
  static final Localized PROOF = of("Proved by", "Чем подтверждается", "Немен расталады");
  static final Localized PARAGRAPH = of("Paragraph", "Пункт", "Тармақ");
  static final Localized EARLIER =
      of(
          "another wording was in force on that day; it is not held",
          "на этот день действовала иная редакция; её нет",
          "бұл күні басқа редакция қолданыста болған; ол жоқ");
  static final Localized OFFICIAL =
      of(
          "Summaries are Senim's own; only the official text has force.",
          "Краткие изложения — собственные; силу имеет только официальный текст.",
          "Қысқаша мазмұндамалар — өз сөзіміз; тек ресми мәтіннің күші бар.");
  static final Localized OF_WHICH = of("of", "из", "/");

  static final Localized BINDS = of("It binds because", "Касается, потому что", "Қатысты, өйткені");
  static final Localized ASK_WHOM = of("to be told by: ", "сообщит: ", "хабарлайды: ");
  static final Localized JUDGE_WHOM = of("to be judged by: ", "оценит: ", "бағалайды: ");
  static final Localized WEIGHT = of("weight: ", "значимость: ", "маңыздылығы: ");
  static final Localized EXPIRED_ON =
      of("known until ", "было известно до ", "белгілі болған мерзімі: ");

  private Words() {}

  public static Localized outcome(Outcome outcome) {
    return switch (outcome) {
      case MET -> of("met", "выполнено", "орындалған");
      case NOT_MET -> of("not met", "не выполнено", "орындалмаған");
      case UNDECIDED -> of("undecided", "не определено", "анықталмаған");
      case NOT_APPLICABLE -> of("not applicable", "неприменимо", "қолданылмайды");
    };
  }

  public static Localized level(Vocabulary.Level level) {
    return switch (level) {
      case HIGH -> of("high", "высокая", "жоғары");
      case MEDIUM -> of("medium", "средняя", "орташа");
      case LOW -> of("low", "низкая", "төмен");
    };
  }

  static Localized source(FactValue.Source source) {
    return switch (source) {
      case DECLARED -> of("declared", "заявлено", "мәлімделген");
      case DOCUMENT -> of("from a document", "из документа", "құжаттан");
      case MEASURED -> of("measured", "измерено", "өлшенген");
      case ATTESTED -> of("attested", "заверено", "расталған");
    };
  }

  private static Localized of(String en, String ru, String kk) {
    return new Localized(en, ru, kk);
  }
}
