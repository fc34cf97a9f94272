package kz.senim.server;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** Why the server does not start, and what its start says. */
public enum StartSay implements Wording {
  MISTAKES(
      "mistakes in the settings: {0}", "ошибок в настройках: {0}", "баптаулардағы қателер: {0}"),
  ALL_SETTINGS(
      "All settings: docs/operations.md",
      "Все настройки: docs/operations.md",
      "Барлық баптаулар: docs/operations.md"),
  SETTINGS_ARE_RIGHT("The settings are right.", "Настройки верны.", "Баптаулар дұрыс."),
  PORT_TAKEN(
      "port {0} is taken by another program; choose another with senim.port or"
          + " senim.management.port",
      "порт {0} занят другой программой; выберите другой в senim.port или senim.management.port",
      "{0} портын басқа бағдарлама алып тұр; senim.port немесе senim.management.port арқылы басқасын"
          + " таңдаңыз"),
  CANNOT_LISTEN(
      "cannot listen: {0}; see senim.address, senim.port, senim.management.address",
      "не удаётся слушать: {0}; проверьте senim.address, senim.port, senim.management.address",
      "тыңдау мүмкін емес: {0}; senim.address, senim.port, senim.management.address баптауларын"
          + " қараңыз"),
  DATABASE_SILENT(
      "the database does not answer ({0}); see senim.db-url, senim.db-user, senim.db-password,"
          + " senim.db-owner-user, senim.db-owner-password",
      "база данных не отвечает ({0}); проверьте senim.db-url, senim.db-user, senim.db-password,"
          + " senim.db-owner-user, senim.db-owner-password",
      "дерекқор жауап бермейді ({0}); senim.db-url, senim.db-user, senim.db-password,"
          + " senim.db-owner-user, senim.db-owner-password баптауларын қараңыз"),
  DATABASE_NEWER(
      "the database is of a newer program: it has the change {0} ({1}), which this program does not"
          + " know. Start the newer program, or restore a backup from before the upgrade",
      "база данных создана более новой программой: в ней есть изменение {0} ({1}), которого эта"
          + " программа не знает. Запустите новую программу или восстановите копию, сделанную до"
          + " обновления",
      "дерекқор жаңарақ бағдарламаға тиесілі: онда бұл бағдарлама білмейтін {0} ({1}) өзгерісі бар."
          + " Жаңа бағдарламаны іске қосыңыз немесе жаңартуға дейінгі көшірмені қалпына келтіріңіз"),
  RESTORE_UNFINISHED(
      "a restore into {0} was not finished; empty the folder and the database, and restore again",
      "восстановление в {0} не завершено; очистите папку и базу данных и восстановите снова",
      "{0} қалтасына қалпына келтіру аяқталмаған; қалта мен дерекқорды тазартып, қайта қалпына"
          + " келтіріңіз"),
  BAD_BOOK(
      "the law book that was shipped with the program cannot be read ({0}); install the program"
          + " again",
      "свод норм, поставленный с программой, не читается ({0}); установите программу заново",
      "бағдарламамен бірге берілген нормалар жинағы оқылмайды ({0}); бағдарламаны қайта орнатыңыз"),
  NO_DATABASE(
      "There is no database in {0}. Name the data folder with --data or SENIM_DATA, or a database"
          + " with SENIM_DB_URL.",
      "В {0} нет базы данных. Назовите папку данных в --data или SENIM_DATA либо базу данных в"
          + " SENIM_DB_URL.",
      "{0} қалтасында дерекқор жоқ. Деректер қалтасын --data немесе SENIM_DATA арқылы, не дерекқорды"
          + " SENIM_DB_URL арқылы көрсетіңіз."),
  FIRST_START(
      "first start: make the administrator at {0}",
      "первый запуск: заведите администратора по ссылке {0}",
      "алғашқы іске қосу: әкімшіні мына сілтеме бойынша тіркеңіз: {0}"),
  DATABASE_SAYS("the database: {0}", "база данных: {0}", "дерекқор: {0}"),
  FAILED(
      "this cannot be done: {0}", "это сделать не удалось: {0}", "мұны істеу мүмкін болмады: {0}");

  private final Localized text;

  StartSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
