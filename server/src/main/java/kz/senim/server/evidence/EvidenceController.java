package kz.senim.server.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.IcuMessages;
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

/** An organisation's evidence as a list, and adding to it. */
@Controller
class EvidenceController {

  private final Evidence evidence;
  private final Links links;
  private final Contents contents;
  private final Objects objects;
  private final LawBook book;
  private final IcuMessages messages;

  EvidenceController(
      Evidence evidence,
      Links links,
      Contents contents,
      Objects objects,
      LawBook book,
      IcuMessages messages) {
    this.evidence = evidence;
    this.links = links;
    this.contents = contents;
    this.objects = objects;
    this.book = book;
    this.messages = messages;
  }

  @GetMapping("/organizations/{id}/evidence")
  String list(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "0") int added,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("writes", viewer.writes(id));
    model.addAttribute(
        "found",
        evidence.list(id, new Evidence.Filter(kind, state, q, Math.max(0, page)), asOf.day()));
    model.addAttribute("ends", evidence.ends(id, asOf.day()));
    model.addAttribute("kinds", Kind.all(book, ui.lang()));
    model.addAttribute("kindNames", Kind.names(book, ui.lang()));
    model.addAttribute("filter", Map.of("kind", kind, "state", state, "q", q));
    model.addAttribute("added", added);
    return "evidence/list";
  }

  /**
   * @param requirement what the files serve from the start; null for nothing yet
   * @param object whose requirement
   * @param shared whether for all the organisation's objects
   */
  @PostMapping("/organizations/{id}/evidence")
  String add(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      @RequestParam(required = false) @Nullable String requirement,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(defaultValue = "false") boolean shared,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model)
      throws IOException {
    viewer.mustWrite(id);
    EvidenceForm read = new EvidenceForm(form);
    Description said = read.description(book);
    List<MultipartFile> chosen = read.chosen(files == null ? List.of() : files);
    List<Content> stored = read.store(contents, chosen);
    evidence.refused(id, read.refusals());
    if (read.isWrong()) {
      read.tell(model, messages, ui.lang());
      model.addAttribute("form", form);
      return list(id, "", "", "", 0, 0, viewer, asOf, ui, model);
    }
    List<UUID> pieces = evidence.add(viewer, id, said, stored);
    if (requirement == null || object == null) {
      return "redirect:/organizations/" + id + "/evidence?added=" + pieces.size();
    }
    links.add(viewer, id, pieces, List.of(requirement), shared ? null : object);
    return "redirect:/objects/" + object + "/requirements/" + requirement;
  }
}
