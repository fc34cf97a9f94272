package kz.senim.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Fact;
import kz.senim.core.text.Lang;

/**
 * An assessment with everything it refers to, as OSCAL wants it: catalog, profile, system security
 * plan, assessment plan and results, each a file that links to the others by name.
 */
public final class OscalBundle {

  static final String CATALOG = "senim-catalog.json";
  static final String PROFILE = "senim-profile.json";
  static final String SYSTEM = "system-security-plan.json";
  static final String PLAN = "assessment-plan.json";
  static final String RESULTS = "assessment-results.json";

  private OscalBundle() {}

  /** The five documents by file name. */
  public static Map<String, String> write(Report report, Lang lang) {
    Map<String, String> files = new LinkedHashMap<>();
    var day = report.assessment().asOf();
    files.put(CATALOG, OscalCatalog.catalog(report.book(), lang, day));
    files.put(PROFILE, OscalCatalog.profile(report.book(), lang, day));
    files.put(SYSTEM, system(report, lang));
    files.put(PLAN, plan(report));
    files.put(RESULTS, OscalResults.write(report, lang));
    return files;
  }

  static List<Decision> reviewed(Report report) {
    return report.assessment().decisions().stream()
        .filter(d -> d.outcome() != Outcome.NOT_APPLICABLE)
        .toList();
  }

  private static String plan(Report report) {
    return Json.write(
        json ->
            json.object(
                () ->
                    json.object(
                        "assessment-plan",
                        () -> {
                          json.field("uuid", Oscal.id(report, "plan"));
                          Oscal.metadata(
                              json,
                              report.passport().name(),
                              report.assessment().asOf(),
                              report.book().fingerprint());
                          json.object("import-ssp", () -> json.field("href", SYSTEM));
                          Oscal.reviewedControls(json, reviewed(report));
                        })));
  }

  private static String system(Report report, Lang lang) {
    return Json.write(
        json ->
            json.object(
                () ->
                    json.object(
                        "system-security-plan",
                        () -> {
                          json.field("uuid", Oscal.id(report, "system"));
                          Oscal.metadata(
                              json,
                              report.passport().name(),
                              report.assessment().asOf(),
                              report.book().fingerprint());
                          json.object("import-profile", () -> json.field("href", PROFILE));
                          json.object(
                              "system-characteristics", () -> characteristics(json, report));
                          json.object(
                              "system-implementation", () -> implementation(json, report, lang));
                          json.object(
                              "control-implementation",
                              () -> {
                                json.field("description", "The requirements that bind the system.");
                                json.array(
                                    "implemented-requirements",
                                    () -> {
                                      for (Decision decision : reviewed(report)) {
                                        json.object(
                                            () -> implemented(json, report, decision, lang));
                                      }
                                    });
                              });
                        })));
  }

  private static void implemented(Json json, Report report, Decision decision, Lang lang)
      throws IOException {
    String id = decision.requirement().id();
    json.field("uuid", Oscal.id(report, "implemented", id));
    json.field("control-id", id);
    json.array(
        "by-components",
        () ->
            json.object(
                () -> {
                  json.field("component-uuid", Oscal.id(report, "component"));
                  json.field("uuid", Oscal.id(report, "by-component", id));
                  json.field("description", decision.requirement().statement().in(lang));
                  json.object(
                      "implementation-status",
                      () ->
                          json.field(
                              "state",
                              decision.outcome() == Outcome.MET ? "implemented" : "planned"));
                }));
  }

  private static void characteristics(Json json, Report report) throws IOException {
    String id = report.passport().id();
    json.array(
        "system-ids",
        () -> json.object(() -> json.field("id", id == null ? Oscal.id(report, "system") : id)));
    json.field("system-name", report.passport().name());
    json.field("description", report.passport().name() + " — " + report.passport().organization());
    json.object(
        "system-information",
        () ->
            json.array(
                "information-types",
                () ->
                    json.object(
                        () -> {
                          json.field("title", "As the facts of the system say");
                          json.field("description", "See the properties of the component.");
                        })));
    json.object("status", () -> json.field("state", state(report)));
    json.object(
        "authorization-boundary",
        () -> json.field("description", "The informatisation object and what serves it."));
  }

  /** The stage of the object in OSCAL's words. */
  private static String state(Report report) {
    int stage = report.book().factIndex("object.stage");
    FactValue value = stage < 0 ? null : report.passport().facts().find(stage);
    return switch (value == null ? "" : value.value().toString()) {
      case "initiation", "development", "trial" -> "under-development";
      case "decommissioned" -> "disposition";
      default -> "operational";
    };
  }

  private static void implementation(Json json, Report report, Lang lang) throws IOException {
    json.array(
        "users",
        () ->
            json.object(
                () -> {
                  json.field("uuid", Oscal.id(report, "user"));
                  json.field("title", report.passport().organization());
                }));
    json.array(
        "components",
        () ->
            json.object(
                () -> {
                  json.field("uuid", Oscal.id(report, "component"));
                  json.field("type", "this-system");
                  json.field("title", report.passport().name());
                  json.field("description", "The facts stated in the passport.");
                  json.array("props", () -> facts(json, report, lang));
                  json.object("status", () -> json.field("state", state(report)));
                }));
  }

  private static void facts(Json json, Report report, Lang lang) throws IOException {
    for (int i = 0; i < report.book().facts().size(); i++) {
      Fact fact = report.book().facts().get(i);
      FactValue value = report.passport().facts().find(i);
      if (value != null) {
        Oscal.property(json, fact.id(), ValueText.of(fact, value.value(), lang));
      }
    }
  }
}
