package kz.senim.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.Warning;
import kz.senim.core.law.Fact;
import kz.senim.core.rule.Periods;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** The duties of one owner with their days: as text, JSON and an iCalendar feed. */
public final class DutyCalendar {

  private static final Localized OVERDUE = new Localized("overdue", "просрочено", "мерзімі өткен");
  private static final Localized UNKNOWN_DAY =
      new Localized("day not known", "дата неизвестна", "күні белгісіз");
  private static final Localized EVERY = new Localized("every ", "раз в ", "әр ");
  private static final Localized WITHIN = new Localized("within ", "в течение ", "ішінде: ");

  private DutyCalendar() {}

  public static String text(Report report, Lang lang) {
    LocalDate asOf = report.assessment().asOf();
    StringBuilder out = new StringBuilder();
    warnings(report, lang).forEach(text -> out.append("! ").append(text).append('\n'));
    for (Duties.Duty duty : duties(report)) {
      String day =
          duty.due() == null
              ? "? " + UNKNOWN_DAY.in(lang)
              : Days.in(duty.due(), lang) + (duty.isOverdue(asOf) ? " ! " + OVERDUE.in(lang) : "");
      out.append(
          String.format(
              Locale.ROOT,
              "%-26s %-22s %s (%s)%n",
              day,
              citation(report, duty, lang),
              duty.requirement().statement().in(lang),
              rhythm(duty, lang)));
      if (duty.due() == null) {
        Fact fact = report.book().facts().get(duty.fact());
        out.append(" ".repeat(27)).append("? ").append(fact.ask().in(lang)).append('\n');
      }
    }
    return out.toString();
  }

  /**
   * {@code {asOf, warnings[], duties[{requirement, provision, kind, every|within, last, due,
   * overdue}]}}.
   */
  public static String json(Report report, Lang lang) {
    LocalDate asOf = report.assessment().asOf();
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("asOf", asOf.toString());
                  json.texts("warnings", warnings(report, lang));
                  json.array(
                      "duties",
                      () -> {
                        for (Duties.Duty duty : duties(report)) {
                          json.object(
                              () -> {
                                json.field("requirement", duty.requirement().id());
                                json.field("provision", duty.requirement().provision());
                                json.field("statement", duty.requirement().statement().in(lang));
                                json.field("kind", duty.recurring() ? "recurring" : "term");
                                json.field(
                                    duty.recurring() ? "every" : "within",
                                    duty.period() == null ? null : duty.period().toString());
                                json.field(
                                    duty.recurring() ? "last" : "from",
                                    duty.counted() == null ? null : duty.counted().toString());
                                json.field(
                                    "due", duty.due() == null ? null : duty.due().toString());
                                json.field("overdue", duty.isOverdue(asOf));
                                json.field("outcome", duty.outcome().word());
                              });
                        }
                      });
                }));
  }

  /** The duties that have a day, as all-day events. */
  public static String ics(Report report, Lang lang) {
    Ics ics = new Ics();
    for (Duties.Duty duty : duties(report)) {
      LocalDate due = duty.due();
      if (due != null) {
        ics.event(
            duty.requirement().id() + "-" + due,
            report.assessment().asOf(),
            due,
            citation(report, duty, lang) + ": " + duty.requirement().statement().in(lang),
            report.passport().name() + "; " + rhythm(duty, lang) + adopted(report, duty, lang));
      }
    }
    return ics.end();
  }

  /** What concerns the law; which facts expired, the assessment tells. */
  private static List<String> warnings(Report report, Lang lang) {
    return report.assessment().warnings().stream()
        .filter(warning -> warning.kind() != Warning.Kind.EXPIRED_FACTS)
        .map(warning -> warning.text().in(lang))
        .toList();
  }

  /** An event is read alone: one of an adopted act says itself that it is no law. */
  private static String adopted(Report report, Duties.Duty duty, Lang lang) {
    String act = report.book().provisionOf(duty.requirement()).act();
    return Warning.adopted(report.book().getAct(act), report.assessment().asOf())
        .map(warning -> "; " + warning.text().in(lang))
        .orElse("");
  }

  private static List<Duties.Duty> duties(Report report) {
    return Duties.of(report.book(), report.passport().facts(), report.assessment());
  }

  private static String citation(Report report, Duties.Duty duty, Lang lang) {
    return CitationText.in(report.book().provisionOf(duty.requirement()).citation(), lang);
  }

  private static String rhythm(Duties.Duty duty, Lang lang) {
    String period = duty.period() == null ? "?" : Periods.inWords(duty.period(), lang);
    return (duty.recurring() ? EVERY : WITHIN).in(lang) + period;
  }
}
