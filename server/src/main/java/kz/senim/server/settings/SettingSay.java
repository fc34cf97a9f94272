package kz.senim.server.settings;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What is said of settings: where they stand, what is wrong with them, what would be right. */
enum SettingSay implements Wording {
  AT("{0} ({1})", "{0} ({1})", "{0} ({1})"),
  MISTAKE("{0}: {1}; {2}", "{0}: {1}; {2}", "{0}: {1}; {2}"),
  COMMAND_LINE("the command line", "командная строка", "пәрмен жолы"),
  VARIABLE("{0} in the environment", "{0} в окружении", "ортадағы {0}"),
  ENVIRONMENT("the environment", "окружение", "орта"),
  LINE("{0}, line {1}", "{0}, строка {1}", "{0}, {1}-жол"),
  THE_FILE("the settings file {0}", "файл настроек {0}", "{0} баптаулар файлы"),
  AS_USUAL("as usual", "по умолчанию", "әдепкі"),
  SET("(set)", "(задано)", "(берілген)"),
  HANDED_ON("handed on, not checked", "передаётся без проверки", "тексерілмей беріледі"),

  UNKNOWN("there is no such setting", "такой настройки нет", "мұндай баптау жоқ"),
  MEANT("did you mean {0}?", "возможно, имелось в виду {0}", "бәлкім, {0} болар"),
  SET_TOO("{0} is set too", "задано и {0}", "{0} та берілген"),
  ONE_OF_THEM("set one of them", "задайте одно из двух", "екеуінің бірін беріңіз"),
  WRONG("“{0}” is not right", "«{0}» не подходит", "«{0}» жарамайды"),
  TAKES("it takes {0}", "нужно: {0}", "керегі: {0}"),
  SAME_PORT("it is the port of the pages too", "это и порт страниц", "бұл беттердің де порты"),
  OTHER_PORT(
      "choose another, such as {0}",
      "выберите другой, например {0}", "басқасын таңдаңыз, мысалы {0}"),
  NO_EFFECT(
      "it has no effect without {0}", "без {0} она не действует", "{0} болмаса, ол әсер етпейді"),
  BOTH(
      "set {0} too, or neither",
      "задайте и {0} или не задавайте ничего",
      "{0} баптауын да беріңіз" + " немесе екеуін де бермеңіз"),
  NOT_READABLE("it cannot be read", "его не удаётся прочитать", "оны оқу мүмкін емес"),
  NOT_THERE("it is not there", "его нет", "ол жоқ"),
  NAME_A_FILE(
      "name a file that the user who runs Senim can read",
      "назовите файл, который может читать пользователь, запускающий Senim",
      "Senim жүйесін іске қосатын пайдаланушы оқи алатын файлды атаңыз"),
  NOT_YAML("it is not YAML: {0}", "это не YAML: {0}", "бұл YAML емес: {0}"),
  LINES(
      "name: value on each line, or name=value in a file whose name ends in .properties",
      "пишите «имя: значение» в каждой строке или «имя=значение» в файле, имя которого оканчивается"
          + " на .properties",
      "әр жолға «атау: мән» деп немесе атауы .properties деп аяқталатын файлға «атау=мән» деп"
          + " жазыңыз"),

  OR_ALLOW(
      "{0}; or name {1} in {2}, where the network between is yours alone",
      "{0}; или назовите {1} в {2}, если сеть между ними только ваша",
      "{0}; немесе арадағы желі тек сіздікі болса, {1} атауын {2} баптауында көрсетіңіз"),
  DATABASE_PLAIN(
      "no TLS with a checked certificate is asked of {0}",
      "от {0} не требуется TLS с проверкой сертификата",
      "{0} түйінінен сертификаты тексерілетін TLS талап етілмейді"),
  DATABASE_TLS(
      "add sslmode=verify-full to the address",
      "добавьте к адресу sslmode=verify-full",
      "мекенжайға sslmode=verify-full қосыңыз"),
  MAIL_PLAIN(
      "mail goes in clear to {0}",
      "почта идёт на {0} открыто", "пошта {0} түйініне ашық түрде жіберіледі"),
  MAIL_TLS(
      "set senim.mail.security to starttls or tls",
      "задайте senim.mail.security: starttls или tls",
      "senim.mail.security баптауына starttls немесе tls беріңіз"),
  TRACES_PLAIN(
      "traces go in clear to {0}",
      "трассы идут на {0} открыто", "трассалар {0} түйініне ашық түрде жіберіледі"),
  ISSUER_PLAIN(
      "people are signed in without TLS by {0}",
      "вход людей идёт через {0} без TLS", "адамдар {0} арқылы TLS-сіз кіреді"),
  WITH_HTTPS("begin it with https://", "начните с https://", "оны https:// деп бастаңыз"),
  SCANNER_PLAIN(
      "clamd knows no TLS, so files go in clear to {0}",
      "clamd не знает TLS, и файлы идут на {0} открыто",
      "clamd TLS-ті білмейді, сондықтан файлдар {0} түйініне ашық түрде жіберіледі"),
  SCANNER_SOCKET(
      "let it run on this machine, by the path of its socket",
      "пусть он работает на этой машине, укажите путь его сокета",
      "ол осы машинада жұмыс істесін, сокетінің жолын беріңіз"),
  LISTENS_PLAIN(
      "other machines come in clear to {0}",
      "другие машины приходят на {0} открыто", "басқа машиналар {0} мекенжайына ашық түрде келеді"),
  PROXY(
      "let a proxy with TLS on this machine stand before 127.0.0.1",
      "поставьте перед 127.0.0.1 прокси с TLS на этой же машине",
      "127.0.0.1 алдына осы машинада TLS бар прокси қойыңыз"),

