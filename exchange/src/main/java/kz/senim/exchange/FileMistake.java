package kz.senim.exchange;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with a case file, or with a catalogue of another program. */
enum FileMistake implements Wording {
  NO_PROCEDURE(
      "there is no procedure '{0}'{1}", "нет процедуры «{0}»{1}", "«{0}» деген рәсім жоқ{1}"),
  MANY_ACTS(
      "more than {0} acts; a case never has as many",
      "больше {0} актов; в деле столько не бывает", "{0} актіден көп; істе сонша болмайды"),
  NO_ACT(
      "the procedure '{0}' has no act '{1}'{2}",
      "в процедуре «{0}» нет акта «{1}»{2}", "«{0}» рәсімінде «{1}» деген акт жоқ{2}"),
  NO_ROLE(
      "the procedure '{0}' has no role '{1}'{2}",
      "в процедуре «{0}» нет роли «{1}»{2}", "«{0}» рәсімінде «{1}» деген рөл жоқ{2}"),
  NO_FIELD(
      "the procedure '{0}' has no field '{1}'{2}",
      "в процедуре «{0}» нет поля «{1}»{2}", "«{0}» рәсімінде «{1}» деген өріс жоқ{2}"),
  ATTACHMENT(
      "an attachment is given by its SHA-256, 64 hexadecimal digits in small letters",
      "приложение указывается своим SHA-256: 64 шестнадцатеричные цифры строчными буквами",
      "қосымша өзінің SHA-256 мәнімен көрсетіледі: кіші әріппен жазылған он алтылық 64 цифр"),
  NOT_A_MOMENT(
      "'{0}' is not a moment; write 2019-02-04T10:00:00+06:00, with its zone",
      "«{0}» — не момент времени; пишите с часовым поясом: 2019-02-04T10:00:00+06:00",
      "«{0}» – уақыт сәті емес; уақыт белдеуімен жазыңыз: 2019-02-04T10:00:00+06:00"),
  NO_CATALOG(
      "neither an OSCAL catalog (key 'catalog') nor a CISO Assistant library (key 'objects' with a"
          + " 'framework')",
      "это ни каталог OSCAL (ключ «catalog»), ни библиотека CISO Assistant (ключ «objects» с"
          + " «framework»)",
      "бұл OSCAL каталогы («catalog» кілті) да, CISO Assistant кітапханасы («framework» бар"
          + " «objects» кілті) да емес"),
  NO_CONTROLS(
      "it holds no controls; take the whole catalogue",
      "в нём нет ни одной меры; возьмите каталог целиком",
      "онда бірде-бір шара жоқ; каталогты толық алыңыз");

  private final Localized text;

  FileMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
