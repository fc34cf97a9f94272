package kz.senim.server.backup;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What is said of backups: why one cannot be made or restored, and how far it is. */
enum BackupSay implements Wording {
  SAVED("saved", "сохранено", "сақталды"),
  RESTORED("restored", "восстановлено", "қалпына келтірілді"),
  VERIFIED("verified", "проверено", "тексерілді"),
  ROWS("{0} {1}: {2} rows", "{0} {1}: строк {2}", "{0} {1}: жолдар {2}"),
  SUM(
      "{0} {1} files, {2} MB in all",
      "{0}: файлов {1}, всего {2} МБ", "{0}: файлдар {1}, барлығы {2} МБ"),
  KEY_MADE(
      "{0} is the key. Without it no backup can be read: keep a copy elsewhere.",
      "{0} — ключ. Без него не прочитать ни одной копии: сохраните его копию в другом месте.",
      "{0} – кілт. Онсыз бірде-бір көшірме оқылмайды: оның көшірмесін басқа жерде сақтаңыз."),
  WHOLE(
      "{0} is whole; made at {1}, tables at {2}",
      "{0} цела; создана {1}, таблицы версии {2}",
      "{0} бүтін; жасалған уақыты {1}, кестелердің нұсқасы {2}"),
  WHOLE_NEEDS(
      "{0} is whole; made at {1}, tables at {2}, needs the master key {3}",
      "{0} цела; создана {1}, таблицы версии {2}, нужен главный ключ {3}",
      "{0} бүтін; жасалған уақыты {1}, кестелердің нұсқасы {2}, {3} басты кілті керек"),
  ALL_BACK(
      "All is back as it was at {0}.",
      "Всё восстановлено на {0}.", "Бәрі {0} сәтіндегі қалпына келтірілді."),
  PUT_MASTER_KEY(
      "Before the start put the master key {0} at {1}, or name it with senim.key-file.",
      "До запуска поместите главный ключ {0} в {1} или назовите его в senim.key-file.",
      "Іске қоспас бұрын {0} басты кілтін {1} орнына қойыңыз немесе senim.key-file арқылы атаңыз."),
  WHERE_TO(
      "where to? senim backup FILE, or a folder; senim backup --help",
      "куда? senim backup ФАЙЛ или папка; senim backup --help",
      "қайда? senim backup ФАЙЛ немесе қалта; senim backup --help"),

