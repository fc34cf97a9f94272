package kz.senim.exchange;

import java.io.IOException;
import java.time.LocalDate;

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
