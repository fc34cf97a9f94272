package kz.senim.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.Lang;

/**
 * The law book as an OSCAL catalog: an act is a group, its chapters are groups in it, a requirement
 * is a control; and the selection in force on a day as a profile of it.
 */
public final class OscalCatalog {

  private OscalCatalog() {}

  /** The catalog, in one language: OSCAL knows no translations. */
  public static String catalog(LawBook book, Lang lang, LocalDate day) {
    return Json.write(
        json ->
            json.object(
                () ->
                    json.object(
                        "catalog",
                        () -> {
                          json.field("uuid", uuid(book, lang));
                          Oscal.metadata(
                              json,
                              "Senim: information security law of Kazakhstan (" + lang.code() + ")",
                              day,
                              book.fingerprint());
                          json.array(
                              "groups",
                              () -> {
                                for (Act act : book.acts()) {
                                  json.object(() -> act(json, book, act, lang));
                                }
                              });
                        })));
  }

  /** A profile of that catalog: the requirements in force on the day. */
  public static String profile(LawBook book, Lang lang, LocalDate day) {
    List<String> ids =
        book.requirements().stream()
            .filter(r -> r.inForceOn(day))
            .filter(
                r -> {
                  Act act = book.getAct(book.getProvision(r.provision()).act());
                  return !act.draft() && act.inForceOn(day);
                })
            .map(Requirement::id)
            .distinct()
            .toList();
    return Json.write(
        json ->
            json.object(
                () ->
                    json.object(
                        "profile",
                        () -> {
                          json.field(
                              "uuid",
                              Uuids.of("profile", book.fingerprint(), lang.code(), day.toString()));
                          Oscal.metadata(
                              json,
                              "Senim: requirements in force on " + day,
                              day,
                              book.fingerprint());
                          json.array(
                              "imports",
                              () ->
                                  json.object(
                                      () -> {
                                        json.field("href", OscalBundle.CATALOG);
                                        json.array(
                                            "include-controls",
                                            () -> json.object(() -> json.texts("with-ids", ids)));
                                      }));
                          json.object("merge", () -> json.field("as-is", true));
                        })));
  }

  static String uuid(LawBook book, Lang lang) {
    return Uuids.of("catalog", book.fingerprint(), lang.code());
  }

  private static void act(Json json, LawBook book, Act act, Lang lang) throws IOException {
    json.field("id", act.id());
    json.field("class", "act");
    json.field("title", act.title().in(lang));
    json.array(
        "props",
        () -> {
          Oscal.property(json, "adopted", act.adopted().toString());
          Oscal.property(json, "in-force-from", act.inForce().from().toString());
          Oscal.property(json, "edition", act.edition().toString());
          Oscal.property(json, "draft", String.valueOf(act.draft()));
          if (act.repealed() != null) {
            Oscal.property(json, "repealed-from", act.repealed().from().toString());
          }
          if (act.adoption() != null) {
            Oscal.property(json, "applied-as-own-from", act.adoption().from().toString());
          }
        });
    List<Act.Section> sections =
        act.sections().stream()
            .filter(s -> book.requirements().stream().anyMatch(r -> in(book, act, s, r)))
            .toList();
    if (sections.isEmpty()) {
      return;
    }
    json.array(
        "groups",
        () -> {
          for (Act.Section section : sections) {
            json.object(
                () -> {
                  json.field("id", act.id() + "_" + section.id());
                  json.field("class", "section");
                  json.field("title", section.title().in(lang));
                  json.array(
                      "controls",
                      () -> {
                        for (Requirement requirement : book.requirements()) {
                          if (in(book, act, section, requirement)) {
                            json.object(() -> control(json, book, requirement, lang));
                          }
                        }
                      });
                });
          }
        });
  }

  private static boolean in(LawBook book, Act act, Act.Section section, Requirement requirement) {
    Provision provision = book.provisionOf(requirement);
    return provision.act().equals(act.id()) && provision.section().equals(section.id());
  }

  private static void control(Json json, LawBook book, Requirement requirement, Lang lang)
      throws IOException {
    json.field("id", requirement.id());
    json.field("class", "requirement");
    json.field("title", shortened(requirement.statement().in(lang)));
    json.array(
        "props",
        () -> {
          json.object(
              () -> {
                json.field("name", "label");
                json.field("value", requirement.provision());
              });
          Oscal.property(json, "subject", requirement.subject());
          for (String addressee : requirement.addressees()) {
            Oscal.property(json, "addressee", addressee);
          }
          Oscal.property(json, "severity", book.getSeverity(requirement.severity()).level().word());
          Oscal.property(json, "in-force-from", requirement.from().toString());
          for (Map.Entry<String, List<String>> entry : requirement.mapsTo().entrySet()) {
            for (String ref : entry.getValue()) {
              Oscal.property(json, "maps-to-" + entry.getKey(), ref);
            }
          }
        });
    json.array(
        "parts",
        () -> {
          json.object(
              () -> {
                json.field("id", requirement.id() + "_smt");
                json.field("name", "statement");
                json.field("prose", requirement.statement().in(lang));
              });
          json.object(
              () -> {
                json.field("id", requirement.id() + "_obj");
                json.field("name", "assessment-objective");
                json.field(
                    "prose",
                    requirement.attestedBy() == null
                        ? requirement.metText()
                        : "attested by " + requirement.attestedBy());
              });
        });
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "…";
  }
}
