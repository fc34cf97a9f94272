package kz.senim.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.decision.Decision;

/** What all OSCAL documents of Senim have in common. */
final class Oscal {

  /** The version of the NIST Open Security Controls Assessment Language that is written. */
  static final String VERSION = "1.1.3";

  /** The namespace of properties that are Senim's own. */
  static final String NAMESPACE = "https://senim.kz/ns/oscal";

  private Oscal() {}

  static void metadata(Json json, String title, LocalDate day, String edition) throws IOException {
    json.object(
        "metadata",
        () -> {
          json.field("title", title);
          json.field("last-modified", instant(day));
          json.field("version", edition);
          json.field("oscal-version", VERSION);
        });
  }

  /** The beginning of the day in Kazakhstan. */
  static String instant(LocalDate day) {
    return day + "T00:00:00+05:00";
  }

  /** A name-based identifier of something in the report. */
  static String id(Report report, String... parts) {
    List<String> all = new ArrayList<>();
    all.add(report.book().fingerprint());
    all.add(report.passport().organization());
    all.add(report.passport().name());
    all.add(report.assessment().asOf().toString());
    all.addAll(List.of(parts));
    return Uuids.of(all.toArray(String[]::new));
  }

  static void reviewedControls(Json json, List<Decision> reviewed) throws IOException {
    json.object(
        "reviewed-controls",
        () ->
            json.array(
                "control-selections",
                () ->
                    json.object(
                        () -> {
                          if (reviewed.isEmpty()) {
                            json.field("description", "No requirement applies.");
                            return;
                          }
                          json.array(
                              "include-controls",
                              () -> {
                                for (Decision decision : reviewed) {
                                  json.object(
                                      () -> json.field("control-id", decision.requirement().id()));
                                }
                              });
                        })));
  }

  static void property(Json json, String name, String value) throws IOException {
    if (!value.isBlank()) {
      json.object(
          () -> {
            json.field("name", name);
            json.field("ns", NAMESPACE);
            json.field("value", value.strip());
          });
    }
  }
}
