package kz.senim.core.coverage;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** How the law book differs from the text of an act. */
enum CoverageSay implements Wording {
  MISSING("not in the book: {0}", "нет в своде: {0}", "жинақта жоқ: {0}"),
  EXCESS(
      "in the book, but not in the text",
      "есть в своде, но нет в тексте",
      "жинақта бар, мәтінде жоқ"),
  DIFFERS(
      "in the text {0}, in the book {1}", "в тексте {0}, в своде {1}", "мәтінде {0}, жинақта {1}"),
  IN_FORCE("in force", "действует", "қолданыста"),
  EXCLUDED("excluded by {0}", "исключено актом {0}", "{0} актімен алып тасталған"),
  ADDED("added by {0}", "введено актом {0}", "{0} актімен енгізілген"),
  AMENDED("amended by {0}", "изменено актом {0}", "{0} актімен өзгертілген"),
  UNCHANGED("unchanged", "без изменений", "өзгеріссіз"),
  CHANGE("{0} of {1}", "{0} от {1}", "{1} № {0}"),
  CHANGE_IN_FORCE(
      "{0} of {1} (in force from {2})",
      "{0} от {1} (действует с {2})", "{1} № {0} ({2} бастап қолданыста)");

  private final Localized text;

  CoverageSay(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
