package kz.senim.core.source;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with a file that a person wrote, whatever it is about. */
public enum SourceMistake implements Wording {
  TOO_LARGE(
      "larger than {0} MiB; a file of this kind is never that large",
      "больше {0} МиБ; файлы такого вида столько не занимают",
      "{0} МиБ-тан үлкен; мұндай файлдар ешқашан сонша болмайды"),
  BINARY(
      "a binary file, not a text; write it as UTF-8 text",
      "двоичный файл, а не текст; запишите его как текст в UTF-8",
      "екілік файл, мәтін емес; оны UTF-8 мәтіні ретінде жазыңыз"),
  NOT_UTF8(
      "not UTF-8 (byte {0}); save it as UTF-8 text",
      "не в кодировке UTF-8 (байт {0}); сохраните как текст в UTF-8",
      "UTF-8 кодтауында емес ({0}-байт); UTF-8 мәтіні ретінде сақтаңыз"),
  EMPTY_FILE(
      "empty; write down at least what it is about",
      "файл пуст; запишите хотя бы, о чём он",
      "файл бос; кемінде не туралы екенін жазыңыз"),
  SECOND_DOCUMENT(
      "a second document; one file holds one document",
      "здесь начинается второй документ; в файле должен быть один",
      "мұнда екінші құжат басталады; бір файлда бір құжат болуы керек"),
  TOO_DEEP(
      "nested deeper than {0} levels",
      "вложенность глубже {0} уровней", "қабаттасуы {0} деңгейден терең"),
  ALIAS(
      "aliases (*name) are not accepted; write the value out",
      "ссылки (*имя) не принимаются; запишите само значение",
      "сілтемелер (*атау) қабылданбайды; мәннің өзін жазыңыз"),
  ANCHOR(
      "anchors (&name) are not accepted; write the value out where it is needed",
      "метки (&имя) не принимаются; запишите значение там, где оно нужно",
      "белгілер (&атау) қабылданбайды; мәнді қажет жеріне жазыңыз"),
  KEY_NOT_A_WORD(
      "a key must be a single word, not {0}",
      "ключ должен быть одним словом, а здесь {0}", "кілт бір сөз болуы керек, ал мұнда {0}"),
  TWICE_HERE(
      "'{0}' stands here twice; first in line {1}; keep one of them",
      "«{0}» стоит здесь дважды; впервые — в строке {1}; оставьте одно",
      "«{0}» мұнда екі рет тұр; біріншісі – {1}-жолда; біреуін қалдырыңыз"),

  NOT_YAML("not YAML: {0}", "это не YAML: {0}", "бұл YAML емес: {0}"),
  YAML_COLON(
      "no colon can stand here; put a text with ': ' into quotes, and each key onto a line of its"
          + " own",
      "двоеточие здесь стоять не может; текст с «: » возьмите в кавычки, каждый ключ пишите с новой"
          + " строки",
      "мұнда қос нүкте тұра алмайды; «: » бар мәтінді тырнақшаға алыңыз, әр кілтті жаңа жолдан"
          + " жазыңыз"),
  YAML_NO_COLON(
      "a colon is missing; write 'key: value'",
      "не хватает двоеточия; пишите «ключ: значение»",
      "қос нүкте жетіспейді; «кілт: мән» деп жазыңыз"),
  YAML_TAB(
      "a tab stands here; indent with spaces",
      "здесь стоит табуляция; отступы делаются пробелами",
      "мұнда табуляция тұр; шегініс бос орынмен жасалады"),
  YAML_CHARACTER(
      "no value begins with this character; put it into quotes",
      "значение не может начинаться с этого знака; возьмите его в кавычки",
      "мән бұл таңбадан бастала алмайды; оны тырнақшаға алыңыз"),
  YAML_INDENT(
      "this line does not fit those above it; what belongs together begins in the same column",
      "эта строка не согласуется с предыдущими; строки одного уровня начинаются с одного столбца",
      "бұл жол алдыңғыларымен үйлеспейді; бір деңгейдегі жолдар бір бағаннан басталады"),
  YAML_LIST(
      "the list in brackets is not closed, or a comma is missing; write [a, b]",
      "список в скобках не закрыт или пропущена запятая; пишите [a, b]",
      "жақшадағы тізім жабылмаған немесе үтір жетіспейді; [a, b] деп жазыңыз"),
  YAML_MAPPING(
      "the mapping in braces is not closed, or a comma is missing; write {a: 1, b: 2}",
      "набор в фигурных скобках не закрыт или пропущена запятая; пишите {a: 1, b: 2}",
      "фигуралы жақшадағы жиын жабылмаған немесе үтір жетіспейді; {a: 1, b: 2} деп жазыңыз"),
  YAML_QUOTE(
      "a quotation mark is not closed above; close it",
      "выше не закрыта кавычка; закройте её",
      "жоғарыда тырнақша жабылмаған; оны жабыңыз"),
  YAML_ESCAPE(
      "this does not follow a backslash in double quotes; write \\\\, or use single quotes",
      "после обратной косой черты в двойных кавычках так не пишут; пишите \\\\ или одинарные кавычки",
      "қос тырнақшадағы кері қиғаш сызықтан кейін бұлай жазылмайды; \\\\ деп жазыңыз немесе дара"
          + " тырнақша қойыңыз"),
  YAML_ITEM(
      "no list can begin here; put '- ' onto a line of its own",
      "список здесь начинаться не может; пишите «- » с новой строки",
      "тізім мұнда бастала алмайды; «- » белгісін жаңа жолдан жазыңыз"),
  YAML_NO_VALUE(
      "a value is missing here; write it, or leave the key out",
      "здесь не хватает значения; впишите его или уберите ключ",
      "мұнда мән жетіспейді; оны жазыңыз немесе кілтті алып тастаңыз"),
  YAML_OTHER(
      "it cannot be read from here on; look at indentation, colons and quotation marks",
      "отсюда текст не читается; проверьте отступы, двоеточия и кавычки",
      "мәтін осы жерден оқылмайды; шегіністерді, қос нүктелер мен тырнақшаларды қараңыз"),

