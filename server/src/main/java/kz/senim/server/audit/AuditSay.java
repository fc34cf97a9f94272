package kz.senim.server.audit;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What the command of the audit log says. */
enum AuditSay implements Wording {
  WHOLE(
      "{0} entries up to {1}: whole",
      "записей {0}, до {1}: журнал цел", "жазбалар {0}, {1} дейін: журнал бүтін"),
  BROKEN(
      "{0} entries up to {1}: NOT whole",
      "записей {0}, до {1}: журнал НЕ цел", "жазбалар {0}, {1} дейін: журнал бүтін ЕМЕС"),
  NOT_IN_THE_LOG(
      "The head {0} is not in the log: it was written anew since.",
      "Хеша {0} в журнале нет: с тех пор журнал переписан.",
      "{0} хеші журналда жоқ: содан бері журнал қайта жазылған."),
  NO_FORMAT(
      "There is no format {0}: jsonl, cef or ocsf.",
      "Формата {0} нет: есть jsonl, cef и ocsf.", "{0} пішімі жоқ: jsonl, cef және ocsf бар.");

  private final Localized text;

  AuditSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
