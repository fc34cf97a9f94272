package kz.senim.core.authoring;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with the law as it is written. */
enum LawMistake implements Wording {
  NO_LAW_FILE(
      "not a law file: it has neither 'act', 'provisions', 'cases', 'facts' nor 'framework'",
      "это не файл норм: в нём нет ни «act», ни «provisions», ни «cases», ни «facts», ни «framework»",
      "бұл нормалар файлы емес: онда «act», «provisions», «cases», «facts», «framework» кілттерінің"
          + " ешқайсысы жоқ"),
  NO_ACT_FILE(
      "there is no act.yaml for '{0}'",
      "для «{0}» нет файла act.yaml", "«{0}» үшін act.yaml файлы жоқ"),
  DEFINED_TWICE("'{0}' is defined twice", "«{0}» определено дважды", "«{0}» екі рет анықталған"),
  DEFINED_TWICE_FIRST(
      "requirement '{0}' is defined twice; first in {1}:{2}",
      "требование «{0}» определено дважды; впервые — в {1}:{2}",
      "«{0}» талабы екі рет анықталған; біріншісі – {1}:{2}"),
  OTHER_TITLE(
      "section '{0}' has another title in {1}",
      "у раздела «{0}» в {1} другое название", "«{0}» бөлімінің {1} ішіндегі атауы басқа"),
  FIGURE_NAME(
      "a figure is named like 'limit.logRetention', not '{0}'",
      "показатель называют так: «limit.logRetention», а не «{0}»",
      "көрсеткіш «limit.logRetention» деп аталады, «{0}» деп емес"),
  FACT_NAME(
      "a fact is named like 'logs.retention', not '{0}'",
      "сведение называют так: «logs.retention», а не «{0}»",
      "мәлімет «logs.retention» деп аталады, «{0}» деп емес"),
  REQUIREMENT_NAME(
      "a requirement is named like 'ur-38-4-retention', not '{0}'",
      "требование называют так: «ur-38-4-retention», а не «{0}»",
      "талап «ur-38-4-retention» деп аталады, «{0}» деп емес"),
  NO_UNIT(
      "a number needs a 'unit' (a UCUM code, or 'count')",
      "для числа нужна единица «unit» (код UCUM или «count»)",
      "санға «unit» бірлігі керек (UCUM коды немесе «count»)"),
  ONLY_A_NUMBER(
      "only a number has a unit", "единица бывает только у числа", "бірлік тек санда болады"),
  NO_OPTIONS(
      "a {0} needs 'options': {id: {en: …, ru: …, kk: …}}",
      "для {0} нужны «options»: {id: {en: …, ru: …, kk: …}}",
      "{0} үшін «options» керек: {id: {en: …, ru: …, kk: …}}"),
  ONLY_A_CHOICE(
      "only a choice or a set has options",
      "варианты бывают только у choice и set",
      "нұсқалар тек choice пен set түрінде болады"),
  OPTIONS(
      "'options' is a mapping of ids to texts, not {0}",
      "«options» — набор «имя: тексты», а здесь {0}",
      "«options» – «атау: мәтіндер» жиыны, ал мұнда {0}"),
  VALUES_OVERLAP(
      "the values of {0} overlap or are out of order",
      "значения {0} перекрываются или идут не по порядку",
      "{0} мәндері қабаттасады немесе ретімен тұрған жоқ"),
  NO_VALUES(
      "'values' is missing: [{from: 2016-12-30, value: 3 years}]",
      "не указано «values»: [{from: 2016-12-30, value: 3 years}]",
      "«values» көрсетілмеген: [{from: 2016-12-30, value: 3 years}]"),
  CITATION(
      "a citation is written 38, 38/4 or 38/2/item-3, not '{0}'",
      "ссылка на норму пишется 38, 38/4 или 38/2/item-3, а не «{0}»",
      "нормаға сілтеме 38, 38/4 немесе 38/2/item-3 деп жазылады, «{0}» деп емес"),
  SAME_SUMMARY(
      "the Russian and the Kazakh summary are the same text",
      "русское и казахское изложение совпадают",
      "орысша және қазақша мазмұндама бірдей"),
  NO_WHEN(
      "'when' is missing: the CEL that says when this holds",
      "не указано «when»: условие на CEL, при котором это так",
      "«when» көрсетілмеген: бұл қашан солай екенін айтатын CEL шарты"),
  NO_APPLIES(
      "'applies' is missing: the CEL that says whom the act binds",
      "не указано «applies»: условие на CEL, кого касается акт",
      "«applies» көрсетілмеген: акт кімге қатысты екенін айтатын CEL шарты"),
  AMENDMENTS_ORDER(
      "amendments stand in the order of their days",
      "изменения перечисляются по порядку дней",
      "өзгерістер күндерінің ретімен тізіледі"),
  NO_PROVISION("there is no provision '{0}'", "нет нормы «{0}»", "«{0}» нормасы жоқ"),
  NO_PROVISION_IN(
      "there is no provision '{0}' in {1}",
      "в {1} нет нормы «{0}»", "{1} ішінде «{0}» нормасы жоқ"),
  ANSWERS_TO_NOTHING(
      "{0} answers to a provision that is not there: '{1}'",
      "{0} отвечает на норму, которой нет: «{1}»", "{0} жоқ нормаға жауап береді: «{1}»"),
  IDLE_FACT(
      "no rule uses the fact '{0}'",
      "сведение «{0}» не используется ни в одном правиле",
      "«{0}» мәліметі бірде-бір ережеде пайдаланылмайды"),
  NO_REQUIREMENT(
      "there is no requirement '{0}'{1}", "нет требования «{0}»{1}", "«{0}» талабы жоқ{1}"),
  TWINS(
      "{0} has the same rules as {1}; say why with 'same-as', or tell them apart",
      "у {0} те же правила, что у {1}; объясните в «same-as» или различите их",
      "{0} ережелері {1} ережелерімен бірдей; «same-as» арқылы түсіндіріңіз немесе ажыратыңыз"),
  CONFLICT(
      "{0} conflicts with {1}: where both apply, not both can be met; name the exception in one of"
          + " them",
      "{0} противоречит {1}: где применимы оба, оба выполнить нельзя; укажите исключение в одном из"
          + " них",
      "{0} {1} талабына қайшы: екеуі де қолданылатын жерде екеуін де орындау мүмкін емес; біреуінде"
          + " ерекше жағдайды көрсетіңіз"),
  NOT_IN_THE_VOCABULARY(
      "the vocabulary has no {0} '{1}'{2}",
      "в словаре нет {0} «{1}»{2}", "сөздікте {0} «{1}» жоқ{2}"),
  MET_OR_ATTEST(
      "either 'met' (an expression) or 'attest' (a role) must be there",
      "нужно либо «met» (условие), либо «attest» (роль)",
      "не «met» (шарт), не «attest» (рөл) керек"),
  OWN_STATEMENT(
      "one of several requirements of a provision needs its own 'statement'",
      "если у нормы несколько требований, у каждого нужен свой «statement»",
      "нормада бірнеше талап болса, әрқайсысына өз «statement» мәтіні керек"),
  AT_LEAST_ONE(
      "'{0}' is missing: at least one in brackets",
      "не указано «{0}»: хотя бы одно в скобках", "«{0}» көрсетілмеген: жақшада кемінде біреуі"),
  NOT_A_DATE_FACT(
      "'{0}' is not a date fact{1}",
      "«{0}» — не сведение с датой{1}", "«{0}» – күн туралы мәлімет емес{1}"),
  NOT_A_PERIOD(
      "'{0}' is neither a period figure (limit.…) nor a period such as P1Y",
      "«{0}» — ни показатель со сроком (limit.…), ни срок вида P1Y",
      "«{0}» – мерзім көрсеткіші де (limit.…), P1Y түріндегі мерзім де емес"),
  NO_CONTROL(
      "{0} has no control '{1}'{2}", "в {0} нет меры «{1}»{2}", "{0} ішінде «{1}» шарасы жоқ{2}"),
  EXCEPTION_TO_NOTHING(
      "an exception to nothing: there is no requirement '{0}'{1}",
      "исключение ни из чего: нет требования «{0}»{1}",
      "ештеңеден ерекше жағдай: «{0}» талабы жоқ{1}"),
  VERSIONS_OVERLAP(
      "two versions of {0} overlap: this one is in force from {1}, the one before it from {2}",
      "две редакции {0} перекрываются: эта действует с {1}, предыдущая — с {2}",
      "{0} екі редакциясы қабаттасады: мұнысы {1}, алдыңғысы {2} бастап қолданыста"),
  VERSIONS_GAP(
      "a gap between two versions of {0}: from {1} to {2} neither is in force",
      "разрыв между редакциями {0}: с {1} по {2} не действует ни одна",
      "{0} редакцияларының арасында үзіліс бар: {1} мен {2} аралығында ешқайсысы қолданыста емес"),
  NO_ENTRY_ABOVE(
      "there is no entry for {0}, in which this stands",
      "нет записи для {0}, где это стоит", "бұл тұрған {0} үшін жазба жоқ"),
  EXCLUDED(
      "an excluded provision has no requirements",
      "у исключённой нормы нет требований",
      "алып тасталған норманың талаптары болмайды"),

