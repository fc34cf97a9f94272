package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.assets.Asset;
import kz.senim.server.assets.AssetFilter;
import kz.senim.server.assets.Assets;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Form;
import kz.senim.server.web.Reason;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One risk: the assets it concerns, and the measures that treat it. */
@Controller
class TreatmentController {

  private static final int OFFERED = 20;
  private static final int SHOWN = 100;

  private final Risks risks;
  private final Concerns concerns;
  private final Measures measures;
  private final RequirementSearch requirements;
  private final Assets assets;
  private final Objects objects;

  TreatmentController(
      Risks risks,
      Concerns concerns,
      Measures measures,
      RequirementSearch requirements,
      Assets assets,
      Objects objects) {
    this.risks = risks;
    this.concerns = concerns;
    this.measures = measures;
    this.requirements = requirements;
    this.assets = assets;
    this.objects = objects;
  }

  /** A measure and the requirement that it serves. */
  public record Line(Measure measure, RequirementSearch.@Nullable Found requirement) {}

  @GetMapping("/organizations/{id}/risks/{risk}")
  String risk(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String asset,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    LocalDate day = asOf.day();
    Risk found = risks.risk(viewer, id, risk, day);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("risk", found);
    model.addAttribute(
        "measures",
        measures.list(risk).stream()
            .map(
                m ->
                    new Line(
                        m,
                        Optional.ofNullable(m.requirement())
                            .flatMap(r -> requirements.get(r, ui.lang()))
                            .orElse(null)))
            .toList());
    model.addAttribute("concerned", concerns.of(risk, SHOWN));
    model.addAttribute("acceptable", risks.method(id).map(RiskMethod::acceptable).orElse(null));
    model.addAttribute("q", q);
    model.addAttribute("matches", requirements.find(q, day, ui.lang()));
    model.addAttribute("asset", asset);
    List<Asset> offered = asset.isBlank() ? List.of() : offered(id, asset, OFFERED, day);
    model.addAttribute("offered", offered);
    model.addAttribute(
        "offeredAll", asset.isBlank() ? 0 : assets.countFound(id, words(asset), day));
    model.addAttribute("treatments", Risk.TREATMENTS);
    model.addAttribute("writes", viewer.writes(id) && !found.archived());
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", RiskForm.fields(found));
    }
    return "risks/risk";
  }

  @PostMapping("/organizations/{id}/risks/{risk}")
  String change(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Risk found = risks.risk(viewer, id, risk, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("risks", typed);
    Risks.Entry entry = RiskForm.read(form);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return risk(id, risk, "", "", viewer, asOf, ui, model);
    }
    risks.change(viewer, found, entry);
    return back(id, risk);
  }

  @PostMapping("/organizations/{id}/risks/{risk}/archive")
  String archive(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    risks.archive(viewer, risks.risk(viewer, id, risk, asOf.day()), Reason.of(reason));
    return "redirect:/organizations/" + id + "/risks";
  }

  /** Those that are ticked, or all that the words find. */
  @PostMapping("/organizations/{id}/risks/{risk}/assets")
  String concern(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @RequestParam(defaultValue = "") String asset,
      @RequestParam(defaultValue = "") List<UUID> chosen,
      @RequestParam(defaultValue = "false") boolean all,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    Risk found = risks.risk(viewer, id, risk, asOf.day());
    concerns.add(
        viewer,
        found,
        all && !asset.isBlank()
            ? offered(id, asset, Integer.MAX_VALUE, asOf.today()).stream().map(Asset::id).toList()
            : chosen);
    return back(id, risk);
  }

  @PostMapping("/organizations/{id}/risks/{risk}/assets/{asset}/release")
  String release(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @PathVariable UUID asset,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    concerns.remove(viewer, risks.risk(viewer, id, risk, asOf.day()), asset);
    return back(id, risk);
  }

  @PostMapping("/organizations/{id}/risks/{risk}/measures")
  String addMeasure(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Risk found = risks.risk(viewer, id, risk, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("risks", typed);
    Measure measure = RiskForm.measure(form, r -> requirements.get(r, ui.lang()).isPresent());
    if (measure == null) {
      Map<String, String> fields = new HashMap<>(form.typed());
      fields.putAll(RiskForm.fields(found));
      model.addAttribute("mistakes", form.mistakes().stream().distinct().toList());
      model.addAttribute("f", fields);
      String q = form.text("q", RiskForm.LONGEST);
      return risk(id, risk, q == null ? "" : q, "", viewer, asOf, ui, model);
    }
    measures.add(viewer, found, measure);
    return back(id, risk);
  }

  @PostMapping("/organizations/{id}/risks/{risk}/measures/{measure}/done")
  String done(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @PathVariable UUID measure,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    measures.done(viewer, risks.risk(viewer, id, risk, asOf.day()), measure, asOf.today());
    return back(id, risk);
  }

  @PostMapping("/organizations/{id}/risks/{risk}/measures/{measure}/archive")
  String archiveMeasure(
      @PathVariable UUID id,
      @PathVariable UUID risk,
      @PathVariable UUID measure,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    measures.archive(viewer, risks.risk(viewer, id, risk, asOf.day()), measure, Reason.of(reason));
    return back(id, risk);
  }

  private List<Asset> offered(UUID organization, String asset, int most, LocalDate day) {
    return assets.list(organization, words(asset), null, most, day);
  }

  private static AssetFilter words(String asset) {
    return new AssetFilter(asset, "", null, "", null);
  }

  private static String back(UUID organization, UUID risk) {
    return "redirect:/organizations/" + organization + "/risks/" + risk;
  }
}
