package kz.senim.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.text.Lang;

/**
 * An assessment as OSCAL assessment-results. OSCAL knows a target only as satisfied or not: what is
 * undecided is not satisfied for an {@code other} reason, and says so; what does not apply is not
 * among the reviewed controls.
 */
public final class OscalResults {

  private OscalResults() {}

  public static String write(Report report, Lang lang) {
    List<Decision> reviewed = OscalBundle.reviewed(report);
    return Json.write(
        json ->
            json.object(
                () ->
                    json.object(
                        "assessment-results",
                        () -> {
                          json.field("uuid", Oscal.id(report, "results"));
                          Oscal.metadata(
                              json,
                              Words.REPORT.in(lang) + ": " + report.passport().name(),
                              report.assessment().asOf(),
                              report.book().fingerprint());
                          json.object(
                              "import-ap",
                              () -> {
                                json.field("href", OscalBundle.PLAN);
                                json.field(
                                    "remarks",
                                    "The plan is the law itself: every requirement in force on the"
                                        + " day, decided by Senim from the passport.");
                              });
                          json.array(
                              "results",
                              () -> json.object(() -> result(json, report, reviewed, lang)));
                        })));
  }

  private static void result(Json json, Report report, List<Decision> reviewed, Lang lang)
      throws IOException {
    String day = Oscal.instant(report.assessment().asOf());
    Explainer explanations = report.explanations(lang);
    json.field("uuid", Oscal.id(report, "result"));
    json.field("title", report.passport().name());
    json.field("description", report.passport().organization() + " — " + report.passport().name());
    json.field("start", day);
    Oscal.reviewedControls(json, reviewed);
    if (!reviewed.isEmpty()) {
      json.array(
          "observations",
          () -> {
            for (Decision decision : reviewed) {
              json.object(() -> observation(json, report, decision, explanations, day));
            }
          });
      json.array(
          "findings",
          () -> {
            for (Decision decision : reviewed) {
              json.object(() -> finding(json, report, decision, lang));
            }
          });
    }
    List<String> remarks = new ArrayList<>();
    for (Warning warning : report.assessment().warnings()) {
      remarks.add(warning.text().in(lang));
    }
    if (!remarks.isEmpty()) {
      json.field("remarks", String.join("\n\n", remarks));
    }
  }

  private static void observation(
      Json json, Report report, Decision decision, Explainer explanations, String day)
      throws IOException {
    json.field("uuid", Oscal.id(report, "observation", decision.requirement().id()));
    json.field("description", prose(explanations.lines(decision), ""));
    json.texts("methods", List.of("EXAMINE"));
    json.field("collected", day);
  }

  private static void finding(Json json, Report report, Decision decision, Lang lang)
      throws IOException {
    json.field("uuid", Oscal.id(report, "finding", decision.requirement().id()));
    json.field("title", decision.requirement().id());
    json.field("description", decision.requirement().statement().in(lang));
    json.object(
        "target",
        () -> {
          json.field("type", "objective-id");
          json.field("target-id", decision.requirement().id() + "_obj");
          json.object(
              "status",
              () -> {
                json.field(
                    "state", decision.outcome() == Outcome.MET ? "satisfied" : "not-satisfied");
                json.field(
                    "reason",
                    switch (decision.outcome()) {
                      case MET -> "pass";
                      case NOT_MET -> "fail";
                      default -> "other";
                    });
                if (decision.outcome() == Outcome.UNDECIDED) {
                  json.field(
                      "remarks",
                      "Undecided; missing: " + String.join(", ", report.missing(decision)));
                }
              });
        });
    json.array(
        "related-observations",
        () ->
            json.object(
                () ->
                    json.field(
                        "observation-uuid",
                        Oscal.id(report, "observation", decision.requirement().id()))));
  }

  private static String prose(List<Explanation> lines, String indent) {
    StringBuilder text = new StringBuilder();
    for (Explanation line : lines) {
      text.append(indent).append("* ").append(line.text()).append('\n');
      text.append(prose(line.parts(), indent + "  "));
    }
    return text.toString().stripTrailing();
  }
}
