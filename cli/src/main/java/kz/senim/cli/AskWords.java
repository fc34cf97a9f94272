package kz.senim.cli;

import kz.senim.core.rule.Type;
import kz.senim.core.text.Localized;

/** What the interview says, in three languages. */
final class AskWords {

  static final Localized OBJECT =
      new Localized("What is the system called?", "Как называется система?", "Жүйе қалай аталады?");
  static final Localized ORGANIZATION =
      new Localized(
          "Which organisation owns or holds it?",
          "Какая организация ею владеет?",
          "Оны қай ұйым иеленеді?");
  static final Localized JUDGE =
      new Localized(
          "In your judgement, is this so? ",
          "По вашей оценке, это так? ",
          "Сіздің бағалауыңызша, бұл солай ма? ");
  static final Localized WHY =
      new Localized("Asked because of:", "Спрашиваем из-за:", "Мына себептен сұралады:");

  static final Localized HOW =
      new Localized(
          "Enter: you do not know. ?: why it is asked. q: save and stop.",
          "Enter — не знаю. ? — почему спрашиваем. q — сохранить и выйти.",
          "Enter — білмеймін. ? — неге сұралады. q — сақтап, шығу.");
  static final Localized AGAIN =
      new Localized("This is expected: ", "Ожидается: ", "Мынадай жауап күтіледі: ");

  private AskWords() {}

  static Localized done(int asked, long open, String file) {
    return new Localized(
        asked
            + " questions asked; "
            + open
            + " requirements are still undecided; written to "
            + file,
        "Задано вопросов: "
            + asked
            + "; не определено требований: "
            + open
            + "; записано в "
            + file,
        "Қойылған сұрақтар: "
            + asked
            + "; анықталмаған талаптар: "
            + open
            + "; жазылған файл: "
            + file);
  }

  static Localized open(int count) {
    return new Localized(
        "[" + count + " requirements still open]",
        "[ещё не определено требований: " + count + "]",
        "[әлі анықталмаған талаптар: " + count + "]");
  }

  static Localized hint(Type type) {
    return switch (type) {
      case BOOLEAN -> new Localized("yes/no", "да/нет", "иә/жоқ");
      case NUMBER -> new Localized("number", "число", "сан");
      case DATE -> new Localized("YYYY-MM-DD", "ГГГГ-ММ-ДД", "ЖЖЖЖ-АА-КК");
      case PERIOD -> new Localized("e.g. 3 years", "например, 3 года", "мысалы, 3 жыл");
      case TEXT -> new Localized("text", "текст", "мәтін");
      case CHOICE -> new Localized("number of the option", "номер варианта", "нұсқа нөмірі");
      case SET ->
          new Localized(
              "numbers, separated by commas; 0 for none",
              "номера через запятую; 0 — ничего",
              "нөмірлер, үтірмен; 0 — ештеңе");
    };
  }
}
