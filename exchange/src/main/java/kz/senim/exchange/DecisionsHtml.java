package kz.senim.exchange;

import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.Explanation;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** The lists of the page: each outcome's decisions with their reasons folded in. */
final class DecisionsHtml {

  private final Report report;
  private final Lang lang;
  private final Outline outline;
  private final Html out;

  DecisionsHtml(Report report, Lang lang, Html out) {
    this.report = report;
    this.lang = lang;
    this.outline = new Outline(report, lang);
    this.out = out;
  }

  /** A section of the page with all decisions of one outcome. */
  void section(Outcome outcome, boolean open) {
    int count = report.assessment().with(outcome).size();
    out.raw("<section class=\"sheet list\" id=\"" + outcome.word() + "\">");
    out.raw("<details" + (open ? " open" : "") + "><summary><h2>");
    out.raw(mark(outcome, lang));
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
                    decisions(outcome, decisions);
                  });
    }
    out.raw("</details></section>\n");
  }

  /** In their order; what is not met under a heading for each weight. */
  private void decisions(Outcome outcome, List<Decision> decisions) {
    Vocabulary.Level level = null;
    for (Decision decision : decisions) {
      Vocabulary.Level own = outline.level(decision);
      if (outcome == Outcome.NOT_MET && own != level) {
        level = own;
        long count = decisions.stream().filter(d -> outline.level(d) == own).count();
        out.raw("<h4 class=\"" + own.word() + "\">");
        out.text(say(Words.WEIGHT) + say(Words.level(own)) + " · " + count).raw("</h4>");
      }
      decision(decision);
    }
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
            out.element("small", " · " + say(Words.REQUIREMENTS) + count).raw("</li>");
          });
      out.raw("</ul></div>");
    }
    List<Outline.Waiting> groups = outline.waiting(awaited);
    if (!groups.isEmpty()) {
      out.element("h3", say(Words.MISSING));
    }
    for (Outline.Waiting waiting : groups) {
      out.raw("<div class=\"waiting\">");
      if (!waiting.missing().isEmpty()) {
        out.raw("<div class=\"why und-line\"><ul>");
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
      out.element("p", "sev", severity.because().in(lang));
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

  /** The outcome's sign and word. */
  static String mark(Outcome outcome, Lang lang) {
    return new Html()
        .element("span", "o " + css(outcome), Words.outcome(outcome).in(lang))
        .toString();
  }

  /** The outcome's class in the style. */
  static String css(Outcome outcome) {
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