  NO_DAY(
      "'as-of' is missing, here or at the top of the file",
      "не указано «as-of» — здесь или в начале файла",
      "«as-of» көрсетілмеген – мұнда немесе файлдың басында"),
  IDS_TO_VALUES(
      "'{0}' is a mapping of ids to values, not {1}",
      "«{0}» — набор «имя: значение», а здесь {1}", "«{0}» – «атау: мән» жиыны, ал мұнда {1}"),
  NO_CASE(
      "requirement {0} has no case in which it is {1}",
      "у требования {0} нет примера с исходом {1}", "{0} талабының {1} нәтижелі мысалы жоқ"),
  UNKNOWN_FACT("unknown fact '{0}'{1}", "сведения «{0}» нет{1}", "«{0}» деген мәлімет жоқ{1}"),
  NOT_IN_FORCE(
      "{0} is not in force on {1}", "{0} не действует на {1}", "{0} {1} күні қолданыста емес"),
  CASE(
      "case '{0}': {1} is {2}, not {3}{4}",
      "пример «{0}»: исход {1} — {2}, а не {3}{4}",
      "«{0}» мысалы: {1} нәтижесі – {3} емес, {2}{4}"),
  LACKS("; it lacks {0}", "; не хватает: {0}", "; жетіспейді: {0}"),

