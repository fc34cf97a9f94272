package kz.senim.server.assets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.jobs.Jobs;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
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

/** Import of the inventory in two steps: a file is shown as it was read, then taken over. */
@Controller
class AssetImportController {

  private static final int SHOWN = 20;

  private final AssetImports imports;
  private final Assets assets;
  private final Objects objects;
  private final Jobs jobs;

  AssetImportController(AssetImports imports, Assets assets, Objects objects, Jobs jobs) {
    this.imports = imports;
    this.assets = assets;
    this.objects = objects;
    this.jobs = jobs;
  }

  /** An asset of the file, and whether it is {@code new}, {@code changed} or {@code same}. */
  public record Shown(AssetEntry entry, String state) {}

  @GetMapping("/organizations/{id}/assets/import")
  String form(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("objects", objects.list(id));
    model.addAttribute("columns", AssetWords.COLUMNS);
    model.addAttribute("must", AssetWords.MUST);
    model.addAttribute("rows", AssetFile.MOST_ROWS);
    return "assets/import";
  }

  @PostMapping("/organizations/{id}/assets/import")
  String upload(
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String object,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model)
      throws IOException {
    viewer.mustWrite(id);
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    UUID belongs = AssetController.id(object);
    boolean known =
        belongs == null
            || objects.list(id).stream().map(InformatizationObject::id).anyMatch(belongs::equals);
    AssetFile read =
        file.getSize() > AssetFile.MOST_BYTES
            ? AssetFile.broken("", FileMistake.ofFile("assets.file.large"))
            : imports.read(id, file.getBytes(), ui.lang());
    if (!read.mistakes().isEmpty()) {
      imports.refused(viewer, id, name, read);
    }
    if (!known) {
      read = AssetFile.broken("", FileMistake.ofFile("assets.bad-object"));
    }
    if (!read.mistakes().isEmpty()) {
      model.addAttribute("fileName", name);
      model.addAttribute("fileMistakes", read.mistakes());
      model.addAttribute("many", read.mistakes().size() >= AssetFile.MOST_MISTAKES);
      return form(id, viewer, model);
    }
    UUID kept = imports.keep(viewer, id, name, belongs, file.getBytes());
    return "redirect:/organizations/" + id + "/assets/import/" + kept;
  }

  @GetMapping("/organizations/{id}/assets/import/{file}")
  String preview(
      @PathVariable UUID id,
      @PathVariable UUID file,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    AssetImports.Waiting waiting = imports.waiting(viewer, id, file);
    AssetFile read = imports.read(waiting, ui.lang());
    List<AssetEntry> entries = AssetImports.entries(read, waiting.object());
    Map<String, Asset> before = assets.byCode(id, entries.stream().map(AssetEntry::code).toList());
    List<Shown> shown = new ArrayList<>();
    int[] counts = new int[3];
    for (AssetEntry entry : entries) {
      Asset was = before.get(entry.code());
      int state = was == null ? 0 : changes(was, entry) ? 1 : 2;
      counts[state]++;
      if (shown.size() < SHOWN) {
        shown.add(new Shown(entry, List.of("new", "changed", "same").get(state)));
      }
    }
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("waiting", waiting.id());
    model.addAttribute("fileName", waiting.name());
    model.addAttribute("format", read.format());
    model.addAttribute("shown", shown);
    model.addAttribute("counts", counts);
    model.addAttribute("total", entries.size());
    model.addAttribute("repeated", read.repeated());
    return "assets/preview";
  }

  /** A short file at once, a long one as a job. */
  @PostMapping("/organizations/{id}/assets/import/{file}")
  String take(
      @PathVariable UUID id,
      @PathVariable UUID file,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui) {
    AssetImports.Waiting waiting = imports.waiting(viewer, id, file);
    int entries = imports.good(waiting, ui.lang()).size();
    if (entries > AssetImportJob.PART) {
      imports.claim(waiting);
      return "redirect:/jobs/"
          + jobs.start(
              viewer,
              id,
              AssetImportJob.KIND,
              ui.lang(),
              waiting.name(),
              waiting.id().toString(),
              entries);
    }
    int taken = imports.take(viewer, waiting, ui.lang());
    return "redirect:/organizations/" + id + "/assets?taken=" + taken;
  }

  /** What an entry leaves empty stays as it is, so it is no change. */
  private static boolean changes(Asset was, AssetEntry entry) {
    return !was.name().equals(entry.name())
        || !was.kind().equals(entry.kind())
        || differs(was.version(), entry.version())
        || differs(was.supplier(), entry.supplier())
        || differs(was.place(), entry.place())
        || differs(was.object(), entry.object())
        || differs(was.confidentiality(), entry.confidentiality())
        || differs(was.integrity(), entry.integrity())
        || differs(was.availability(), entry.availability())
        || differs(was.marking(), entry.marking())
        || differs(was.owner(), entry.owner())
        || differs(was.responsibility(), entry.responsibility());
  }

  private static boolean differs(@Nullable Object was, @Nullable Object told) {
    return told != null && !told.equals(was);
  }
}
