package kz.senim.core.explain;

import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Localized;

/** The names of the people who know facts and judge requirements. */
public final class Roles {

  private Roles() {}

  /** A role of {@link Vocabulary#ROLES}. */
  public static Localized name(String id) {
    return switch (id) {
      case "owner" -> new Localized("owner", "собственник (владелец)", "меншік иесі (иеленуші)");
      case "head" ->
          new Localized("head of the organisation", "руководитель организации", "ұйым басшысы");
      case "security-officer" ->
          new Localized("information security officer", "ответственный за ИБ", "АҚ үшін жауапты");
      case "it-head" -> new Localized("head of IT", "руководитель ИТ", "АТ басшысы");
      case "administrator" -> new Localized("administrator", "администратор", "әкімші");
      case "developer" -> new Localized("developer", "разработчик", "әзірлеуші");
      case "hr" -> new Localized("human resources", "кадровая служба", "кадр қызметі");
      case "lawyer" -> new Localized("lawyer", "юрист", "заңгер");
      case "building-engineer" ->
          new Localized("building engineer", "инженер здания", "ғимарат инженері");
      case "auditor" -> new Localized("auditor", "аудитор", "аудитор");
      default -> new Localized("a tool's report", "отчёт инструмента", "құрал есебі");
    };
  }
}
