package kz.senim.server.assets;

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
import org.springframework.web.bind.annotation.RequestParam;

/** The inventory of assets. */
@ApiController(ApiController.PATH + "/organizations/{organization}/assets")
class AssetApi {

  private final Assets assets;
  private final AssetForms forms;
  private final Once once;
  private final Locks locks;

  AssetApi(Assets assets, AssetForms forms, Once once, Locks locks) {
    this.assets = assets;
    this.forms = forms;
    this.once = once;
    this.locks = locks;
  }

  /**
   * An asset.
   *
   * @param kind hardware, software, data, media, service or other
   * @param confidentiality 1 (low) to 3 (high), as integrity and availability
   */
  public record AssetView(
      UUID id,
      String code,
      String name,
      String kind,
      @Nullable String version,
      @Nullable String supplier,
      @Nullable String place,
      @Nullable UUID object,
      @Nullable Integer confidentiality,
      @Nullable Integer integrity,
      @Nullable Integer availability,
      @Nullable String marking,
      @Nullable String owner,
      @Nullable String responsibility,
      boolean archived) {

    static AssetView of(Asset of) {
      return new AssetView(
          of.id(),
          of.code(),
          of.name(),
          of.kind(),
          of.version(),
          of.supplier(),
          of.place(),
          of.object(),
          of.confidentiality(),
          of.integrity(),
          of.availability(),
          of.marking(),
          of.owner(),
          of.responsibility(),
          of.archived());
    }
  }

  /** An asset as it shall be. */
  @Body
  public record AssetFields(
      @Longest(500) String code,
      @Longest(300) String name,
      String kind,
      @Nullable @Longest(300) String version,
      @Nullable @Longest(300) String supplier,
      @Nullable @Longest(300) String place,
      @Nullable UUID object,
      @Nullable Integer confidentiality,
      @Nullable Integer integrity,
      @Nullable Integer availability,
      @Nullable @Longest(300) String marking,
      @Nullable @Longest(300) String owner,
      @Nullable @Longest(300) String responsibility) {}

  /** How many assets there are on the day, and of how many something is told. */
  public record AssetCounts(int listed, int classified, int labelled, int assigned) {}

  /** Counts the assets that stand in the inventory on the day. */
  @GetMapping("/counts")
  @Needs(Scope.OFFICE_READ)
  AssetCounts counts(@PathVariable UUID organization, Caller caller) {
    caller.viewer().mustRead(organization);
    Assets.Counts counts = assets.count(organization, caller.day());
    return new AssetCounts(
        counts.listed(), counts.classified(), counts.labelled(), counts.assigned());
  }

  /**
   * The organisation's assets, those too that were put away; each parameter leaves out others.
   *
   * @param q in the name, code, owner or supplier
   * @param lacks what is not told: class, marking, owner or object
   * @param worth the highest of confidentiality, integrity and availability, 1 to 3
   */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<AssetView> list(
      @PathVariable UUID organization,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(required = false) @Nullable String lacks,
      @RequestParam(required = false) @Nullable Integer worth,
      Caller caller,
      Paging paging) {
    caller.viewer().mustRead(organization);
    new Mistakes()
        .choice("kind", kind, Asset.KINDS)
        .choice("lacks", lacks, AssetFilter.LACKS)
        .refuse();
    AssetFilter filter =
        new AssetFilter(q, kind == null ? "" : kind, object, lacks == null ? "" : lacks, worth);
    return paging.part(
        assets.after(organization, filter, paging.id(), paging.oneMore()),
        one -> one.id().toString(),
        AssetView::of);
  }

  /** One asset. */
  @GetMapping("/{asset}")
  @Needs(Scope.OFFICE_READ)
  AssetView get(@PathVariable UUID organization, @PathVariable("asset") UUID id, Caller caller) {
    return AssetView.of(assets.asset(caller.viewer(), organization, id));
  }

  /** Adds an asset. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<AssetView> add(
      @PathVariable UUID organization,
      @RequestBody AssetFields body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        AssetView.class,
        () -> {
          Form form = new Form("assets", Fields.of(body));
          var entry = forms.entry(form, organization, null);
          refuse(form);
          UUID id = assets.add(caller.viewer(), organization, entry);
          return new Once.Made<>(path(organization, id), get(organization, id, caller));
        });
  }

  /** Changes an asset: what is absent is emptied. */
  @PutMapping("/{asset}")
  @Needs(Scope.OFFICE_WRITE)
  AssetView change(
      @PathVariable UUID organization,
      @PathVariable("asset") UUID id,
      @RequestBody AssetFields body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = assets.asset(caller.viewer(), organization, id);
          match.must(AssetView.of(found));
          Refusal.whenArchived(found.archived());
          Form form = new Form("assets", Fields.of(body));
          var entry = forms.entry(form, organization, found);
          refuse(form);
          assets.change(caller.viewer(), found, entry);
          return get(organization, id, caller);
        });
  }

  /** Puts an asset away; it can be read still. */
  @PostMapping("/{asset}/archive")
  @Needs(Scope.OFFICE_WRITE)
  AssetView archive(
      @PathVariable UUID organization,
      @PathVariable("asset") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = assets.asset(caller.viewer(), organization, id);
          match.must(AssetView.of(found));
          Refusal.whenArchived(found.archived());
          assets.archive(caller.viewer(), found, body.given());
          return get(organization, id, caller);
        });
  }

  private static void refuse(Form form) {
    new Mistakes().form(form.mistakes(), Map.of("assets.bad-code-taken", "code")).refuse();
  }

  private static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/assets/" + id;
  }
}
