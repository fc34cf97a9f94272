package kz.senim.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over the law and the caller's records. */
@ApiController
class SearchApi {

  private static final int LONGEST = 200;
  private static final int OF_EACH = 100;

  private final LawIndex law;
  private final Places places;
  private final List<Searchable> records;
  private final LawBook book;

  SearchApi(LawIndex law, Places places, List<Searchable> records, LawBook book) {
    this.law = law;
    this.places = places;
    this.records = records;
    this.book = book;
  }

  /**
   * Something found.
   *
   * @param kind act, definition, provision, requirement, place (a citation that was typed), or the
   *     sort of record, such as objects
   * @param id of the law; absent of records
   * @param page the path of the page that shows it
   */
  public record Hit(String kind, @Nullable String id, String title, String detail, String page) {}

  /** What has all the words: places that are cited, records, then the law, the best first. */
  @GetMapping("/search")
  @Needs(Scope.OBJECTS_READ)
  Part<Hit> search(@RequestParam String q, Caller caller, Paging paging) {
    String typed = (q.length() > LONGEST ? q.substring(0, LONGEST) : q).strip();
    Words words = Words.of(typed);
    Lang lang = caller.lang();
    List<Hit> hits = new ArrayList<>();
    places.of(typed, caller.day()).forEach(place -> hits.add(hit("place", place, lang)));
    if (!words.isEmpty()) {
      for (Searchable some : records) {
        for (Searchable.Group group : some.find(caller.viewer(), words, lang, OF_EACH)) {
          String kind = group.title().substring(group.title().lastIndexOf('.') + 1);
          group
              .found()
              .forEach(one -> hits.add(new Hit(kind, null, one.title(), one.detail(), one.link())));
        }
      }
    }
    law.find(words, lang).hits().forEach(hit -> hits.add(hit(hit, lang)));
    return paging.of(hits, hit -> hit);
  }

  private Hit hit(LawIndex.Hit hit, Lang lang) {
    String kind = hit.kind().name().toLowerCase(Locale.ROOT);
    return switch (hit.kind()) {
      case ACT ->
          new Hit(
              kind,
              hit.id(),
              book.getAct(hit.id()).title().in(lang),
              book.getAct(hit.id()).number(),
              "/law/" + hit.id());
      case DEFINITION, PROVISION -> hit(kind, book.getProvision(hit.id()), lang);
      case REQUIREMENT -> {
        Requirement requirement = book.findRequirement(hit.id()).orElseThrow();
        Provision place = book.provisionOf(requirement);
        yield new Hit(
            kind,
            hit.id(),
            requirement.statement().in(lang),
            CitationText.in(place.citation(), lang),
            "/law/" + place.id() + "#" + hit.id());
      }
    };
  }

  private static Hit hit(String kind, Provision place, Lang lang) {
    Localized term = place.term();
    return new Hit(
        kind,
        place.id(),
        term == null ? place.summary().in(lang) : term.in(lang),
        CitationText.in(place.citation(), lang),
        "/law/" + place.id());
  }
}
