package kz.senim.cli;

import java.time.LocalDate;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Nature;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** What the commands about the law say, in three languages. */
final class LawWords {

  static final Localized TERM = new Localized("term", "термин", "термин");
  static final Localized NATURE = new Localized("nature", "вид нормы", "норманың түрі");
  static final Localized IN_FORCE = new Localized("in force", "действует", "қолданыста");
  static final Localized ADDED = new Localized("added", "введено", "енгізілген");
  static final Localized AMENDED = new Localized("amended", "изменено", "өзгертілген");
  static final Localized EXCLUDED = new Localized("excluded", "исключено", "алып тасталған");
  static final Localized WORDING = new Localized("wording", "редакция", "редакция");
  static final Localized CHECKED = new Localized("checked", "сверено", "салыстырылған");
  static final Localized NOTE = new Localized("note", "примечание", "ескертпе");
  static final Localized FIGURE = new Localized("figure", "величина", "шама");
  static final Localized BINDS = new Localized("binds", "касается", "қатысты");
  static final Localized APPLIES =
      new Localized("applies if", "применяется, если", "қолданылады, егер");
  static final Localized MET = new Localized("met if", "выполнено, если", "орындалған, егер");
  static final Localized JUDGED =
      new Localized("judged so by: ", "так оценит: ", "солай деп бағалайды: ");
  static final Localized EXCEPT = new Localized("except by", "исключение по", "ерекше жағдай");
  static final Localized WEIGHS = new Localized("weighs", "значимость", "маңыздылығы");
  static final Localized EVIDENCE = new Localized("evidence", "подтверждение", "растайды");
  static final Localized MAPS_TO = new Localized("maps to", "соответствует", "сәйкес келеді");
  static final Localized ANSWERS_TO = new Localized("answers to", "отвечает на", "жауап береді");
  static final Localized NONE = new Localized("none", "не было", "болмаған");
  static final Localized DRAFT = new Localized(" (draft)", " (проект)", " (жоба)");

  private LawWords() {}

  static Localized nature(Nature nature) {
    return switch (nature) {
      case DUTY -> new Localized("duty", "обязанность", "міндет");
      case PROHIBITION -> new Localized("prohibition", "запрет", "тыйым");
      case PERMISSION -> new Localized("permission", "дозволение", "рұқсат");
      case DEFINITION -> new Localized("definition", "определение", "анықтама");
      case SCOPE -> new Localized("scope", "сфера действия", "қолданылу аясы");
      case PROCEDURE -> new Localized("procedure", "порядок", "тәртіп");
      case REFERENCE -> new Localized("reference", "отсылка", "сілтеме");
    };
  }

  static Localized change(LawDiff.Kind kind) {
    return switch (kind) {
      case ADDED -> new Localized("added", "добавлено", "қосылды");
      case AMENDED -> new Localized("amended", "изменено", "өзгертілді");
      case EXCLUDED -> new Localized("excluded", "исключено", "алып тасталды");
      case REPLACED -> new Localized("replaced", "заменено", "ауыстырылды");
      case ACT_IN_FORCE -> new Localized("act in force", "акт в силе", "акт күшінде");
      case ACT_REPEALED -> new Localized("act repealed", "акт отменён", "күші жойылды");
      case FIGURE -> new Localized("figure", "величина", "шама");
    };
  }

  static String repealed(LocalDate day, Lang lang) {
    String on = Days.in(day, lang);
    return new Localized(
            " (repealed " + on + ")",
            " (утратил силу " + on + ")",
            " (күшін жойған күні: " + on + ")")
        .in(lang);
  }

  static String adopted(Act.Adoption adoption, Lang lang) {
    String on = Days.in(adoption.from(), lang);
    return new Localized(
            "applied as own procedure, not as law, from " + on + ": " + adoption.by(),
            "применяется как собственный порядок, а не как закон, с " + on + ": " + adoption.by(),
            on + " бастап заң емес, өз тәртібі ретінде қолданылады: " + adoption.by())
        .in(lang);
  }

  static String from(LocalDate day, Act.Basis basis, Lang lang) {
    String on = Days.in(day, lang);
    return new Localized("from " + on, "с " + on, on + " бастап").in(lang)
        + (basis == Act.Basis.ESTIMATED
            ? new Localized(" (estimated)", " (оценочно)", " (болжамды)").in(lang)
            : "");
  }

  static String by(String act, LocalDate day, String from, Lang lang) {
    String on = Days.in(day, lang);
    return new Localized(
            "by act " + act + " of " + on + ", in force " + from,
            "актом № " + act + " от " + on + ", действует " + from,
            on + " № " + act + " актімен, " + from + " қолданыста")
        .in(lang);
  }

  /** The act that made a change, before what it changed. */
  static String by(String act, Lang lang) {
    return act.isEmpty()
        ? ""
        : new Localized("by " + act + ": ", "акт № " + act + ": ", "№ " + act + " акт: ").in(lang);
  }

  static String wording(LocalDate day, Lang lang) {
    String on = Days.in(day, lang);
    return new Localized(
            "held is that of " + on + "; earlier ones are not held",
            "имеется та, что с " + on + "; более ранних нет",
            on + " бастап қолданылатыны бар; бұрынғылары жоқ")
        .in(lang);
  }

  static String checked(Act act, Lang lang) {
    String on = Days.in(act.checkedOn(), lang);
    String edition = Days.in(act.edition(), lang);
    return new Localized(
            "on " + on + ", edition of " + edition,
            on + ", редакция от " + edition,
            on + ", редакциясы: " + edition)
        .in(lang);
  }

  static String official(LocalDate edition, Lang lang) {
    String on = Days.in(edition, lang);
    return new Localized(
            "official text (imported, edition of " + on + ")",
            "официальный текст (загружен, редакция от " + on + ")",
            "ресми мәтін (жүктелген, редакциясы: " + on + ")")
        .in(lang);
  }

  static String changes(int count, LocalDate from, LocalDate to, Lang lang) {
    String a = Days.in(from, lang);
    String b = Days.in(to, lang);
    return new Localized(
            count + " changes from " + a + " to " + b,
            "Изменений с " + a + " по " + b + ": " + count,
            a + " – " + b + " аралығындағы өзгерістер: " + count)
        .in(lang);
  }

  static String touched(int count, Lang lang) {
    return new Localized(
            count + " requirements stand otherwise for this system",
            "Требований, исход которых для этой системы стал иным: " + count,
            "Осы жүйе үшін нәтижесі өзгерген талаптар: " + count)
        .in(lang);
  }
}
