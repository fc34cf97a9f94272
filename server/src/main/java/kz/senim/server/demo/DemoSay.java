package kz.senim.server.demo;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What the start with {@code --demo} says. */
enum DemoSay implements Wording {
  READY(
      "the demonstration is ready at {0}; sign in as",
      "демонстрация готова: {0}; войдите как",
      "көрсетілім дайын: {0}; мына тіркелгілердің бірімен кіріңіз"),
  AUTHENTICATOR(
      "everybody sets up an authenticator application at the first sign-in",
      "при первом входе каждый подключает приложение-аутентификатор",
      "алғаш кіргенде әркім аутентификатор қолданбасын қосады"),
  ADMINISTRATOR("administrator", "администратор", "әкімші"),
  OFFICER_OF_ALL(
      "security officer of all organisations",
      "офицер ИБ всех организаций",
      "барлық ұйымның АҚ офицері"),
  AUDITOR_OF_ALL(
      "auditor of all organisations", "аудитор всех организаций", "барлық ұйымның аудиторы"),
  OWNER_OF_ONE("owner in one", "владелец систем в одной", "бір ұйымдағы жүйе иесі"),
  OFFICER_OF_ONE("security officer in one", "офицер ИБ в одной", "бір ұйымның АҚ офицері");

  private final Localized text;

  DemoSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