  ROW_TWICE("the {0} '{1}' stands twice", "{0} «{1}» стоит дважды", "{0} «{1}» екі рет тұр"),
  CLOCK_UNREACHED(
      "a clock that nothing stops: none of [{0}] can come after its start",
      "срок ничем не останавливается: ни один из [{0}] не может следовать за его началом",
      "мерзімді ештеңе тоқтатпайды: [{0}] ішінен ешқайсысы оның басталуынан кейін келе алмайды"),
  STAGE_UNREACHED(
      "no act or lapse leads to the stage '{0}'",
      "к стадии «{0}» не ведёт ни один акт или истёкший срок",
      "«{0}» сатысына ешбір акт немесе өткен мерзім апармайды"),
  DEAD_END(
      "a dead end: no act leads on from '{0}', and it has no outcome",
      "тупик: из «{0}» не ведёт ни один акт, и у неё нет исхода",
      "тұйық: «{0}» сатысынан ешбір акт әрі апармайды, нәтижесі де жоқ"),
  FINAL_GOES_ON(
      "'{0}' is final (it has an outcome), but acts follow it",
      "«{0}» — конечная стадия (у неё есть исход), но за ней следуют акты",
      "«{0}» – соңғы саты (нәтижесі бар), бірақ одан кейін актілер келеді"),
  GUARDS_TOO_LARGE(
      "'{0}' stands twice with guards that ask too much to be compared; make one of them simpler",
      "«{0}» стоит дважды с условиями, которые не сравнить; упростите одно из них",
      "«{0}» салыстыруға келмейтін шарттармен екі рет тұр; біреуін қарапайым етіңіз"),
  GUARDS_OVERLAP(
      "'{0}' stands twice with guards that can hold at once; make them exclude each other",
      "«{0}» стоит дважды с условиями, которые могут выполняться вместе; сделайте их"
          + " взаимоисключающими",
      "«{0}» бірге орындалуы мүмкін шарттармен екі рет тұр; бірін-бірі жоққа шығаратындай етіңіз"),
  NO_STAGES(
      "a procedure has 'stages'; the first is where every case begins",
      "у процедуры есть «stages»; с первой начинается каждое дело",
      "рәсімде «stages» болады; әр іс біріншісінен басталады"),
  FIELD_OPTIONS(
      "a choice or a set, and only these, has 'options': [a, b]",
      "«options»: [a, b] есть у choice и set и только у них",
      "«options»: [a, b] тек choice пен set түрінде болады"),
  NEED(
      "a need is either an 'attachment' or a 'field'",
      "нужное — это либо «attachment», либо «field»",
      "қажеттісі – не «attachment», не «field»"),
  NO_ACTOR(
      "an act without an actor: 'by' is missing",
      "у акта нет действующего лица: не указано «by»",
      "актіні жасаушы жоқ: «by» көрсетілмеген"),
  NO_FROM(
      "'from' is missing: the stages in which the act may be done",
      "не указано «from»: стадии, на которых акт совершается",
      "«from» көрсетілмеген: акт жасалатын сатылар"),
  NOT_A_TERM(
      "'{0}' is neither a number nor a number figure (limit.…){1}",
      "«{0}» — ни число, ни числовой показатель (limit.…){1}",
      "«{0}» – сан да, сандық көрсеткіш те (limit.…) емес{1}"),
  HOURS(
      "hours are counted from the act's own moment",
      "часы считаются от момента самого акта",
      "сағаттар актінің өз сәтінен саналады"),
  FIELD_NOT_A_DATE(
      "the field '{0}' is not a date", "поле «{0}» — не дата", "«{0}» өрісі – күн емес"),
  CLOCK_NOT_STARTED(
      "a clock that nothing starts", "срок ничем не начинается", "мерзімді ештеңе бастамайды"),
  CLOCK_NOT_STOPPED(
      "a clock that nothing stops: neither 'stops' nor 'lapse'",
      "срок ничем не останавливается: нет ни «stops», ни «lapse»",
      "мерзімді ештеңе тоқтатпайды: «stops» та, «lapse» те жоқ"),
  PROCEDURE_LACKS(
      "the procedure has no {0} '{1}'{2}",
      "в процедуре нет {0} «{1}»{2}", "рәсімде {0} «{1}» жоқ{2}"),
  TWO_STORIES(
      "there are two stories of this name",
      "есть две истории с таким названием",
      "мұндай атаумен екі оқиға бар"),
  NO_STORY(
      "there is no story '{0}' in this file{1}",
      "в этом файле нет истории «{0}»{1}", "бұл файлда «{0}» оқиғасы жоқ{1}"),
  AFTER_A_REFUSAL(
      "that story ends with a refusal: nothing comes after it",
      "та история заканчивается отказом: за ней ничего не следует",
      "ол оқиға бас тартумен аяқталады: одан кейін ештеңе келмейді"),
  AFTER_ITSELF(
      "the story comes after itself",
      "история следует за самой собой",
      "оқиға өзінен кейін келеді"),
  NOTHING_TO_LEAVE_OUT(
      "'{0}' cannot be left out: the act does not have it anyway",
      "«{0}» не исключить: у акта этого и так нет",
      "«{0}» алып тасталмайды: актіде ол онсыз да жоқ"),
  NOT_A_MOMENT(
      "'{0}' is not a moment; write 2019-02-04 10:00",
      "«{0}» — не момент времени; пишите 2019-02-04 10:00",
      "«{0}» – уақыт сәті емес; 2019-02-04 10:00 деп жазыңыз");

  private final Localized text;

  LawMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
