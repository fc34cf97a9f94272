package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The plan of a risk's treatment: its measures, and the requirements that they serve. */
@ApiController(ApiController.PATH + "/organizations/{organization}/risks/{risk}/measures")
class MeasureApi {

  private final Risks risks;
  private final Measures measures;
  private final RequirementSearch requirements;
  private final Once once;
  private final Locks locks;

  MeasureApi(
      Risks risks, Measures measures, RequirementSearch requirements, Once once, Locks locks) {
    this.risks = risks;
    this.measures = measures;
    this.requirements = requirements;
    this.once = once;
    this.locks = locks;
  }

  /**
   * A measure.
   *
   * @param requirement what it serves; absent when it serves none
   * @param done the day on which it was done; absent while it is not
   */
  public record MeasureView(
      UUID id,
      String text,
      @Nullable String requirement,
      String owner,
      LocalDate due,
      @Nullable LocalDate done,
      boolean archived) {

    static MeasureView of(Measures.Kept kept) {
      Measure of = kept.measure();
      return new MeasureView(
          of.id(), of.text(), of.requirement(), of.owner(), of.due(), of.doneOn(), kept.archived());
    }
  }

  /** A measure to be taken. */
  @Body
  public record NewMeasure(
      @Longest(300) String text,
      @Nullable @Longest(300) String requirement,
      @Longest(300) String owner,
      LocalDate due) {}

  /** The measures of a risk, those too that were put away. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<MeasureView> list(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      Caller caller,
      Paging paging) {
    find(organization, risk, caller);
    return paging.part(
        measures.after(risk, paging.id(), paging.oneMore()),
        kept -> kept.measure().id().toString(),
        MeasureView::of);
  }

  /** One measure. */
  @GetMapping("/{measure}")
  @Needs(Scope.OFFICE_READ)
  MeasureView get(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @PathVariable("measure") UUID id,
      Caller caller) {
    return MeasureView.of(measures.measure(find(organization, risk, caller), id));
  }

  /** Adds a measure. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<MeasureView> add(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @RequestBody NewMeasure body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        MeasureView.class,
        () -> {
          Risk found = find(organization, risk, caller);
          Refusal.whenArchived(found.archived());
          Measure measure = read(body, caller);
          measures.add(caller.viewer(), found, measure);
          return new Once.Made<>(
              path(organization, risk, measure.id()),
              get(organization, risk, measure.id(), caller));
        });
  }

  /** Says that a measure is done as of today. */
  @PostMapping("/{measure}/done")
  @Needs(Scope.OFFICE_WRITE)
  MeasureView done(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @PathVariable("measure") UUID id,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          Risk found = toChange(organization, risk, id, caller, match);
          measures.done(caller.viewer(), found, id, caller.today());
          return get(organization, risk, id, caller);
        });
  }

  /** Puts a measure away: it counts no more. */
  @PostMapping("/{measure}/archive")
  @Needs(Scope.OFFICE_WRITE)
  MeasureView archive(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @PathVariable("measure") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          Risk found = toChange(organization, risk, id, caller, match);
          measures.archive(caller.viewer(), found, id, body.given());
          return get(organization, risk, id, caller);
        });
  }

  private Risk toChange(UUID organization, UUID risk, UUID id, Caller caller, Match match) {
    Risk found = find(organization, risk, caller);
    Measures.Kept kept = measures.measure(found, id);
    match.must(MeasureView.of(kept));
    Refusal.whenArchived(found.archived() || kept.archived());
    return found;
  }

  private Risk find(UUID organization, UUID risk, Caller caller) {
    return risks.risk(caller.viewer(), organization, risk, caller.day());
  }

  /** By the rules of the page, whose form calls the owner otherwise. */
  private Measure read(NewMeasure body, Caller caller) {
    MultiValueMap<String, String> fields = Fields.of(body);
    fields.set("measureOwner", body.owner());
    Form form = new Form("risks", fields);
    Measure measure = RiskForm.measure(form, id -> requirements.get(id, caller.lang()).isPresent());
    if (measure == null) {
      throw new Mistakes()
          .form(form.mistakes(), Map.of("risks.bad-measureOwner", "owner"))
          .refusal();
    }
    return measure;
  }

  private static String path(UUID organization, UUID risk, UUID id) {
    return RiskApi.path(organization, risk) + "/measures/" + id;
  }
}
