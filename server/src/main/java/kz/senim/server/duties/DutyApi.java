package kz.senim.server.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Within;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due. */
@ApiController
class DutyApi {

  private final DutyParts parts;
  private final Objects objects;
  private final LawBook book;

  DutyApi(DutyParts parts, Objects objects, LawBook book) {
    this.parts = parts;
    this.objects = objects;
    this.book = book;
  }

  /**
   * A duty with a day.
   *
   * @param objects whom it concerns
   * @param shared whether it is done once for the whole organisation
   * @param recurring whether it comes back
   * @param period how often, or how long the term is, as P1Y
   * @param fact the date from which it is counted
   * @param due absent when that date is not known
   */
  public record DutyView(
      UUID organization,
      List<UUID> objects,
      boolean shared,
      String requirement,
      String citation,
      String statement,
      boolean recurring,
      @Nullable String period,
      @Nullable String rhythm,
      String fact,
      @Nullable LocalDate counted,
      @Nullable LocalDate due,
      String outcome,
      boolean overdue) {

    static DutyView of(Deadline of, LawBook book, Lang lang) {
      return new DutyView(
          of.organization().id(),
          of.objects().stream().map(InformatizationObject::id).toList(),
          of.shared(),
          of.requirement().id(),
          CitationText.in(book.provisionOf(of.requirement()).citation(), lang),
          of.requirement().statement().in(lang),
          of.recurring(),
          of.period() == null ? null : of.period().toString(),
          of.rhythm(lang),
          of.fact().id(),
          of.counted(),
          of.due(),
          of.outcome().word(),
          of.overdue());
    }
  }

  /**
   * What is due for the caller's organisations, overdue first, then by day.
   *
   * @param overdue whether only what is overdue
   */
  @GetMapping("/duties")
  @Needs(Scope.OBJECTS_READ)
  Part<DutyView> duties(
      @RequestParam(required = false) @Nullable UUID organization,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(defaultValue = "false") boolean overdue,
      Caller caller,
      Paging paging) {
    UUID of =
        object == null ? organization : objects.object(caller.viewer(), object).organization();
    if (organization != null) {
      caller.viewer().mustRead(organization);
      if (!organization.equals(of)) {
        throw new NotFound();
      }
    }
    Within within = of == null ? Within.all(caller.viewer()) : Within.one(of);
    DutyParts.Found found =
        parts.find(
            new DutyParts.Wanted(
                within, object, overdue, paging.place(DutyPlace::parse), paging.limit()),
            caller.day(),
            caller.day().equals(caller.today()));
    return paging.part(
        found.deadlines().stream()
            .map(deadline -> DutyView.of(deadline, book, caller.lang()))
            .toList(),
        found.next() == null ? null : found.next().text());
  }
}