  IS_THERE(
      "{0} is there already and is left as it is",
      "{0} уже есть и оставлен как есть", "{0} бұрыннан бар және сол күйінде қалдырылды"),
  NO_FOLDER(
      "the folder of {0} is not there; make it first",
      "папки для {0} нет; сначала создайте её", "{0} қалтасы жоқ; алдымен оны жасаңыз"),
  STANDBY(
      "the database is a standby, and takes no entry in the audit log: back up from the primary",
      "база данных — резервная и не принимает запись в журнал аудита; сохраняйте с основной",
      "дерекқор – қосалқы, аудит журналына жазба қабылдамайды; негізгісінен сақтаңыз"),
  KEYS_CHANGED(
      "the keys were changed meanwhile, and what is sealed since could not be read; begin again",
      "ключи тем временем изменили, и зашифрованное после этого не прочитать; начните снова",
      "осы арада кілттер өзгертілді, содан бері шифрланғанды оқу мүмкін емес; қайта бастаңыз"),
  FILES_MISSING(
      "{0} files of evidence are not in {1}, of which the first is {2}; is it the data folder of this"
          + " database?",
      "файлов подтверждений нет в {1}: {0}, первый из них — {2}; это папка данных этой базы?",
      "{1} қалтасында жоқ растама файлдары: {0}, біріншісі – {2}; бұл осы дерекқордың деректер"
          + " қалтасы ма?"),
  NO_KEY(
      "no key: name the file that holds it in {0}; senim backup --new-key FILE makes one",
      "нет ключа: назовите его файл в {0}; создать ключ — senim backup --new-key ФАЙЛ",
      "кілт жоқ: оның файлын {0} арқылы атаңыз; кілтті senim backup --new-key ФАЙЛ жасайды"),
  TWO_KEYS(
      "set {1} or {0}, not both",
      "задайте {1} или {0}, но не оба", "{1} не {0} беріңіз, екеуін емес"),
  NOT_A_KEY(
      "{0} does not hold a key: 32 bytes in Base64 are needed, as senim backup --new-key writes them",
      "{0} не содержит ключа: нужны 32 байта в Base64, как их пишет senim backup --new-key",
      "{0} ішінде кілт жоқ: senim backup --new-key жазатындай Base64 түріндегі 32 байт керек"),
  OF_FILE("{0}: {1}", "{0}: {1}", "{0}: {1}"),
  NO_BACKUP(
      "it is not a backup of Senim, or of a newer kind",
      "это не резервная копия Senim или копия более нового вида",
      "бұл Senim-нің резервтік көшірмесі емес немесе жаңарақ түрі"),
  OTHER_KEY(
      "it was made with another key; name that one",
      "она сделана с другим ключом; назовите его",
      "ол басқа кілтпен жасалған; сол кілтті атаңыз"),
  NOTHING("nothing", "ничего", "ештеңе"),
  BEGINNING("its beginning", "начала", "басынан"),
  END("its end", "конца", "соңынан"),
  MANIFEST_DIFFERS(
      "{0}: {1} stands where its manifest has {2}",
      "{0}: на месте {2}, как в описи, стоит {1}", "{0}: тізімдемедегі {2} орнында {1} тұр"),
  PART_DIFFERS(
      "{0}: {1} is not what was written",
      "{0}: {1} — не то, что было записано", "{0}: {1} – жазылғанындай емес"),
  NOT_READABLE(
      "{0} is not there, or cannot be read",
      "{0} нет, или его не удаётся прочитать", "{0} жоқ немесе оны оқу мүмкін емес"),
  FOLLOWS(
      "{0}: something follows its end",
      "{0}: за концом что-то следует", "{0}: соңынан кейін бірдеңе тұр"),
  DAMAGED(
      "{0} is damaged: it cannot be read further than {1} (a byte was changed or its end is cut off,"
          + " about byte {2} of {3})",
      "{0} повреждён: не читается дальше {1} (изменён байт или обрезан конец, примерно байт {2} из"
          + " {3})",
      "{0} бүлінген: {1} әрі оқылмайды (байт өзгертілген немесе соңы кесілген, шамамен {3} байттың"
          + " {2}-сі)"),
  ENDS_EARLY(
      "{0} is damaged: it cannot be read further than {1} (it ends early, about byte {2} of {3})",
      "{0} повреждён: не читается дальше {1} (заканчивается раньше времени, примерно байт {2} из {3})",
      "{0} бүлінген: {1} әрі оқылмайды (ерте аяқталады, шамамен {3} байттың {2}-сі)"),
  NOT_EMPTY(
      "the data folder {0} is not empty; restore into one that is, and keep this one until you have"
          + " seen that all is there",
      "папка данных {0} не пуста; восстанавливайте в пустую, а эту сохраните, пока не убедитесь, что"
          + " всё на месте",
      "{0} деректер қалтасы бос емес; бос қалтаға қалпына келтіріп, бәрі орнында екеніне көз"
          + " жеткізгенше мұны сақтаңыз"),
  HAS_TABLES(
      "the database has tables already; restore into an empty one, such as createdb makes",
      "в базе данных уже есть таблицы; восстанавливайте в пустую, какую создаёт createdb",
      "дерекқорда кестелер бар; createdb жасайтындай бос дерекқорға қалпына келтіріңіз"),
  MASTER_KEY_DIFFERS(
      "the master key does not fit: what the backup holds is sealed under {0}, and the settings name"
          + " {1}; nothing was restored",
      "главный ключ не подходит: содержимое копии зашифровано ключом {0}, а в настройках назван {1};"
          + " ничего не восстановлено",
      "басты кілт сәйкес емес: көшірменің мазмұны {0} кілтімен шифрланған, ал баптауларда {1} аталған;"
          + " ештеңе қалпына келтірілмеді"),
  NO_ROOM(
      "the disk of {0} is too small: {1} MB are free, and the backup brings {2} MB; nothing was"
          + " restored",
      "на диске {0} мало места: свободно {1} МБ, а копия занимает {2} МБ; ничего не восстановлено",
      "{0} дискісінде орын аз: {1} МБ бос, ал көшірме {2} МБ алады; ештеңе қалпына келтірілмеді"),
  NEWER(
      "the backup is of a newer program: its tables are at {0}, those of this program at {1}; restore"
          + " it with that program",
      "копия сделана более новой программой: её таблицы версии {0}, у этой программы — {1};"
          + " восстановите её той программой",
      "көшірмені жаңарақ бағдарлама жасаған: оның кестелері {0} нұсқасында, бұл бағдарламанікі – {1};"
          + " сол бағдарламамен қалпына келтіріңіз"),
  ROWS_DIFFER(
      "{0} came back with {1} rows",
      "{0}: вернулось строк {1}, а было иначе", "{0}: қайтқан жолдар {1}, бұрынғыдай емес"),
  NO_TABLE(
      "{0} is of no table that this program knows",
      "{0} — таблица, которой эта программа не знает", "{0} – бұл бағдарлама білмейтін кесте"),
  OUTSIDE(
      "the backup names a file outside of the data folder: {0}",
      "копия называет файл вне папки данных: {0}",
      "көшірме деректер қалтасынан тыс файлды атайды: {0}"),
  NO_DATABASE(
      "there is no database in {0}; name the data folder with --data or senim.data",
      "в {0} нет базы данных; назовите папку данных в --data или senim.data",
      "{0} қалтасында дерекқор жоқ; деректер қалтасын --data немесе senim.data арқылы атаңыз"),
  SILENT(
      "the database does not answer: {0}",
      "база данных не отвечает: {0}", "дерекқор жауап бермейді: {0}"),
  HIDDEN_ROWS(
      "this login may not see all rows of {0}; connect as the owner of the tables:"
          + " senim.db-owner-user, senim.db-owner-password",
      "этой учётной записи видны не все строки {0}; подключайтесь как владелец таблиц:"
          + " senim.db-owner-user, senim.db-owner-password",
      "бұл тіркелгіге {0} кестесінің барлық жолы көрінбейді; кестелердің иесі ретінде қосылыңыз:"
          + " senim.db-owner-user, senim.db-owner-password"),
  TABLE_KIND(
      "{0} is a table of a kind that this program cannot save",
      "{0} — таблица такого вида, какой эта программа не сохраняет",
      "{0} – бұл бағдарлама сақтай алмайтын түрдегі кесте"),
  DATABASE_FULL(
      "the database has no room: {0}", "в базе данных нет места: {0}", "дерекқорда орын жоқ: {0}"),
  NOT_THERE("{0} is not there", "{0} нет", "{0} жоқ"),
  NOT_FOR_THIS_USER(
      "{0} is not for this user, who is {1}",
      "у этого пользователя ({1}) нет доступа к {0}",
      "бұл пайдаланушының ({1}) {0} үшін рұқсаты жоқ"),
  DISK_FULL(
      "the disk is full; make room and begin again",
      "диск заполнен; освободите место и начните снова",
      "диск толған; орын босатып, қайта бастаңыз"),
  SETTINGS(
      "the settings are not right:\n  {0}",
      "настройки неверны:\n  {0}", "баптаулар дұрыс емес:\n  {0}");

  private final Localized text;

  BackupSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
