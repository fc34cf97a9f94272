package kz.senim.server.vault;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What is said of keys: what is wrong, what would be right, and what the commands did. */
enum KeySay implements Wording {
  WHOLE("{0} {1}", "{0} {1}", "{0} {1}"),
  NO_KEYS("There are no keys yet.", "Ключей ещё нет.", "Кілттер әлі жоқ."),
  FIRST_START(
      "The first start makes them.",
      "Их создаёт первый запуск.",
      "Оларды алғашқы іске қосу жасайды."),
  NAMED_TWICE(
      "The master key is named more than once: {0}.",
      "Главный ключ назван несколько раз: {0}.", "Басты кілт бірнеше рет аталған: {0}."),
  KEEP_ONE(
      "Keep the one that holds the key and remove the others.",
      "Оставьте то, где находится ключ, и уберите остальные.",
      "Кілт тұрғанын қалдырып, басқаларын алып тастаңыз."),
  NOT_READABLE(
      "The file of the master key, {0}, cannot be read.",
      "Файл главного ключа {0} не удаётся прочитать.", "Басты кілттің {0} файлын оқу мүмкін емес."),
  NOT_THERE(
      "The file of the master key, {0}, is not there.",
      "Файла главного ключа {0} нет.", "Басты кілттің {0} файлы жоқ."),
  PUT_BACK(
      "Put the key back at that place, readable by the user that runs Senim, or name its place with"
          + " SENIM_KEY_FILE. Without it nothing that is stored can be read.",
      "Верните ключ на это место, чтобы его мог читать пользователь, запускающий Senim, или назовите"
          + " его место в SENIM_KEY_FILE. Без него ничего из хранимого не прочитать.",
      "Кілтті сол жерге Senim жүйесін іске қосатын пайдаланушы оқи алатындай етіп қайтарыңыз немесе"
          + " орнын SENIM_KEY_FILE арқылы атаңыз. Онсыз сақталғанның ешқайсысы оқылмайды."),
  IS_THERE("{0} is there already.", "{0} уже есть.", "{0} бұрыннан бар."),
  NEVER_OVERWRITTEN(
      "Name a file that is not: a key is never overwritten.",
      "Назовите файл, которого нет: ключ никогда не перезаписывается.",
      "Жоқ файлды атаңыз: кілт ешқашан қайта жазылмайды."),
  NOT_WRITABLE(
      "The file of the master key, {0}, cannot be written.",
      "Файл главного ключа {0} не удаётся записать.", "Басты кілттің {0} файлын жазу мүмкін емес."),
  LET_WRITE(
      "Let the user that runs Senim write there, or name another place with SENIM_KEY_FILE.",
      "Разрешите пользователю, запускающему Senim, писать туда или назовите другое место в"
          + " SENIM_KEY_FILE.",
      "Senim жүйесін іске қосатын пайдаланушыға сонда жазуға рұқсат беріңіз немесе SENIM_KEY_FILE"
          + " арқылы басқа орынды атаңыз."),
  NOT_BASE64(
      "What {0} holds is not base64.",
      "То, что содержит {0}, — не Base64.", "{0} ішіндегісі – Base64 емес."),
  WRONG_LENGTH(
      "What {0} holds is {1} bytes long, not {2}.",
      "То, что содержит {0}, имеет длину {1} байт, а не {2}.",
      "{0} ішіндегісінің ұзындығы {2} емес, {1} байт."),
  RIGHT(
      "A master key is 32 random bytes as base64, as 'openssl rand -base64 32' prints them.",
      "Главный ключ — 32 случайных байта в Base64, как их печатает «openssl rand -base64 32».",
      "Басты кілт – Base64 түріндегі 32 кездейсоқ байт, «openssl rand -base64 32» басып шығаратындай."),
  DAMAGED(
      "The data keys in the database are damaged: the master key {0} is the one that wrapped them,"
          + " and they do not open.",
      "Ключи данных в базе данных повреждены: они обёрнуты главным ключом {0}, но не открываются.",
      "Дерекқордағы деректер кілттері бүлінген: олар {0} басты кілтімен оралған, бірақ ашылмайды."),
  RESTORE_THEM(
      "Restore the table vault_keyset from a backup.",
      "Восстановите таблицу vault_keyset из резервной копии.",
      "vault_keyset кестесін резервтік көшірмеден қалпына келтіріңіз."),
  ANOTHER(
      "The master key does not fit this database: its data keys are wrapped by the key {0}, and {1}"
          + " holds the key {2}.",
      "Главный ключ не подходит к этой базе данных: её ключи данных обёрнуты ключом {0}, а {1}"
          + " содержит ключ {2}.",
      "Басты кілт бұл дерекқорға сәйкес емес: оның деректер кілттері {0} кілтімен оралған, ал {1}"
          + " ішінде {2} кілті тұр."),
  GIVE_IT(
      "Give Senim the master key {0}, by SENIM_KEY_FILE, SENIM_KEY or SENIM_KEY_PKCS11. Without it"
          + " nothing that is stored can be read.",
      "Дайте Senim главный ключ {0} — в SENIM_KEY_FILE, SENIM_KEY или SENIM_KEY_PKCS11. Без него"
          + " ничего из хранимого не прочитать.",
      "Senim жүйесіне {0} басты кілтін SENIM_KEY_FILE, SENIM_KEY немесе SENIM_KEY_PKCS11 арқылы"
          + " беріңіз. Онсыз сақталғанның ешқайсысы оқылмайды."),
  CHANGED_MEANWHILE(
      "The keys were changed by somebody else at the same moment.",
      "Ключи в тот же момент изменил кто-то другой.",
      "Кілттерді дәл сол сәтте басқа біреу өзгерткен."),
  TRY_AGAIN("Look, and try again.", "Посмотрите и повторите.", "Қарап, қайталаңыз."),
  NO_MASTER(
      "There is no master key: the data keys in the database are wrapped by the key {0}, and neither"
          + " SENIM_KEY_FILE, SENIM_KEY nor SENIM_KEY_PKCS11 is set, nor is there {1}.",
      "Главного ключа нет: ключи данных в базе данных обёрнуты ключом {0}, но ни SENIM_KEY_FILE, ни"
          + " SENIM_KEY, ни SENIM_KEY_PKCS11 не заданы, нет и файла {1}.",
      "Басты кілт жоқ: дерекқордағы деректер кілттері {0} кілтімен оралған, бірақ SENIM_KEY_FILE,"
          + " SENIM_KEY, SENIM_KEY_PKCS11 айнымалыларының ешқайсысы берілмеген, {1} файлы да жоқ."),
  GIVE_THAT(
      "Give Senim that key. Without it nothing that is stored can be read.",
      "Дайте Senim этот ключ. Без него ничего из хранимого не прочитать.",
      "Senim жүйесіне сол кілтті беріңіз. Онсыз сақталғанның ешқайсысы оқылмайды."),
  NO_TOKEN_FILE(
      "The token's configuration, {0}, which SENIM_KEY_PKCS11 names, cannot be read.",
      "Настройки токена {0}, названные в SENIM_KEY_PKCS11, не удаётся прочитать.",
      "SENIM_KEY_PKCS11 атаған {0} токен баптауларын оқу мүмкін емес."),
  TOKEN_LINES(
      "Name a file that holds at least the lines 'name = …', 'library = …' and 'slot = …'.",
      "Назовите файл, в котором есть хотя бы строки «name = …», «library = …» и «slot = …».",
      "Кемінде «name = …», «library = …» және «slot = …» жолдары бар файлды атаңыз."),
  NO_TOKEN_KEY(
      "The token of {0} has no AES key with the label {1}.",
      "В токене {0} нет ключа AES с меткой {1}.", "{0} токенінде {1} белгісі бар AES кілті жоқ."),
  MAKE_TOKEN_KEY(
      "Make one in the token, such as 'pkcs11-tool --module LIBRARY --login --keygen --key-type"
          + " AES:32 --label {0}', or name another with SENIM_KEY_PKCS11_LABEL.",
      "Создайте его в токене, например «pkcs11-tool --module LIBRARY --login --keygen --key-type"
          + " AES:32 --label {0}», или назовите другой в SENIM_KEY_PKCS11_LABEL.",
      "Оны токенде жасаңыз, мысалы «pkcs11-tool --module LIBRARY --login --keygen --key-type AES:32"
          + " --label {0}», немесе SENIM_KEY_PKCS11_LABEL арқылы басқасын атаңыз."),
  TOKEN_FAILS(
      "The token of {0} cannot be used: {1}.",
      "Токен {0} не работает: {1}.", "{0} токенін пайдалану мүмкін емес: {1}."),
  CHECK_TOKEN(
      "Check library and slot in {0}, and the PIN in SENIM_KEY_PKCS11_PIN.",
      "Проверьте библиотеку и слот в {0} и ПИН-код в SENIM_KEY_PKCS11_PIN.",
      "{0} ішіндегі кітапхана мен слотты және SENIM_KEY_PKCS11_PIN ішіндегі PIN-кодты тексеріңіз."),

  MASTER("master key    {0}", "главный ключ  {0}", "басты кілт        {0}"),
  DATA_KEYS(
      "data keys     {0}; the newest is {1}, since {2}",
      "ключи данных  {0}; новейший — {1}, с {2}",
      "деректер кілттері {0}; ең жаңасы – {1}, {2} бастап"),
  RENEWING(
      "{0} under way; sealed anew: {1}, unreadable: {2}",
      "{0} идёт; перешифровано: {1}, не читается: {2}",
      "{0} орындалуда; қайта шифрланды: {1}, оқылмайды: {2}"),
  RENEWED(
      "{0} all done; sealed anew: {1}, unreadable: {2}",
      "{0} готово; перешифровано: {1}, не читается: {2}",
      "{0} аяқталды; қайта шифрланды: {1}, оқылмайды: {2}"),
  MADE("made {0}", "создан {0}", "{0} жасалды"),
  ROTATED("the data key is now {0}", "теперь ключ данных — {0}", "енді деректер кілті – {0}"),
  REWRAPPED(
      "the data keys are now wrapped by {0}",
      "теперь ключи данных обёрнуты ключом {0}", "енді деректер кілттері {0} кілтімен оралған");

  private final Localized text;

  KeySay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
