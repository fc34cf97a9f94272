package kz.senim.cli;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What the commands say of what cannot be done, and of what they are doing. */
enum Say implements Wording {
  NO_FILE("there is no file '{0}'", "нет файла «{0}»", "«{0}» файлы жоқ"),
  A_FOLDER(
      "'{0}' is a folder; a file is wanted",
      "«{0}» — папка, а нужен файл", "«{0}» – қалта, ал файл керек"),
  NOT_A_FOLDER("'{0}' is not a folder", "«{0}» — не папка", "«{0}» – қалта емес"),
  NO_PERMISSION("no permission for '{0}'", "нет доступа к «{0}»", "«{0}» үшін рұқсат жоқ"),
  FAILED(
      "cannot read or write: {0}",
      "не удалось прочитать или записать: {0}", "оқу немесе жазу мүмкін болмады: {0}"),
  NO_TARGET_FOLDER(
      "there is no folder '{0}' to write to; make it first",
      "нет папки «{0}», куда нужно записать; сначала создайте её",
      "жазылатын «{0}» қалтасы жоқ; алдымен оны жасаңыз"),
  EMPTY("'{0}' is empty", "файл «{0}» пуст", "«{0}» файлы бос"),
  TOO_LARGE(
      "'{0}' is larger than {1} MiB; the text of an act never is",
      "«{0}» больше {1} МиБ; текст акта столько не занимает",
      "«{0}» {1} МиБ-тан үлкен; актінің мәтіні ешқашан сонша болмайды"),
  NOT_UTF8(
      "'{0}' is not UTF-8 text; save it as such",
      "«{0}» — не текст в UTF-8; сохраните его в этой кодировке",
      "«{0}» – UTF-8 мәтіні емес; осы кодтаумен сақтаңыз"),

  COMPILING(
      "reading and checking the law…",
      "читаю и проверяю нормы…",
      "нормаларды оқып, тексеріп жатырмын…"),
  SECONDS(" {0} s", " {0} с", " {0} с"),
  CHECKED(
      "{0} acts, {1} provisions, {2} requirements, {3} facts, {4} figures; {5} cases run: no"
          + " mistakes",
      "актов: {0}, норм: {1}, требований: {2}, сведений: {3}, показателей: {4}; примеров выполнено:"
          + " {5}; ошибок нет",
      "актілер: {0}, нормалар: {1}, талаптар: {2}, мәліметтер: {3}, көрсеткіштер: {4}; орындалған"
          + " мысалдар: {5}; қате жоқ"),
  NO_DRAFT(
      "there is no draft act '{0}'{1}",
      "нет проекта акта «{0}»{1}", "«{0}» деген акт жобасы жоқ{1}"),
  NO_ACT(
      "the book has no act '{0}'{1}", "в своде нет акта «{0}»{1}", "жинақта «{0}» актісі жоқ{1}"),
  NO_PROVISION(
      "the book has no provision or requirement '{0}'{1}",
      "в своде нет нормы или требования «{0}»{1}", "жинақта «{0}» деген норма немесе талап жоқ{1}"),
  NO_SUBJECT("there is no subject '{0}'{1}", "нет предмета «{0}»{1}", "«{0}» деген нысан жоқ{1}"),
  NO_PROCEDURE(
      "there is no procedure '{0}'{1}", "нет процедуры «{0}»{1}", "«{0}» деген рәсім жоқ{1}"),
  NO_PROVISIONS(
      "'{0}' has no numbered provisions; is it the text of an act?",
      "в «{0}» нет нумерованных норм; это текст акта?",
      "«{0}» файлында нөмірленген нормалар жоқ; бұл актінің мәтіні ме?"),
  NO_EDITION(
      "'{0}' has no numbered provisions, or its footnotes name no day (then give --edition)",
      "в «{0}» нет нумерованных норм или в сносках нет даты (тогда укажите --edition)",
      "«{0}» файлында нөмірленген нормалар жоқ немесе сілтемелерінде күн жоқ (онда --edition"
          + " көрсетіңіз)"),
  IMPORTED(
      "{0}, {1}, edition of {2}: {3} units, {4} of them stand in the law book",
      "{0}, {1}, редакция от {2}: единиц текста {3}, из них есть в своде норм {4}",
      "{0}, {1}, {2} редакциясы: мәтін бірліктері {3}, оның нормалар жинағында бары {4}"),
  OTHER_EDITION(
      "! the law book holds the edition of {0}: the two may differ",
      "! в своде норм — редакция от {0}: они могут различаться",
      "! нормалар жинағындағы редакция – {0}: олар әртүрлі болуы мүмкін"),
  TEXT(
      "{0} {1}, edition of {2}, {3} units",
      "{0} {1}, редакция от {2}, единиц: {3}", "{0} {1}, {2} редакциясы, бірліктер: {3}"),
  NO_TEXT(
      "no text of {0} in {1} has been imported",
      "текст {0} на языке {1} не загружен", "{0} мәтіні {1} тілінде жүктелмеген"),
  COVERED(
      "{0}: {1} paragraphs, {2} units in the text; the book has them all, and nothing else",
      "{0}: пунктов {1}, единиц текста {2}; в своде есть все они и ничего лишнего",
      "{0}: тармақтар {1}, мәтін бірліктері {2}; жинақта бәрі бар, артығы жоқ"),
  DIFFERS(
      "{0}: {1} paragraphs, {2} units in the text; {3} differences",
      "{0}: пунктов {1}, единиц текста {2}; расхождений: {3}",
      "{0}: тармақтар {1}, мәтін бірліктері {2}; айырмашылықтар: {3}"),

