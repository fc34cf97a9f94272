package kz.senim.core.authoring;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with a calendar. */
enum CalendarMistake implements Wording {
  MOVED(
      "a moved day needs 'off', 'worked' or both",
      "для перенесённого дня нужно «off», «worked» или то и другое",
      "ауыстырылған күнге «off», «worked» немесе екеуі де керек"),
  NOT_A_DAY(
      "'{0}' is not a day of the year; write 12-16",
      "«{0}» — не день года; пишите 12-16", "«{0}» – жылдың күні емес; 12-16 деп жазыңыз"),
  OTHER_YEAR(
      "this day is not in the year {0}",
      "этот день не относится к {0} году", "бұл күн {0} жылға жатпайды"),
  DAYS(
      "a holiday has either 'days' (12-16) or 'by-year' (2026: 2026-05-27)",
      "у праздника указано либо «days» (12-16), либо «by-year» (2026: 2026-05-27)",
      "мереке үшін не «days» (12-16), не «by-year» (2026: 2026-05-27) көрсетіледі");

  private final Localized text;

  CalendarMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}
