package kz.senim.server.assets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.Form;
import kz.senim.server.web.IcuMessages;
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

/** The inventory: as a list with filters, as a file, and each asset by itself. */
@Controller
class AssetController {

  private static final int PAGE = 50;

  private final Assets assets;
  private final AssetExport export;
  private final AssetForms forms;
  private final Objects objects;
  private final Audit audit;
  private final IcuMessages messages;

  AssetController(
      Assets assets,
      AssetExport export,
      AssetForms forms,
      Objects objects,
      Audit audit,
      IcuMessages messages) {
    this.assets = assets;
    this.export = export;
    this.forms = forms;
    this.objects = objects;
    this.audit = audit;
    this.messages = messages;
  }

  @GetMapping("/organizations/{id}/assets")
  String list(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    AssetFilter filter = filter(typed);
    UUID after = id(typed.getFirst("after"));
    List<Asset> found = assets.list(id, filter, after, PAGE + 1, asOf.day());
    boolean more = found.size() > PAGE;
    List<Asset> page = more ? found.subList(0, PAGE) : found;
    model.addAttribute("assets", page);
    model.addAttribute("next", more ? page.getLast().id() : null);
    model.addAttribute("first", after == null);
    model.addAttribute("found", assets.countFound(id, filter, asOf.day()));
    model.addAttribute("counts", assets.count(id, asOf.day()));
    model.addAttribute("filter", filter);
    model.addAttribute("lacks", AssetFilter.LACKS);
    put(model, id);
    model.addAttribute("writes", viewer.writes(id));
    return "assets/list";
  }

  @GetMapping("/organizations/{id}/assets.{format:csv|xlsx}")
  void export(
      @PathVariable UUID id,
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      HttpServletResponse response)
      throws IOException {
    objects.organization(viewer, id);
    List<Asset> found = assets.list(id, filter(typed), null, Integer.MAX_VALUE, asOf.day());
    audit.record(id, "asset.export", "organization " + id, format + ": " + found.size());
    Downloads.headers("assets-" + asOf.day() + "." + format, response::setHeader);
    if (format.equals("csv")) {
      response.setContentType("text/csv;charset=UTF-8");
      export.csv(found, ui.lang(), response.getOutputStream());
    } else {
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      export.xlsx(
          found, ui.lang(), messages.get(ui.lang(), "tab.assets"), response.getOutputStream());
    }
  }

  @GetMapping("/organizations/{id}/assets/new")
  String add(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    put(model, id);
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", Map.of("kind", "hardware"));
    }
    return "assets/new";
  }

  @PostMapping("/organizations/{id}/assets")
  String added(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      Model model) {
    viewer.mustWrite(id);
    Form form = new Form("assets", typed);
    AssetEntry entry = forms.entry(form, id, null);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return add(id, viewer, model);
    }
    return "redirect:/organizations/" + id + "/assets/" + assets.add(viewer, id, entry);
  }

  @GetMapping("/organizations/{id}/assets/{asset}")
  String asset(
      @PathVariable UUID id, @PathVariable UUID asset, @ModelAttribute Viewer viewer, Model model) {
    Asset found = assets.asset(viewer, id, asset);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("asset", found);
    put(model, id);
    model.addAttribute("writes", viewer.writes(id) && !found.archived());
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", fields(found));
    }
    return "assets/asset";
  }

  @PostMapping("/organizations/{id}/assets/{asset}")
  String change(
      @PathVariable UUID id,
      @PathVariable UUID asset,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      Model model) {
    Asset found = assets.asset(viewer, id, asset);
    viewer.mustWrite(id);
    Form form = new Form("assets", typed);
    AssetEntry entry = forms.entry(form, id, found);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return asset(id, asset, viewer, model);
    }
    assets.change(viewer, found, entry);
    return "redirect:/organizations/" + id + "/assets/" + asset;
  }

  @PostMapping("/organizations/{id}/assets/{asset}/archive")
  String archive(
      @PathVariable UUID id,
      @PathVariable UUID asset,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer) {
    assets.archive(viewer, assets.asset(viewer, id, asset), Reason.of(reason));
    return "redirect:/organizations/" + id + "/assets";
  }

  private void put(Model model, UUID organization) {
    model.addAttribute("kinds", Asset.KINDS);
    model.addAttribute("objects", objects.list(organization));
  }

  private static Map<String, String> fields(Asset asset) {
    Map<String, String> fields = new HashMap<>();
    fields.put("code", asset.code());
    fields.put("name", asset.name());
    fields.put("kind", asset.kind());
    put(fields, "version", asset.version());
    put(fields, "supplier", asset.supplier());
    put(fields, "place", asset.place());
    put(fields, "object", asset.object());
    put(fields, "confidentiality", asset.confidentiality());
    put(fields, "integrity", asset.integrity());
    put(fields, "availability", asset.availability());
    put(fields, "marking", asset.marking());
    put(fields, "owner", asset.owner());
    put(fields, "responsibility", asset.responsibility());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  static AssetFilter filter(MultiValueMap<String, String> typed) {
    Form form = new Form("assets", typed);
    String words = form.text("q", AssetEntry.LONGEST);
    String kind = form.choice("kind", Asset.KINDS);
    String lacks = form.choice("lacks", AssetFilter.LACKS);
    return new AssetFilter(
        words == null ? "" : words,
        kind == null ? "" : kind,
        id(typed.getFirst("object")),
        lacks == null ? "" : lacks,
        form.number("worth", 1, 3));
  }

  static @Nullable UUID id(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
