package kz.senim.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import kz.senim.core.law.Act;
import kz.senim.core.law.Citation;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.source.YamlText;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** An act as a library of CISO Assistant (YAML), with translations. */
public final class CisoLibrary {

  private static final String URN = "urn:senim:risk:";

  private CisoLibrary() {}

  public static String write(LawBook book, Act act, LocalDate published) {
    String slug = act.id().toLowerCase(Locale.ROOT);
    return YamlText.block(
        Json.write(
            json ->
                json.object(
                    () -> {
                      json.field("urn", URN + "library:" + slug);
                      json.field("locale", "en");
                      json.field("ref_id", act.id());
                      named(json, act.title(), null);
                      json.field(
                          "copyright",
                          "Summaries: Senim, Apache-2.0. Only the official text of the act has force.");
                      json.field("version", 1);
                      json.field("publication_date", published.toString());
                      json.field("provider", "Republic of Kazakhstan");
                      json.field("packager", "Senim");
                      json.object(
                          "objects",
                          () -> json.object("framework", () -> framework(json, book, act, slug)));
                    })));
  }

  private static void framework(Json json, LawBook book, Act act, String slug) throws IOException {
    json.field("urn", URN + "framework:" + slug);
    json.field("ref_id", act.id());
    named(json, act.title(), null);
    json.array(
        "requirement_nodes",
        () -> {
          String section = "";
          for (Provision provision : book.provisionsOf(act.id())) {
            if (provision.excluded() != null) {
              continue;
            }
            if (!provision.section().equals(section)) {
              section = provision.section();
              String id = section;
              for (Act.Section s : act.sections()) {
                if (s.id().equals(id)) {
                  json.object(() -> section(json, s, slug));
                }
              }
            }
            json.object(() -> node(json, provision, slug));
          }
        });
  }

  private static void section(Json json, Act.Section section, String slug) throws IOException {
    json.field("urn", URN + "req_node:" + slug + ":section-" + section.id());
    json.field("assessable", false);
    json.field("depth", 1);
    json.field("ref_id", section.id());
    named(json, section.title(), null);
  }

  private static void node(Json json, Provision provision, String slug) throws IOException {
    String parent = Citation.parent(provision.citation());
    json.field("urn", urn(slug, provision.citation()));
    json.field(
        "parent_urn",
        parent.isEmpty()
            ? URN + "req_node:" + slug + ":section-" + provision.section()
            : urn(slug, parent));
    json.field("assessable", !provision.requirements().isEmpty());
    json.field("depth", provision.depth() + 2);
    json.field("ref_id", provision.citation());
    named(json, provision.term(), provision.summary());
  }

  private static String urn(String slug, String citation) {
    return URN + "req_node:" + slug + ":" + citation.replace('/', '.');
  }

  /** A name, a description, or both, with their translations. */
  private static void named(Json json, @Nullable Localized name, @Nullable Localized description)
      throws IOException {
    json.optional("name", name == null ? null : name.en());
    json.optional("description", description == null ? null : description.en());
    json.object(
        "translations",
        () -> {
          json.object(
              "ru",
              () -> {
                json.optional("name", name == null ? null : name.ru());
                json.optional("description", description == null ? null : description.ru());
              });
          json.object(
              "kk",
              () -> {
                json.optional("name", name == null ? null : name.kk());
                json.optional("description", description == null ? null : description.kk());
              });
        });
  }
}