  NOTHING("nothing", "пустое значение", "бос мән"),
  SINGLE("a single value", "одно значение", "жеке мән"),
  LIST("a list", "список", "тізім"),
  MAPPING("a mapping", "набор «ключ: значение»", "«кілт: мән» жиыны"),

  UNKNOWN_KEY("unknown key '{0}'{1}", "неизвестный ключ «{0}»{1}", "белгісіз кілт: «{0}»{1}"),
  EXPECTED_MAPPING(
      "expected a mapping (key: value), not {0}",
      "нужен набор «ключ: значение», а здесь {0}", "«кілт: мән» жиыны керек, ал мұнда {0}"),
  MISSING("'{0}' is missing", "не указано «{0}»", "«{0}» көрсетілмеген"),
  MISSING_DATE(
      "'{0}' is missing; a date is written 2024-05-13",
      "не указано «{0}»; дата пишется так: 2024-05-13",
      "«{0}» көрсетілмеген; күн былай жазылады: 2024-05-13"),
  MISSING_TEXTS(
      "'{0}' is missing: {en: …, ru: …, kk: …}",
      "не указано «{0}»: {en: …, ru: …, kk: …}", "«{0}» көрсетілмеген: {en: …, ru: …, kk: …}"),
  NOT_SINGLE(
      "'{0}' must be a single value, not {1}",
      "для «{0}» нужно одно значение, а здесь {1}", "«{0}» үшін жеке мән керек, ал мұнда {1}"),
  EMPTY_VALUE("'{0}' is empty", "«{0}» не заполнено", "«{0}» толтырылмаған"),
  NOT_ONE_OF(
      "'{0}' is not one of {1}{2}",
      "«{0}» нет среди возможных: {1}{2}", "«{0}» ықтимал мәндер арасында жоқ: {1}{2}"),
  OUT_OF_YEARS(
      "'{0}' is out of range; years run from 1900 to 2200",
      "«{0}» вне пределов; годы возможны с 1900 по 2200",
      "«{0}» шектен тыс; жыл 1900 бен 2200 аралығында болады"),
  NO_SUCH_DAY("there is no day '{0}'", "нет такого дня: «{0}»", "мұндай күн жоқ: «{0}»"),
  NOT_A_DATE(
      "'{0}' is not a date; a date is written 2024-05-13",
      "«{0}» — не дата; дата пишется так: 2024-05-13",
      "«{0}» – күн емес; күн былай жазылады: 2024-05-13"),
  NOT_A_NUMBER(
      "'{0}' is not a number; a number is written 12 or 99.7",
      "«{0}» — не число; число пишется так: 12 или 99.7",
      "«{0}» – сан емес; сан былай жазылады: 12 немесе 99.7"),
  NOT_YES_OR_NO(
      "'{0}' is neither yes nor no (true, false)",
      "«{0}» не значит ни «да», ни «нет»; пишите yes или no (true, false)",
      "«{0}» «иә» дегенді де, «жоқ» дегенді де білдірмейді; yes немесе no (true, false) деп"
          + " жазыңыз"),
  NOT_A_LIST(
      "'{0}' must be a list, not {1}",
      "для «{0}» нужен список, а здесь {1}", "«{0}» үшін тізім керек, ал мұнда {1}"),
  HOLDS_SINGLE(
      "'{0}' holds single values, not {1}",
      "в списке «{0}» стоят отдельные значения, а здесь {1}",
      "«{0}» тізімінде жеке мәндер тұрады, ал мұнда {1}"),
  MORE("and {0} more", "и ещё: {0}", "және тағы: {0}"),
  COUNT("Mistakes: {0}", "Ошибок: {0}", "Қателер саны: {0}");

  private final Localized text;

  SourceMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
