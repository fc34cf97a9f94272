package kz.senim.server.walls;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** Why a database, or a role of it, is not fit to work with. */
enum RoleSay implements Wording {
  UNFIT(
      """
      The application does not work with the database role "{0}": {1}.
      Senim keeps organisations apart by row-level security, which such a role goes round. It needs two roles:
      {2}
      The owner makes and changes the tables: SENIM_DB_OWNER_USER, SENIM_DB_OWNER_PASSWORD.
      The application works with the other:   SENIM_DB_USER, SENIM_DB_PASSWORD.\
      """,
      """
      Приложение не работает с ролью базы данных «{0}»: {1}.
      Senim отделяет организации друг от друга защитой на уровне строк, а такая роль её обходит. Нужны две роли:
      {2}
      Владелец создаёт и меняет таблицы: SENIM_DB_OWNER_USER, SENIM_DB_OWNER_PASSWORD.
      Приложение работает с другой:      SENIM_DB_USER, SENIM_DB_PASSWORD.\
      """,
      """
      Қосымша дерекқордың «{0}» рөлімен жұмыс істемейді: {1}.
      Senim ұйымдарды бір-бірінен жолдар деңгейіндегі қорғаныспен бөледі, ал мұндай рөл оны айналып өтеді. Екі рөл керек:
      {2}
      Иесі кестелерді жасайды және өзгертеді: SENIM_DB_OWNER_USER, SENIM_DB_OWNER_PASSWORD.
      Қосымша екіншісімен жұмыс істейді:      SENIM_DB_USER, SENIM_DB_PASSWORD.\
      """),
  NOT_THE_OWNER(
      "The data folder {0} belongs to {1}, and this is root. Run it as that user: runuser -u {1} --"
          + " senim …",
      "Папка данных {0} принадлежит пользователю {1}, а это root. Запустите от его имени: runuser -u"
          + " {1} -- senim …",
      "{0} деректер қалтасы {1} пайдаланушысына тиесілі, ал бұл root. Соның атынан іске қосыңыз:"
          + " runuser -u {1} -- senim …"),
  FOLDER_TAKEN(
      "Another Senim works on the data folder {0}. Stop it, or name another folder with --data.",
      "С папкой данных {0} работает другой Senim. Остановите его или назовите другую папку в --data.",
      "{0} деректер қалтасымен басқа Senim жұмыс істеп тұр. Оны тоқтатыңыз немесе --data арқылы"
          + " басқа қалтаны көрсетіңіз."),
  TOO_OLD(
      "the database is a PostgreSQL {0}; Senim needs {1} or newer",
      "база данных – PostgreSQL {0}; Senim нужна версия {1} или новее",
      "дерекқор – PostgreSQL {0}; Senim жүйесіне {1} нұсқасы немесе одан жаңасы керек"),
  LETS_NOBODY_IN(
      "the database lets nobody in: {0}; see {1}",
      "база данных не впускает: {0}; проверьте {1}",
      "дерекқор кіргізбейді: {0}; {1} баптауларын қараңыз"),
  ONLY_LOGIN("it is the only login given", "она задана единственной", "ол жалғыз берілген"),
  SUPERUSER("it is a superuser", "это суперпользователь", "бұл – суперпайдаланушы"),
  BYPASSRLS("it has BYPASSRLS", "у неё есть BYPASSRLS", "онда BYPASSRLS бар"),
  CREATEROLE("it has CREATEROLE", "у неё есть CREATEROLE", "онда CREATEROLE бар"),
  OWNS(
      "it owns tables or other objects",
      "ей принадлежат таблицы или другие объекты",
      "оған кестелер немесе басқа объектілер тиесілі"),
  MEMBER("it is a member of other roles", "она входит в другие роли", "ол басқа рөлдердің мүшесі");

  private final Localized text;

  RoleSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
