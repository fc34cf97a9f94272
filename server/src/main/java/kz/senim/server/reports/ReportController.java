package kz.senim.server.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.Outcome;
import kz.senim.core.text.Lang;
import kz.senim.server.audit.Audit;
import kz.senim.server.jobs.Jobs;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports of an object as of the chosen day, and of all objects of an organisation at once. */
@Controller
class ReportController {

  private static final List<Lang> LANGS = List.of(Lang.KK, Lang.RU, Lang.EN);

  private final Assessments assessments;
  private final Objects objects;
  private final ReportWriter writer;
  private final Jobs jobs;
  private final Audit audit;

  ReportController(
      Assessments assessments, Objects objects, ReportWriter writer, Jobs jobs, Audit audit) {
    this.assessments = assessments;
    this.objects = objects;
    this.writer = writer;
    this.jobs = jobs;
    this.audit = audit;
  }

  @GetMapping("/objects/{id}/reports")
  String reports(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    model.addAttribute("object", assessed.object());
    model.addAttribute("organization", assessed.organization());
    Map<Outcome, Integer> summary = assessed.assessment().summary();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Outcome outcome :
        List.of(Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE)) {
      counts.put(outcome.word(), summary.getOrDefault(outcome, 0));
    }
    model.addAttribute("counts", counts);
    model.addAttribute("warnings", assessed.assessment().warnings().size());
    model.addAttribute("formats", ReportFormat.values());
    model.addAttribute("langs", LANGS);
    return "reports/reports";
  }

  /** Straight into the response. Taking a report away is noted. */
  @GetMapping("/objects/{id}/reports/print")
  void print(
      @PathVariable UUID id,
      @RequestParam String format,
      @RequestParam(defaultValue = "") String lang,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      HttpServletResponse response)
      throws IOException {
    ReportFormat form = ReportFormat.find(format).orElseThrow(NotFound::new);
    Lang language = lang(lang, ui);
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    audit.record(
        assessed.organization().id(),
        "report.print",
        "object " + id,
        form.word() + ", " + language.code() + ", " + asOf.day());
    response.setContentType(form.type());
    Downloads.headers(ReportWriter.fileName(assessed, form), response::setHeader);
    writer.write(form, assessed, language, response.getOutputStream());
  }

  @GetMapping("/organizations/{id}/reports")
  String pack(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("count", objects.list(id).size());
    model.addAttribute("formats", ReportFormat.values());
    model.addAttribute("langs", LANGS);
    return "reports/pack";
  }

  @PostMapping("/organizations/{id}/reports")
  String startPack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<String> format,
      @RequestParam(defaultValue = "") String lang,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Organization organization = objects.organization(viewer, id);
    List<ReportFormat> forms = new ArrayList<>();
    format.forEach(word -> ReportFormat.find(word).ifPresent(forms::add));
    int count = objects.list(id).size();
    if (forms.isEmpty() || count == 0) {
      model.addAttribute(
          "mistakes", List.of(count == 0 ? "reports.pack.empty" : "reports.pack.choose"));
      return pack(id, viewer, model);
    }
    UUID job =
        jobs.start(
            viewer,
            id,
            ReportPack.KIND,
            lang(lang, ui),
            organization.name(),
            new ReportPack.Input(asOf.day(), forms).text(),
            count);
    return "redirect:/jobs/" + job;
  }

  private static Lang lang(String word, Ui ui) {
    for (Lang lang : Lang.values()) {
      if (lang.code().equals(word)) {
        return lang;
      }
    }
    return ui.lang();
  }
}
