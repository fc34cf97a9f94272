package kz.senim.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.law.Act;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** An assessment as one self-contained page that a head of department can read and print. */
public final class AssessmentHtml {

  private static final List<Outcome> BINDING =
      List.of(Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED);

  private static final List<Outcome> ORDER =
      List.of(Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE);

  private final Report report;
  private final Lang lang;
  private final Outline outline;
  private final Html out = new Html();

  private AssessmentHtml(Report report, Lang lang) {
    this.report = report;
    this.lang = lang;
    this.outline = new Outline(report, lang);
  }

  public static String write(Report report, Lang lang) {
    return new AssessmentHtml(report, lang).page();
  }

  private String page() {
    String day = Days.in(report.assessment().asOf(), lang);
    out.raw("<!doctype html>\n<html lang=\"" + lang.code() + "\">\n<head><meta charset=\"utf-8\">");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">");
    // Nothing is fetched and nothing runs, whatever a passport says.
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.raw("style-src 'unsafe-inline'\">");
    out.element("title", report.passport().name() + " — " + say(Words.REPORT) + " " + day);
    out.raw("<style>" + ReportStyle.CSS + "</style></head>\n<body>\n");
    header(day);
    out.raw("<main>\n");
    warnings();
    summary();
    chapters();
    DecisionsHtml lists = new DecisionsHtml(report, lang, out);
    lists.section(Outcome.NOT_MET, true);
    lists.section(Outcome.UNDECIDED, true);
    lists.section(Outcome.MET, false);
    lists.section(Outcome.NOT_APPLICABLE, false);
    out.raw("</main>\n<footer>");
    out.element("p", say(Words.OFFICIAL));
    out.element("p", "Senim · " + say(Words.BOOK) + " " + report.edition());
    out.raw("</footer>\n</body></html>\n");
    return out.toString();
  }

  private void header(String day) {
    out.raw("<header><div class=\"top\"><span class=\"brand\"><i></i>Senim</span>");
    out.element("span", "kicker", say(Words.REPORT));
    out.element("span", "asof", say(Words.AS_OF) + " " + day).raw("</div>");
    out.element("h1", report.passport().name());
    String bin = report.passport().bin();
    out.element("p", "facts", report.passport().organization() + (bin == null ? "" : " · " + bin));
    out.raw("</header>\n");
  }

  /** What is to be known of the law on top; answers that ran out are folded away below it. */
  private void warnings() {
    Map<Boolean, List<Warning>> warnings =
        report.assessment().warnings().stream()
            .collect(Collectors.partitioningBy(w -> w.kind() == Warning.Kind.EXPIRED_FACTS));
    List<Warning> law = warnings.getOrDefault(false, List.of());
    List<Warning> expired = warnings.getOrDefault(true, List.of());
    if (law.isEmpty() && expired.isEmpty()) {
      return;
    }
    out.raw("<section class=\"warn\" aria-labelledby=\"w\"><h2 id=\"w\">");
    out.text(say(Words.WARNINGS)).raw("</h2>");
    items(law);
    if (!expired.isEmpty()) {
      out.raw("<details>");
      out.element("summary", say(Words.EXPIRED_ANSWERS) + expired.size());
      items(expired);
      out.raw("</details>");
    }
    out.raw("</section>\n");
  }

  private void items(List<Warning> warnings) {
    out.raw("<ul>");
    warnings.forEach(warning -> out.element("li", warning.text().in(lang)));
    out.raw("</ul>");
  }

  private void summary() {
    Map<Outcome, Integer> counts = report.assessment().summary();
    int binding = BINDING.stream().mapToInt(o -> counts.getOrDefault(o, 0)).sum();
    out.raw("<section class=\"sheet\" aria-labelledby=\"s\"><h2 id=\"s\">");
    out.text(say(Words.SUMMARY) + binding).raw("</h2>");
    bar(counts);
    out.raw("<div class=\"key\">");
    for (Outcome outcome : ORDER) {
      out.raw("<a href=\"#" + outcome.word() + "\"><b>" + counts.get(outcome) + "</b>");
      out.raw(DecisionsHtml.mark(outcome, lang));
      if (outcome == Outcome.NOT_MET && counts.getOrDefault(outcome, 0) > 0) {
        out.element("small", weights());
      }
      out.raw("</a>");
    }
    out.raw("</div></section>\n");
  }

  /** How many of those not met weigh how much. */
  private String weights() {
    Map<Vocabulary.Level, Long> levels =
        report.assessment().with(Outcome.NOT_MET).stream()
            .collect(
                Collectors.groupingBy(
                    outline::level,
                    () -> new EnumMap<>(Vocabulary.Level.class),
                    Collectors.counting()));
    return levels.entrySet().stream()
        .map(e -> say(Words.level(e.getKey())) + "\u00a0" + e.getValue())
        .collect(Collectors.joining(" · ", say(Words.WEIGHT), ""));
  }

  private void bar(Map<Outcome, Integer> counts) {
    StringBuilder label = new StringBuilder();
    for (Outcome outcome : BINDING) {
      label
          .append(label.isEmpty() ? "" : ", ")
          .append(say(Words.outcome(outcome)))
          .append(' ')
          .append(counts.getOrDefault(outcome, 0));
    }
    out.raw("<div class=\"bar\" role=\"img\" aria-label=\"");
    out.text(label.toString()).raw("\">");
    for (Outcome outcome : BINDING) {
      int count = counts.getOrDefault(outcome, 0);
      if (count > 0) {
        out.raw(
            "<span class=\""
                + DecisionsHtml.css(outcome)
                + "\" style=\"flex:"
                + count
                + "\"></span>");
      }
    }
    out.raw("</div>");
  }

  private void chapters() {
    Map<String, Map<String, Map<Outcome, Integer>>> acts = new LinkedHashMap<>();
    for (Decision decision : report.assessment().decisions()) {
      if (decision.outcome() != Outcome.NOT_APPLICABLE) {
        Provision provision = report.provision(decision);
        acts.computeIfAbsent(provision.act(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(provision.section(), _ -> new EnumMap<>(Outcome.class))
            .merge(decision.outcome(), 1, Integer::sum);
      }
    }
    out.raw("<section class=\"sheet\" aria-labelledby=\"c\"><h2 id=\"c\">");
    out.text(say(Words.BY_CHAPTER)).raw("</h2>");
    acts.forEach(
        (id, sections) -> {
          Act act = report.book().getAct(id);
          out.element("h3", act.shortTitle().in(lang) + " · " + id);
          out.raw("<ul class=\"chapters\">");
          sections.forEach((section, of) -> chapter(act, section, of));
          out.raw("</ul>");
        });
    out.raw("</section>\n");
  }

  private void chapter(Act act, String section, Map<Outcome, Integer> of) {
    String title =
        act.sections().stream()
            .filter(s -> s.id().equals(section))
            .findFirst()
            .map(s -> s.title().in(lang))
            .orElse(section);
    int all = of.values().stream().mapToInt(Integer::intValue).sum();
    out.raw("<li>").element("span", title);
    out.element(
        "small",
        say(Words.outcome(Outcome.MET))
            + " "
            + of.getOrDefault(Outcome.MET, 0)
            + " "
            + say(Words.OF_WHICH)
            + " "
            + all);
    bar(of);
    out.raw("</li>");
  }

  private String say(Localized text) {
    return text.in(lang);
  }
}
