package kz.senim.core.text;

/** What may have been meant by a word that is unknown. */
enum Hint implements Wording {
  NEAR("; did you mean '{0}'?", "; возможно, имелось в виду «{0}»", "; бәлкім, «{0}» болар"),
  ALL("; there are {0}", "; есть: {0}", "; бары: {0}"),
  NONE("; there are none", "; нет ни одного", "; бірде-бірі жоқ");

  private final Localized text;

  Hint(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
