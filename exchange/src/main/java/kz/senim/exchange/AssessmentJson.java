package kz.senim.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.text.Lang;

/**
 * An assessment as JSON: {@code {asOf, subject, book, warnings[], summary{met, notMet, undecided,
 * notApplicable}, decisions[{requirement, provision, outcome, because[], missing[], severity}]}}.
 */
public final class AssessmentJson {

  private AssessmentJson() {}

  public static String write(Report report, Lang lang) {
    Explainer explanations = report.explanations(lang);
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("asOf", report.assessment().asOf().toString());
                  json.object("subject", () -> subject(json, report));
                  json.object("book", () -> book(json, report));
                  json.array(
                      "warnings",
                      () -> {
                        for (Warning warning : report.assessment().warnings()) {
                          json.object(
                              () -> {
                                json.field("kind", Report.lower(warning.kind()).replace('_', '-'));
                                json.optional("act", warning.act());
                                json.field("text", warning.text());
                              });
                        }
                      });
                  json.object("summary", () -> summary(json, report.assessment().summary()));
                  json.array(
                      "decisions",
                      () -> {
                        for (Decision decision : report.assessment().decisions()) {
                          json.object(() -> decision(json, report, decision, explanations, lang));
                        }
                      });
                }));
  }

  private static void subject(Json json, Report report) throws IOException {
    json.field("name", report.passport().name());
    json.optional("id", report.passport().id());
    json.field("organization", report.passport().organization());
    json.optional("bin", report.passport().bin());
  }

  private static void book(Json json, Report report) throws IOException {
    json.field("edition", report.book().fingerprint());
    json.array(
        "acts",
        () -> {
          for (var act : report.book().acts()) {
            json.object(
                () -> {
                  json.field("id", act.id());
                  json.field("edition", act.edition().toString());
                  json.field("checkedOn", act.checkedOn().toString());
                  json.field("draft", act.draft());
                });
          }
        });
  }

  static void summary(Json json, Map<Outcome, Integer> counts) throws IOException {
    json.field("met", counts.getOrDefault(Outcome.MET, 0));
    json.field("notMet", counts.getOrDefault(Outcome.NOT_MET, 0));
    json.field("undecided", counts.getOrDefault(Outcome.UNDECIDED, 0));
    json.field("notApplicable", counts.getOrDefault(Outcome.NOT_APPLICABLE, 0));
  }

  private static void decision(
      Json json, Report report, Decision decision, Explainer explanations, Lang lang)
      throws IOException {
    json.field("requirement", decision.requirement().id());
    json.field("provision", decision.requirement().provision());
    json.field("outcome", decision.outcome().word());
    json.field("severity", report.severity(decision));
    json.field("statement", decision.requirement().statement().in(lang));
    if (decision.earlierWording()) {
      json.field("earlierWording", true);
    }
    json.array("because", () -> lines(json, explanations.lines(decision)));
    json.array("binds", () -> lines(json, explanations.binds(decision)));
    json.texts("missing", report.missing(decision));
  }

  private static void lines(Json json, List<Explanation> lines) throws IOException {
    for (Explanation line : lines) {
      json.object(
          () -> {
            json.field("text", line.text());
            json.field("truth", Report.lower(line.truth()));
            json.optional("fact", line.fact());
            FactValue source = line.source();
            if (source != null) {
              json.value("value", source.value());
              json.field("source", source.source().word());
              json.optional("by", source.by());
              json.optional("signedBy", source.signedBy());
              json.optional(
                  "observed", source.observed() == null ? null : source.observed().toString());
              json.optional("until", source.until() == null ? null : source.until().toString());
              json.optional("reference", source.reference());
            }
            if (!line.parts().isEmpty()) {
              json.array("because", () -> lines(json, line.parts()));
            }
          });
    }
  }
}
