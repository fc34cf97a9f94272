package kz.senim.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.senim.core.coverage.Coverage;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/** The law book, and questions about it, as JSON. */
public final class LawJson {

  private LawJson() {}

  /**
   * An array of {@code {id, paragraph, subparagraph|null, item|null, status: in-force|excluded,
   * nature, inForceFrom, amended[{act, on}], summary{en, ru, kk}, requirements[]}}.
   */
  public static String provisions(List<Provision> provisions) {
    return Json.write(
        json ->
            json.array(
                () -> {
                  for (Provision provision : provisions) {
                    json.object(() -> provision(json, provision));
                  }
                }));
  }

  private static void provision(Json json, Provision provision) throws IOException {
    json.field("id", provision.id());
    json.field("paragraph", provision.paragraph());
    json.field("subparagraph", provision.subparagraph());
    json.nullable("item", provision.item());
    json.field("section", provision.section());
    json.field("status", provision.excluded() == null ? "in-force" : "excluded");
    json.field("nature", provision.nature().word());
    json.field("inForceFrom", provision.inForceFrom().toString());
    json.field("inForceBasis", Report.lower(provision.basis()));
    if (provision.introduced() != null) {
      json.object("introduced", () -> amendment(json, provision.introduced()));
    }
    json.array(
        "amended",
        () -> {
          for (Amendment amendment : provision.amended()) {
            json.object(() -> amendment(json, amendment));
          }
        });
    if (provision.excluded() != null) {
      json.object("excluded", () -> amendment(json, provision.excluded()));
    }
    json.field("summary", provision.summary());
    if (provision.term() != null) {
      json.field("term", provision.term());
    }
    if (provision.note() != null) {
      json.field("note", provision.note());
    }
    json.texts("requirements", provision.requirements());
  }

  private static void amendment(Json json, @Nullable Amendment amendment) throws IOException {
    if (amendment != null) {
      json.field("act", amendment.act());
      json.field("on", amendment.on().toString());
      json.field("effective", amendment.effective().toString());
      json.field("basis", Report.lower(amendment.basis()));
    }
  }

  /** An array of requirements with their rules as written. */
  public static String requirements(LawBook book, List<Requirement> requirements) {
    return Json.write(
        json ->
            json.array(
                () -> {
                  for (Requirement requirement : requirements) {
                    json.object(() -> requirement(json, book, requirement));
                  }
                }));
  }

  private static void requirement(Json json, LawBook book, Requirement requirement)
      throws IOException {
    json.field("id", requirement.id());
    json.field("provision", requirement.provision());
    json.field("from", requirement.from().toString());
    json.field("until", requirement.until() == null ? null : requirement.until().toString());
    json.field("subject", requirement.subject());
    json.texts("addressee", requirement.addressees());
    json.field("statement", requirement.statement());
    json.optional("applies", requirement.appliesText());
    json.optional("met", requirement.metText());
    json.optional("attestedBy", requirement.attestedBy());
    json.texts("evidence", requirement.evidence());
    json.field("severity", book.getSeverity(requirement.severity()).level().word());
    json.field("severityReason", requirement.severity());
    json.object(
        "mapsTo",
        () -> {
          for (Map.Entry<String, List<String>> entry : requirement.mapsTo().entrySet()) {
            json.texts(entry.getKey(), entry.getValue());
          }
        });
    if (!requirement.answersTo().isEmpty()) {
      json.texts("answersTo", requirement.answersTo());
    }
  }

  /** The acts that the book holds. */
  public static String acts(LawBook book) {
    return Json.write(
        json ->
            json.array(
                () -> {
                  for (Act act : book.acts()) {
                    json.object(
                        () -> {
                          json.field("id", act.id());
                          json.field("title", act.title());
                          json.field("adopted", act.adopted().toString());
                          json.field("inForceFrom", act.inForce().from().toString());
                          json.field("edition", act.edition().toString());
                          json.field("checkedOn", act.checkedOn().toString());
                          json.field("draft", act.draft());
                          json.field(
                              "repealedFrom",
                              act.repealed() == null ? null : act.repealed().from().toString());
                          json.field(
                              "adoptedFrom",
                              act.adoption() == null ? null : act.adoption().from().toString());
                        });
                  }
                }));
  }

  /** {@code {units, paragraphs, findings[{kind, citation, message}]}}. */
  public static String coverage(Coverage coverage) {
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("units", coverage.units());
                  json.field("paragraphs", coverage.paragraphs());
                  json.array(
                      "findings",
                      () -> {
                        for (Coverage.Finding finding : coverage.findings()) {
                          json.object(
                              () -> {
                                json.field("kind", Report.lower(finding.kind()));
                                json.field("citation", finding.citation());
                                json.field("message", finding.message().in(Lang.EN));
                              });
                        }
                      });
                }));
  }

  /**
   * What changed, and how one subject is touched by it.
   *
   * @param touched the requirements whose outcome changed; null when no subject was given
   */
  public static String diff(LawDiff diff, @Nullable List<Touched> touched) {
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("from", diff.from().toString());
                  json.field("to", diff.to().toString());
                  json.array(
                      "changes",
                      () -> {
                        for (LawDiff.Change change : diff.changes()) {
                          json.object(
                              () -> {
                                json.field("kind", Report.lower(change.kind()).replace('_', '-'));
                                json.field("subject", change.subject());
                                json.field("on", change.on().toString());
                                json.optional("by", change.by());
                                if (change.before() != null) {
                                  json.value("before", change.before());
                                  json.value("after", change.after());
                                }
                              });
                        }
                      });
                  if (touched != null) {
                    json.array(
                        "touched",
                        () -> {
                          for (Touched one : touched) {
                            json.object(
                                () -> {
                                  json.field("requirement", one.requirement());
                                  json.field("provision", one.provision());
                                  json.field("before", one.before());
                                  json.field("after", one.after());
                                });
                          }
                        });
                  }
                }));
  }

  /**
   * A requirement that stands otherwise on the later day.
   *
   * @param before its outcome on the earlier day, or {@code none} when it was not in force
   * @param after its outcome on the later day, or {@code none}
   */
  public record Touched(String requirement, String provision, String before, String after) {}
}
