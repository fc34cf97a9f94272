package kz.senim.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explanation;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** An assessment as one self-contained page that a head of department can read and print. */
public final class AssessmentHtml {

  private static final List<Outcome> BINDING =
      List.of(Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED);

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
    out.element("title", report.passport().name() + " — " + say(Words.REPORT) + " " + day);
    out.raw("<style>" + ReportStyle.CSS + "</style></head>\n<body>\n");
    header(day);
    out.raw("<main>\n");
    warnings();
    summary();
    chapters();
    section(Outcome.NOT_MET, true);
    section(Outcome.UNDECIDED, true);
    section(Outcome.MET, false);
    section(Outcome.NOT_APPLICABLE, false);
    out.raw("</main>\n<footer>");
    out.element("p", say(Words.OFFICIAL));
    out.element("p", "Senim · " + say(Words.BOOK) + " " + report.edition());
    out.raw("</footer>\n</body></html>\n");
    return out.toString();
  }

  private void header(String day) {
    out.raw("<header>");
    out.element("p", "kicker", say(Words.REPORT));
    out.element("h1", report.passport().name());
    String bin = report.passport().bin();
    out.element(
        "p",
        "facts",
        report.passport().organization()
            + (bin == null ? "" : " · " + bin)
            + " · "
            + say(Words.AS_OF)
            + " "
            + day);
    out.raw("</header>\n");
  }

  private void warnings() {
    if (report.assessment().warnings().isEmpty()) {
      return;
    }
    out.raw("<section class=\"warn\" aria-labelledby=\"w\"><h2 id=\"w\">");
    out.text(say(Words.WARNINGS)).raw("</h2><ul>");
    for (Warning warning : report.assessment().warnings()) {
      out.element("li", warning.text().in(lang));
    }
    out.raw("</ul></section>\n");
  }

  private void summary() {
    Map<Outcome, Integer> counts = report.assessment().summary();
    out.raw("<section class=\"sheet\" aria-labelledby=\"s\"><h2 id=\"s\">");
    out.text(say(Words.SUMMARY)).raw("</h2>");
    bar(counts);
    out.raw("<div class=\"key\">");
    for (Outcome outcome : Outcome.values()) {
      out.raw("<div style=\"order:" + order(outcome) + "\"><b>" + counts.get(outcome) + "</b>");
      mark(outcome);
      out.raw("</div>");
    }
    out.raw("</div></section>\n");
  }

  private static int order(Outcome outcome) {
    return switch (outcome) {
      case MET -> 1;
      case NOT_MET -> 2;
      case UNDECIDED -> 3;
      case NOT_APPLICABLE -> 4;
    };
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
        out.raw("<span class=\"" + css(outcome) + "\" style=\"flex:" + count + "\"></span>");
      }
    }
    out.raw("</div>");
  }

  private void chapters() {
    Map<String, Map<Outcome, Integer>> counts = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    for (Act act : report.book().acts()) {
      for (Act.Section section : act.sections()) {
        titles.put(
            act.id() + "#" + section.id(),
            act.shortTitle().in(lang) + " · " + section.title().in(lang));
      }
    }
    for (Decision decision : report.assessment().decisions()) {
      if (decision.outcome() != Outcome.NOT_APPLICABLE) {
        Provision provision = report.provision(decision);
        counts
            .computeIfAbsent(
                provision.act() + "#" + provision.section(), _ -> new EnumMap<>(Outcome.class))
            .merge(decision.outcome(), 1, Integer::sum);
      }
    }
    out.raw("<section class=\"sheet\" aria-labelledby=\"c\"><h2 id=\"c\">");
    out.text(say(Words.BY_CHAPTER)).raw("</h2><ul class=\"chapters\">");
    counts.forEach(
        (id, of) -> {
          int met = of.getOrDefault(Outcome.MET, 0);
          int all = of.values().stream().mapToInt(Integer::intValue).sum();
          out.raw("<li>");
          out.element("span", titles.getOrDefault(id, id));
          out.element("small", met + " " + say(Words.OF_WHICH) + " " + all);
          bar(of);
          out.raw("</li>");
        });
    out.raw("</ul></section>\n");
  }

  private void section(Outcome outcome, boolean open) {
    int count = report.assessment().with(outcome).size();
    out.raw("<section class=\"sheet list\"><details" + (open ? " open" : "") + "><summary><h2>");
    mark(outcome);
    out.raw(" <span class=\"count\">" + count + "</span></h2></summary>");
    if (count == 0) {
      out.element("p", say(Words.NOTHING_HERE));
    }
    switch (outcome) {
      case UNDECIDED -> undecided();
      case NOT_APPLICABLE -> notApplicable();
      default ->
          outline
              .byAct(outcome)
              .forEach(
                  (act, decisions) -> {
                    out.element("h3", act.shortTitle().in(lang) + " · " + act.id());
                    decisions.forEach(this::decision);
                  });
    }
    out.raw("</details></section>\n");
  }

  private void undecided() {
    Map<Integer, Integer> awaited = report.awaitedByMany();
    if (!awaited.isEmpty()) {
      out.raw("<div class=\"first\">");
      out.element("h3", say(Words.FIRST));
      out.raw("<ul>");
      awaited.forEach(
          (fact, count) -> {
            out.raw("<li>");
            question(fact);
            out.element("small", " · " + count).raw("</li>");
          });
      out.raw("</ul></div>");
    }
    for (Outline.Waiting waiting : outline.waiting(awaited)) {
      out.raw("<div class=\"waiting\">");
      if (!waiting.missing().isEmpty()) {
        out.raw("<div class=\"why und-line\"><p>").text(say(Words.MISSING)).raw("</p><ul>");
        for (int fact : waiting.missing()) {
          out.raw("<li class=\"unknown\">");
          question(fact);
          out.raw("</li>");
        }
        out.raw("</ul></div>");
      }
      waiting.decisions().forEach(this::plain);
      out.raw("</div>\n");
    }
  }

  private void question(int index) {
    Fact fact = report.book().facts().get(index);
    FactValue known = report.passport().facts().find(index);
    String role = say(Roles.name(fact.knownBy()));
    if (fact.attestation() == null) {
      out.text(fact.ask().in(lang)).element("small", " " + role);
    } else {
      out.text(say(Words.JUDGE_WHOM) + role);
    }
    if (known != null && known.until() != null) {
      out.element("small", " · " + say(Words.EXPIRED_ON) + Days.in(known.until(), lang));
    }
  }

  private void notApplicable() {
    for (Outline.Apart apart : outline.apart()) {
      out.raw("<div class=\"apart\">");
      lines(apart.because());
      out.element("p", "proof", outline.citations(apart.decisions()));
      out.raw("</div>\n");
    }
  }

  /** Citation and statement only; the reason stands above. */
  private void plain(Decision decision) {
    out.raw("<article id=\"" + decision.requirement().id() + "\">");
    out.element("div", "cite", outline.citation(decision));
    out.raw("<div>")
        .element("p", decision.requirement().statement().in(lang))
        .raw("</div></article>");
  }

  private void decision(Decision decision) {
    Requirement requirement = decision.requirement();
    Vocabulary.Severity severity = report.book().getSeverity(requirement.severity());
    out.raw("<article id=\"" + requirement.id() + "\">");
    out.element("div", "cite", outline.citation(decision));
    out.raw("<div>").element("p", requirement.statement().in(lang));
    if (decision.outcome() == Outcome.NOT_MET) {
      out.raw("<p class=\"sev " + severity.level().word() + "\">");
      out.text(say(Words.WEIGHT)).element("b", say(Words.level(severity.level())));
      out.text(". " + severity.because().in(lang)).raw("</p>");
    }
    if (decision.earlierWording()) {
      out.element("p", "sev", say(Words.EARLIER));
    }
    out.raw("<details class=\"why\">");
    out.element("summary", say(Words.WHY));
    lines(outline.explainer().lines(decision));
    List<Explanation> binds = outline.explainer().binds(decision);
    if (!binds.isEmpty()) {
      out.element("p", say(Words.BINDS));
      lines(binds);
    }
    out.raw("</details>");
    if (!requirement.evidence().isEmpty()) {
      out.element("p", "proof", say(Words.PROOF) + ": " + String.join("; ", evidence(requirement)));
    }
    out.raw("</div></article>\n");
  }

  private List<String> evidence(Requirement requirement) {
    return report.book().vocabulary().evidence().stream()
        .filter(e -> requirement.evidence().contains(e.id()))
        .map(e -> e.name().in(lang))
        .toList();
  }

  private void lines(List<Explanation> lines) {
    out.raw("<ul>");
    for (Explanation line : lines) {
      out.raw("<li class=\"" + Report.lower(line.truth()) + "\">");
      out.text(line.text());
      FactValue source = line.source();
      if (source != null) {
        out.element("small", provenance(source));
      }
      if (!line.parts().isEmpty()) {
        lines(line.parts());
      }
      out.raw("</li>");
    }
    out.raw("</ul>");
  }

  private String provenance(FactValue source) {
    StringBuilder text = new StringBuilder(" " + say(Words.source(source.source())));
    if (source.by() != null) {
      text.append(" · ").append(source.by());
    }
    if (source.observed() != null) {
      text.append(" · ").append(Days.in(source.observed(), lang));
    }
    if (source.reference() != null) {
      text.append(" · ").append(source.reference());
    }
    return text.toString();
  }

  private void mark(Outcome outcome) {
    out.element("span", "o " + css(outcome), say(Words.outcome(outcome)));
  }

  private static String css(Outcome outcome) {
    return switch (outcome) {
      case MET -> "met";
      case NOT_MET -> "not";
      case UNDECIDED -> "und";
      case NOT_APPLICABLE -> "na";
    };
  }

  private String say(Localized text) {
    return text.in(lang);
  }
}