  DAYS_REVERSED(
      "--to {0} is before --from {1}; swap them",
      "--to {0} раньше, чем --from {1}; поменяйте их местами",
      "--to {0} күні --from {1} күнінен бұрын; орындарын ауыстырыңыз"),
  ONE_TERM(
      "give one of --working-days, --days and --months",
      "укажите одно из --working-days, --days и --months",
      "--working-days, --days және --months ішінен біреуін көрсетіңіз"),
  CALENDAR_YEARS(
      "the calendar runs from 1990 to 2200; this lies outside of it",
      "календарь охватывает 1990–2200 годы; это вне его",
      "күнтізбе 1990–2200 жылдарды қамтиды; бұл одан тыс"),
  PROVISIONAL(
      "provisional: the movable days of {0} are not known",
      "предварительно: переносимые дни {0} года ещё не известны",
      "алдын ала: {0} жылдың ауыспалы күндері әлі белгісіз"),
  NOT_A_MOMENT(
      "'{0}' is not a moment; write 2019-02-04T10:00:00+06:00, with its zone",
      "«{0}» — не момент времени; пишите с часовым поясом: 2019-02-04T10:00:00+06:00",
      "«{0}» – уақыт сәті емес; уақыт белдеуімен жазыңыз: 2019-02-04T10:00:00+06:00"),
  REFUSED("{0}: act '{1}': {2}", "{0}: акт «{1}»: {2}", "{0}: «{1}» актісі: {2}"),

  LANG_NEEDED(
      "--lang is needed: en, ru or kk, the language of the text",
      "нужен --lang: en, ru или kk — язык текста",
      "--lang керек: en, ru немесе kk – мәтіннің тілі"),
  ACT_NEEDED(
      "--act is needed: a library holds one act",
      "нужен --act: в библиотеке один акт",
      "--act керек: кітапханада бір акт болады"),
  ID_LETTERS(
      "--id is written in small letters, digits, dots and dashes",
      "--id пишется строчными латинскими буквами, цифрами, точками и дефисами",
      "--id кіші латын әріптерімен, цифрлармен, нүктемен және дефиспен жазылады"),
  CONTROLS("{0}: {1} controls", "{0}: мер {1}", "{0}: шаралар {1}"),
  INPUT_ENDED(
      "the input ended before the passport had a name",
      "ввод закончился раньше, чем у паспорта появилось название",
      "паспорттың атауы жазылмай тұрып, енгізу аяқталды"),
  ANSWERS_LINES(
      "answers are written 'fact: value', one a line",
      "ответы пишутся так: «сведение: значение», по одному в строке",
      "жауаптар былай жазылады: «мәлімет: мән», әр жолда біреуден"),
  ANSWERS_NAMES(
      "a new passport needs 'object.name' and 'organization.name' among the answers",
      "для нового паспорта среди ответов нужны «object.name» и «organization.name»",
      "жаңа паспорт үшін жауаптар арасында «object.name» және «organization.name» керек"),
  UNKNOWN_FACT("unknown fact '{0}'{1}", "сведения «{0}» нет{1}", "«{0}» деген мәлімет жоқ{1}"),

