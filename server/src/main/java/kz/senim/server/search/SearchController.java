package kz.senim.server.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over the law and the viewer's records; a citation leads straight to its paragraph. */
@Controller
class SearchController {

  private static final int LONGEST = 200;
  private static final int FEW = 6;
  private static final int MANY = 100;

  private final LawIndex law;
  private final Places places;
  private final List<Searchable> records;
  private final LawBook book;

  SearchController(LawIndex law, Places places, List<Searchable> records, LawBook book) {
    this.law = law;
    this.places = places;
    this.records = records;
    this.book = book;
  }

  /**
   * Things of one sort on the page.
   *
   * @param title the key of the sort's name
   * @param total how many there are; more than are shown when they are of the law
   */
  public record Section(String title, String in, int total, List<Row> rows) {}

  /** Something found, with what was searched for marked in it. */
  public record Row(
      String link, String cite, String from, List<Words.Piece> title, List<Words.Piece> detail) {}

  /**
   * @param in the sort of which everything is shown; empty for some of each
   */
  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String in,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    String typed = (q.length() > LONGEST ? q.substring(0, LONGEST) : q).strip();
    Words words = Words.of(typed);
    List<Provision> cited = places.of(typed, asOf.day());
    if (cited.size() == 1) {
      return "redirect:/law/" + cited.getFirst().id();
    }
    List<Section> sections = new ArrayList<>();
    if (!cited.isEmpty()) {
      sections.add(
          new Section(
              "search.places",
              "",
              cited.size(),
              cited.stream().map(place -> row(place, words, ui.lang())).toList()));
    }
    records(words, viewer, in, ui.lang(), sections);
    law(words, in, ui.lang(), sections, model);
    model.addAttribute("q", typed);
    model.addAttribute("in", in);
    model.addAttribute("sections", sections);
    return "search/search";
  }

  private void records(Words words, Viewer viewer, String in, Lang lang, List<Section> sections) {
    if (words.isEmpty()) {
      return;
    }
    for (Searchable some : records) {
      for (Searchable.Group group : some.find(viewer, words, lang, in.isEmpty() ? FEW : MANY)) {
        if (!group.found().isEmpty() && (in.isEmpty() || in.equals(group.title()))) {
          sections.add(
              new Section(
                  group.title(),
                  group.title(),
                  group.found().size(),
                  group.found().stream()
                      .map(
                          found ->
                              new Row(
                                  found.link(),
                                  "",
                                  "",
                                  words.mark(found.title()),
                                  words.mark(found.detail())))
                      .toList()));
        }
      }
    }
  }

  private void law(Words words, String in, Lang lang, List<Section> sections, Model model) {
    Map<LawIndex.Kind, List<LawIndex.Hit>> byKind = new EnumMap<>(LawIndex.Kind.class);
    LawIndex.Answer answer = law.find(words, lang);
    model.addAttribute("some", !answer.whole() && !answer.hits().isEmpty());
    answer
        .hits()
        .forEach(hit -> byKind.computeIfAbsent(hit.kind(), _ -> new ArrayList<>()).add(hit));
    byKind.forEach(
        (kind, hits) -> {
          String title = "search." + kind.name().toLowerCase(java.util.Locale.ROOT);
          if (in.isEmpty() || in.equals(title)) {
            sections.add(
                new Section(
                    title,
                    title,
                    hits.size(),
                    hits.stream()
                        .limit(in.isEmpty() ? FEW : MANY)
                        .map(hit -> row(hit, words, lang))
                        .toList()));
          }
        });
  }

  private Row row(LawIndex.Hit hit, Words words, Lang lang) {
    return switch (hit.kind()) {
      case ACT -> {
        Act act = book.getAct(hit.id());
        yield new Row(
            "/law/" + act.id(), "", act.number(), words.mark(act.title().in(lang)), List.of());
      }
      case DEFINITION, PROVISION -> row(book.getProvision(hit.id()), words, lang);
      case REQUIREMENT -> {
        Requirement requirement = book.findRequirement(hit.id()).orElseThrow();
        Provision place = book.provisionOf(requirement);
        yield new Row(
            "/law/" + place.id() + "#" + requirement.id(),
            CitationText.in(place.citation(), lang),
            book.getAct(place.act()).shortTitle().in(lang),
            words.mark(requirement.statement().in(lang)),
            List.of());
      }
    };
  }

  private Row row(Provision place, Words words, Lang lang) {
    Localized term = place.term();
    List<Words.Piece> summary = words.mark(place.summary().in(lang));
    return new Row(
        "/law/" + place.id(),
        CitationText.in(place.citation(), lang),
        book.getAct(place.act()).shortTitle().in(lang),
        term == null ? summary : words.mark(term.in(lang)),
        term == null ? List.of() : summary);
  }
}
