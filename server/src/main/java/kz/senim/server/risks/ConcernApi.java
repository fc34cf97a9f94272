package kz.senim.server.risks;

import java.util.List;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The assets that a risk concerns. */
@ApiController(ApiController.PATH + "/organizations/{organization}/risks/{risk}/assets")
class ConcernApi {

  private final Risks risks;
  private final Concerns concerns;
  private final Once once;
  private final Locks locks;

  ConcernApi(Risks risks, Concerns concerns, Once once, Locks locks) {
    this.risks = risks;
    this.concerns = concerns;
    this.once = once;
    this.locks = locks;
  }

  /** An asset that the risk concerns; the whole of it is found by its id. */
  public record ConcernedAsset(UUID id, String code, String name) {}

  /** Assets of the organisation that the risk concerns. */
  @Body
  public record NewConcern(List<UUID> assets) {}

  /** The assets that the risk concerns, without those that were put away. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<ConcernedAsset> list(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      Caller caller,
      Paging paging) {
    find(organization, risk, caller);
    return paging.part(
        concerns.after(risk, paging.id(), paging.oneMore()),
        asset -> asset.id().toString(),
        asset -> new ConcernedAsset(asset.id(), asset.code(), asset.name()));
  }

  /** Says that the risk concerns assets; those that it concerns already stay. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<RiskApi.RiskView> add(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @RequestBody NewConcern body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        RiskApi.RiskView.class,
        () -> {
          Risk found = find(organization, risk, caller);
          Refusal.whenArchived(found.archived());
          new Mistakes()
              .notAmong(concerns.assetsOf(organization, body.assets()), body.assets(), "/assets")
              .refuse();
          concerns.add(caller.viewer(), found, body.assets());
          return new Once.Made<>(
              RiskApi.path(organization, risk) + "/assets", view(organization, risk, caller));
        });
  }

  /** Says that the risk does not concern the asset any more; If-Match is the risk's. */
  @DeleteMapping("/{asset}")
  @Needs(Scope.OFFICE_WRITE)
  RiskApi.RiskView release(
      @PathVariable UUID organization,
      @PathVariable("risk") UUID risk,
      @PathVariable UUID asset,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        risk,
        () -> {
          Risk found = find(organization, risk, caller);
          match.must(RiskApi.RiskView.of(found));
          Refusal.whenArchived(found.archived());
          if (!concerns.remove(caller.viewer(), found, asset)) {
            throw new NotFound();
          }
          return view(organization, risk, caller);
        });
  }

  private Risk find(UUID organization, UUID risk, Caller caller) {
    return risks.risk(caller.viewer(), organization, risk, caller.day());
  }

  private RiskApi.RiskView view(UUID organization, UUID risk, Caller caller) {
    return RiskApi.RiskView.of(find(organization, risk, caller));
  }
}
