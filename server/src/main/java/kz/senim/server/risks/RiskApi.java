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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The catalogue of risks. */
@ApiController(ApiController.PATH + "/organizations/{organization}/risks")
class RiskApi {

  private final Risks risks;
  private final Once once;
  private final Locks locks;

  RiskApi(Risks risks, Once once, Locks locks) {
    this.risks = risks;
    this.once = once;
    this.locks = locks;
  }

  /**
   * A risk.
   *
   * @param likelihood 1 to 5, as impact; their product is the rating
   * @param treatment reduce, accept, transfer or avoid
   * @param late how many measures are overdue on the day
   */
  public record RiskView(
      UUID id,
      String title,
      String threat,
      @Nullable String source,
      @Nullable String vulnerability,
      @Nullable String leakage,
      @Nullable String intruder,
      @Nullable Integer likelihood,
      @Nullable Integer impact,
      @Nullable Integer rating,
      @Nullable String treatment,
      @Nullable String reason,
      @Nullable Integer residualLikelihood,
      @Nullable Integer residualImpact,
      @Nullable String owner,
      @Nullable LocalDate review,
      int assets,
      int measures,
      int done,
      int late,
      boolean archived) {

    static RiskView of(Risk of) {
      return new RiskView(
          of.id(),
          of.title(),
          of.threat(),
          of.source(),
          of.vulnerability(),
          of.leakage(),
          of.intruder(),
          of.likelihood(),
          of.impact(),
          of.rating(),
          of.treatment(),
          of.reason(),
          of.residualLikelihood(),
          of.residualImpact(),
          of.owner(),
          of.reviewOn(),
          of.assets(),
          of.measures(),
          of.done(),
          of.late(),
          of.archived());
    }
  }

  /** A risk as it shall be; whoever accepts one gives the reason. */
  @Body
  public record RiskFields(
      @Longest(300) String title,
      String threat,
      @Nullable String source,
      @Nullable String vulnerability,
      @Nullable String leakage,
      @Nullable String intruder,
      @Nullable Integer likelihood,
      @Nullable Integer impact,
      @Nullable String treatment,
      @Nullable String reason,
      @Nullable Integer residualLikelihood,
      @Nullable Integer residualImpact,
      @Nullable @Longest(300) String owner,
      @Nullable LocalDate review) {}

  /** The organisation's risks. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<RiskView> list(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.part(
        risks.after(organization, paging.id(), paging.oneMore(), caller.day()),
        one -> one.id().toString(),
        RiskView::of);
  }

  /** One risk. */
  @GetMapping("/{risk}")
  @Needs(Scope.OFFICE_READ)
  RiskView get(@PathVariable UUID organization, @PathVariable("risk") UUID id, Caller caller) {
    return RiskView.of(find(organization, id, caller));
  }

  /** Adds a risk. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<RiskView> add(
      @PathVariable UUID organization,
      @RequestBody RiskFields body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        RiskView.class,
        () -> {
          Form form = new Form("risks", Fields.of(body));
          var entry = RiskForm.read(form);
          refuse(form);
          UUID id = risks.add(caller.viewer(), organization, entry);
          return new Once.Made<>(path(organization, id), get(organization, id, caller));
        });
  }

  /** Changes a risk: what is absent is emptied. */
  @PutMapping("/{risk}")
  @Needs(Scope.OFFICE_WRITE)
  RiskView change(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID id,
      @RequestBody RiskFields body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = find(organization, id, caller);
          match.must(RiskView.of(found));
          Refusal.whenArchived(found.archived());
          Form form = new Form("risks", Fields.of(body));
          var entry = RiskForm.read(form);
          refuse(form);
          risks.change(caller.viewer(), found, entry);
          return get(organization, id, caller);
        });
  }

  /** Puts a risk away; it can be read still. */
  @PostMapping("/{risk}/archive")
  @Needs(Scope.OFFICE_WRITE)
  RiskView archive(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = find(organization, id, caller);
          match.must(RiskView.of(found));
          Refusal.whenArchived(found.archived());
          risks.archive(caller.viewer(), found, body.given());
          return get(organization, id, caller);
        });
  }

  private Risk find(UUID organization, UUID id, Caller caller) {
    return risks.risk(caller.viewer(), organization, id, caller.day());
  }

  private static void refuse(Form form) {
    new Mistakes().form(form.mistakes(), Map.of("risks.bad-residual", "residualImpact")).refuse();
  }

  static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/risks/" + id;
  }
}