  TEXT("a text", "текст", "мәтін"),
  FLAG("true or false", "true или false", "true немесе false"),
  FOLDER(
      "a folder that the user who runs Senim can write to, such as /var/lib/senim",
      "папка, в которую может писать пользователь, запускающий Senim, например /var/lib/senim",
      "Senim жүйесін іске қосатын пайдаланушы жаза алатын қалта, мысалы /var/lib/senim"),
  FILE(
      "a file that the user who runs Senim can read",
      "файл, который может читать пользователь, запускающий Senim",
      "Senim жүйесін іске қосатын пайдаланушы оқи алатын файл"),
  HOST(
      "a host name or an address, such as 127.0.0.1",
      "имя узла или адрес, например 127.0.0.1",
      "түйін атауы немесе мекенжай, мысалы 127.0.0.1"),
  HOSTS(
      "host names or addresses, parted by commas, such as db,10.1.0.7",
      "имена узлов или адреса через запятую, например db,10.1.0.7",
      "үтірмен бөлінген түйін атаулары не мекенжайлар, мысалы db,10.1.0.7"),
  PATTERNS(
      "host names, also all below one, parted by commas, such as hooks.example.kz,*.corp.kz",
      "имена узлов, в том числе всех под одним, через запятую, например hooks.example.kz,*.corp.kz",
      "үтірмен бөлінген түйін атаулары, оның ішінде бір атаудың астындағылардың бәрі, мысалы"
          + " hooks.example.kz,*.corp.kz"),
  HOST_PORT(
      "a host and its port, such as logs.example.kz:6514",
      "узел и его порт, например logs.example.kz:6514",
      "түйін және оның порты, мысалы logs.example.kz:6514"),
  PORT(
      "a port, such as 8080; from 0 to 65535",
      "порт, например 8080; от 0 до 65535",
      "порт, мысалы 8080; 0 мен 65535 аралығында"),
  SITE(
      "an address without a path, such as https://senim.example.kz",
      "адрес без пути, например https://senim.example.kz",
      "жолсыз мекенжай, мысалы https://senim.example.kz"),
  WEB(
      "an address such as https://example.kz/path",
      "адрес, например https://example.kz/path",
      "мекенжай, мысалы https://example.kz/path"),
  DATABASE(
      "the JDBC address of a PostgreSQL, such as jdbc:postgresql://db.example.kz/senim",
      "адрес PostgreSQL для JDBC, например jdbc:postgresql://db.example.kz/senim",
      "PostgreSQL-дің JDBC мекенжайы, мысалы jdbc:postgresql://db.example.kz/senim"),
  MAIL(
      "a mail address, such as senim@example.kz",
      "адрес почты, например senim@example.kz",
      "пошта мекенжайы, мысалы senim@example.kz"),
  TIME("a time such as 30s or 5m", "время, например 30s или 5m", "уақыт, мысалы 30s немесе 5m"),
  SIZE(
      "a size such as 512MB or 2GB",
      "размер, например 512MB или 2GB",
      "көлем, мысалы 512MB немесе 2GB"),
  SHARE(
      "a share from 0 to 1, such as 0.1",
      "доля от 0 до 1, например 0.1",
      "0 мен 1 аралығындағы үлес, мысалы 0.1"),
  CONNECTIONS(
      "how many connections; from {0} to {1}",
      "число соединений от {0} до {1}", "қосылымдар саны, {0} мен {1} аралығында"),
  REQUESTS(
      "how many requests; from {0} to {1}",
      "число запросов от {0} до {1}", "сұраулар саны, {0} мен {1} аралығында"),
  JOBS(
      "how many jobs; from {0} to {1}",
      "число заданий от {0} до {1}", "тапсырмалар саны, {0} мен {1} аралығында"),
  ONE_OF("one of {0}", "одно из: {0}", "мыналардың бірі: {0}");

  private final Localized text;

  SettingSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
