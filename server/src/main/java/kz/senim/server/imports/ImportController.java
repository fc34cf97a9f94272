package kz.senim.server.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.source.SourceFile;
import kz.senim.server.jobs.Jobs;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Import of passports: upload, look, take over. */
@Controller
class ImportController {

  private static final int MOST_FILES = 200;
  private static final long LARGEST = 5L * 1024 * 1024;
  private static final long LARGEST_TOGETHER = 50L * 1024 * 1024;

  /** Of so many passports all changes are shown at once; of more, of one at a time. */
  private static final int SHOWN = 3;

  private final Objects objects;
  private final Imports imports;
  private final Jobs jobs;

  ImportController(Objects objects, Imports imports, Jobs jobs) {
    this.objects = objects;
    this.imports = imports;
    this.jobs = jobs;
  }

  @GetMapping("/organizations/{id}/import")
  String form(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    return "imports/import";
  }

  @PostMapping("/organizations/{id}/import")
  String upload(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      @ModelAttribute Viewer viewer,
      Model model)
      throws IOException {
    viewer.mustWrite(id);
    List<MultipartFile> given =
        files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
    List<String> mistakes = new ArrayList<>();
    if (given.isEmpty()) {
      mistakes.add("imports.no-file");
    }
    if (given.size() > MOST_FILES
        || given.stream().mapToLong(MultipartFile::getSize).sum() > LARGEST_TOGETHER) {
      mistakes.add("imports.too-many");
    }
    if (given.stream().anyMatch(file -> file.getSize() > LARGEST)) {
      mistakes.add("imports.too-large");
    }
    if (!mistakes.isEmpty()) {
      if (!given.isEmpty()) {
        imports.refused(viewer, id);
      }
      model.addAttribute("mistakes", mistakes);
      return form(id, viewer, model);
    }
    List<SourceFile> sources = new ArrayList<>();
    for (MultipartFile file : given) {
      sources.add(new SourceFile(name(file), file.getBytes()));
    }
    return "redirect:/organizations/" + id + "/import/" + imports.add(viewer, id, sources);
  }

  /** The name without a path, as some browsers send it. */
  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    String name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "").strip();
    return name.substring(0, Math.min(200, name.length()));
  }

  @GetMapping("/organizations/{id}/import/{upload}")
  String look(
      @PathVariable UUID id,
      @PathVariable UUID upload,
      @RequestParam(defaultValue = "-1") int show,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Imports.Upload found = imports.get(viewer, id, upload);
    Organization organization = objects.organization(viewer, id);
    List<Planned> plan = imports.plan(organization, upload, ui.lang());
    Map<Integer, Planned> numbered = new LinkedHashMap<>();
    for (int i = 0; i < plan.size(); i++) {
      numbered.put(i, plan.get(i));
    }
    long good = plan.stream().filter(Planned::good).count();
    if (good < plan.size()) {
      imports.unfit(viewer, found);
    }
    model.addAttribute("organization", organization);
    model.addAttribute("upload", found);
    model.addAttribute("plan", numbered);
    model.addAttribute("show", show);
    model.addAttribute("few", plan.size() <= SHOWN);
    model.addAttribute("good", good);
    model.addAttribute("bad", plan.size() - good);
    return "imports/look";
  }

  /** One passport at once, several as a job. */
  @PostMapping("/organizations/{id}/import/{upload}")
  String takeOver(
      @PathVariable UUID id,
      @PathVariable UUID upload,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui) {
    imports.get(viewer, id, upload);
    Organization organization = objects.organization(viewer, id);
    List<Told> good =
        imports.told(organization, upload, ui.lang()).stream()
            .filter(told -> told.passport() != null)
            .toList();
    if (good.isEmpty() || !imports.take(upload)) {
      return "redirect:/organizations/" + id + "/import/" + upload;
    }
    if (good.size() == 1) {
      return "redirect:/objects/"
          + imports.takeOver(viewer, organization, good.getFirst(), ui.lang());
    }
    UUID job =
        jobs.start(
            viewer,
            id,
            ImportJob.KIND,
            ui.lang(),
            organization.name(),
            upload.toString(),
            good.size());
    imports.takenBy(upload, job);
    return "redirect:/jobs/" + job;
  }
}
