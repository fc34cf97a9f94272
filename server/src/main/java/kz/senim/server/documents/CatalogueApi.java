package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The catalogue of documents: what the law names and what there is, with what is wrong with each.
 */
@ApiController(ApiController.PATH + "/organizations/{organization}/documents/catalogue")
class CatalogueApi {

  private final Documents documents;
  private final Catalogues catalogues;

  CatalogueApi(Documents documents, Catalogues catalogues) {
    this.documents = documents;
    this.catalogues = catalogues;
  }

  /**
   * A line of the catalogue.
   *
   * @param level 1 to 4
   * @param kind the law book's option; absent for one of the organisation's own
   * @param document absent when it does not exist or was only told of in answers
   * @param act with place, where the law names it; absent for one of the organisation's own
   * @param state in-order, faulty, overdue, told or missing
   * @param faults of approval, kazakh, russian, acquaintance, told
   * @param due the last day for its review; absent when unknown
   * @param overdue days past that day; 0 when it is not past
   */
  public record CatalogueLine(
      int level,
      @Nullable String kind,
      String title,
      @Nullable UUID document,
      @Nullable String act,
      @Nullable String place,
      String state,
      List<String> faults,
      @Nullable LocalDate due,
      long overdue) {

    static CatalogueLine of(Catalogue.Line of) {
      SecurityDocument document = of.document();
      return new CatalogueLine(
          of.level(),
          of.kind(),
          of.title(),
          document == null ? null : document.id(),
          of.act(),
          of.citation(),
          of.state().word(),
          of.faults().stream().map(key -> key.substring(key.lastIndexOf('.') + 1)).toList(),
          of.due(),
          of.overdue());
    }
  }

  /** The catalogue as it stands on the day, level by level. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<CatalogueLine> lines(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    LocalDate day = caller.day();
    int working = catalogues.working(caller.viewer(), organization, day).size();
    return paging.of(
        catalogues
            .levels(
                caller.viewer(),
                organization,
                documents.list(organization, day),
                working,
                day,
                caller.lang())
            .stream()
            .flatMap(level -> level.lines().stream())
            .toList(),
        CatalogueLine::of);
  }
}