  SERVER_NEEDED(
      "--server is needed: the address of a Senim, such as https://senim.example.kz",
      "нужен --server: адрес сервера Senim, например https://senim.example.kz",
      "--server керек: Senim серверінің мекенжайы, мысалы https://senim.example.kz"),
  SERVER_ADDRESS(
      "--server takes an address such as https://senim.example.kz",
      "--server: нужен адрес вида https://senim.example.kz",
      "--server: https://senim.example.kz түріндегі мекенжай керек"),
  SERVER_OPEN(
      "--server takes an address that begins with https://; with http:// the token would travel in"
          + " the open, so that only reaches this machine",
      "--server: адрес должен начинаться с https://; по http:// токен шёл бы открыто, поэтому так"
          + " можно обратиться только к этой же машине",
      "--server: мекенжай https:// деп басталуы керек; http:// арқылы токен ашық жіберілер еді,"
          + " сондықтан онымен осы машинаға ғана жүгінуге болады"),
  SERVER_FORMAT(
      "--server answers in text or json; for {0} leave it out",
      "--server отвечает в виде text или json; для {0} уберите его",
      "--server text немесе json түрінде жауап береді; {0} үшін оны алып тастаңыз"),
  SERVER_DRAFT(
      "--server applies the law as it is there; for --draft leave it out",
      "--server применяет нормы так, как они установлены на сервере; для --draft уберите его",
      "--server нормаларды сервердегідей қолданады; --draft үшін оны алып тастаңыз"),
  NO_TOKEN(
      "no token: make one on the page of your account, and put it into SENIM_TOKEN or a file that"
          + " --token-file names",
      "нет токена: создайте его на странице своей учётной записи и поместите в SENIM_TOKEN или в"
          + " файл, названный в --token-file",
      "токен жоқ: оны тіркелгіңіздің бетінде жасап, SENIM_TOKEN айнымалысына немесе --token-file"
          + " атаған файлға салыңыз"),
  NOBODY_ANSWERS(
      "nobody answers at {0}; is the address right, and does the server run?",
      "по адресу {0} никто не отвечает; верен ли адрес и работает ли сервер?",
      "{0} мекенжайында ешкім жауап бермейді; мекенжай дұрыс па, сервер жұмыс істеп тұр ма?"),
  NO_ANSWER_IN_TIME(
      "no answer from {0} in time; try again later",
      "{0} не ответил вовремя; попробуйте позже",
      "{0} уақытында жауап бермеді; кейінірек қайталап көріңіз"),
  NO_SAFE_CONNECTION(
      "no safe connection to {0}: {1}; an authority of your own goes into Java's store: keytool"
          + " -importcert -cacerts -file ca.pem",
      "нет защищённого соединения с {0}: {1}; собственный удостоверяющий центр добавляют в хранилище"
          + " Java: keytool -importcert -cacerts -file ca.pem",
      "{0} мекенжайымен қорғалған байланыс жоқ: {1}; өз куәландырушы орталығыңыз Java қоймасына"
          + " қосылады: keytool -importcert -cacerts -file ca.pem"),
  SERVER_SAYS("the server says {0}: {1}", "сервер отвечает {0}: {1}", "сервердің жауабы {0}: {1}"),
  SENT("{0} % of {1} MiB", "{0} % из {1} МиБ", "{1} МиБ-тың {0} %-ы");

  private final Localized text;

  Say(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
