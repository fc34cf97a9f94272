package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Form;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of risks with its matrix, and how the organisation assesses them. */
@Controller
class RiskController {

  private final Risks risks;
  private final Objects objects;
  private final RiskStandards standards;

  RiskController(Risks risks, Objects objects, RiskStandards standards) {
    this.risks = risks;
    this.objects = objects;
    this.standards = standards;
  }

  @GetMapping("/organizations/{id}/risks")
  String list(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    Form form = new Form("risks", typed);
    Integer likelihood = form.number("likelihood", 1, Risk.SCALE);
    Integer impact = form.number("impact", 1, Risk.SCALE);
    String treatment = form.choice("treatment", Risk.TREATMENTS);
    String q = form.text("q", RiskForm.LONGEST);
    String words = q == null ? "" : q.toLowerCase(Locale.ROOT);
    LocalDate day = asOf.day();
    List<Risk> all = risks.list(id, day);
    RiskMethod method = risks.method(id).orElse(null);
    Integer acceptable = method == null ? null : method.acceptable();
    List<Risk> shown =
        all.stream()
            .filter(r -> likelihood == null || likelihood.equals(r.likelihood()))
            .filter(r -> impact == null || impact.equals(r.impact()))
            .filter(r -> treatment == null || treatment.equals(r.treatment()))
            .filter(r -> (r.title() + " " + r.threat()).toLowerCase(Locale.ROOT).contains(words))
            .toList();
    model.addAttribute("risks", shown);
    model.addAttribute("total", all.size());
    model.addAttribute("now", Matrix.of(all, Risk::likelihood, Risk::impact, acceptable));
    model.addAttribute(
        "after", Matrix.of(all, Risk::residualLikelihood, Risk::residualImpact, acceptable));
    model.addAttribute("overdue", all.stream().filter(r -> r.overdueOn(day)).count());
    model.addAttribute("lacking", all.stream().filter(Risk::lacksMeasure).count());
    model.addAttribute("method", method);
    model.addAttribute("acceptable", acceptable);
    model.addAttribute("treatments", Risk.TREATMENTS);
    model.addAttribute("q", q);
    model.addAttribute("treatment", treatment);
    model.addAttribute("likelihood", likelihood);
    model.addAttribute("impact", impact);
    model.addAttribute("writes", viewer.writes(id));
    return "risks/list";
  }

  /** An option of the law book's question for the standard. */
  public record Standard(String id, String label) {}

  @GetMapping("/organizations/{id}/risks/method")
  String method(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute(
        "standards",
        standards.all().stream().map(o -> new Standard(o.id(), o.label().in(ui.lang()))).toList());
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", RiskForm.fields(risks.method(id).orElse(null)));
    }
    return "risks/method";
  }

  @PostMapping("/organizations/{id}/risks/method")
  String setMethod(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Form form = new Form("risks", typed);
    RiskMethod method = RiskForm.method(form, standards.ids());
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return method(id, viewer, ui, model);
    }
    risks.setMethod(viewer, id, method);
    return "redirect:/organizations/" + id + "/risks";
  }

  @GetMapping("/organizations/{id}/risks/new")
  String add(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("treatments", Risk.TREATMENTS);
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", Map.of());
    }
    return "risks/new";
  }

  @PostMapping("/organizations/{id}/risks")
  String added(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      Model model) {
    Form form = new Form("risks", typed);
    Risks.Entry entry = RiskForm.read(form);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return add(id, viewer, model);
    }
    return "redirect:/organizations/" + id + "/risks/" + risks.add(viewer, id, entry);
  }
}
