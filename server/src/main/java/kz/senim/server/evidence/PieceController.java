package kz.senim.server.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Reason;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A piece of evidence: its versions, what it serves, and its content to download. */
@Controller
@RequestMapping("/organizations/{organization}/evidence/{id}")
class PieceController {

  private final Evidence evidence;
  private final Links links;
  private final Contents contents;
  private final Objects objects;
  private final LawBook book;
  private final IcuMessages messages;
  private final Map<String, Integer> order = new HashMap<>();

  PieceController(
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
    book.requirements().forEach(requirement -> order.put(requirement.id(), order.size()));
  }

  /** A requirement as a line. */
  public record Served(String id, String cite, String statement, @Nullable Link link) {}

  @GetMapping
  String piece(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Piece piece = evidence.piece(viewer, organization, id, asOf.day());
    Lang lang = ui.lang();
    List<Link> linked = links.of(piece);
    model.addAttribute("organization", objects.organization(viewer, organization));
    model.addAttribute("writes", viewer.writes(organization) && !piece.archived());
    model.addAttribute("piece", piece);
    model.addAttribute("versions", evidence.versions(piece));
    model.addAttribute("kinds", Kind.all(book, lang));
    model.addAttribute("kindNames", Kind.names(book, lang));
    model.addAttribute("serves", served(linked, lang));
    model.addAttribute("couldServe", couldServe(piece, linked, asOf, lang));
    model.addAttribute("objects", objects.list(organization));
    return "evidence/piece";
  }

  /** In the order of the law; a requirement that is no longer in the law book keeps its id. */
  private List<Served> served(List<Link> linked, Lang lang) {
    List<Served> rows = new ArrayList<>();
    linked.stream()
        .sorted(
            Comparator.comparingInt(
                link -> order.getOrDefault(link.requirement(), Integer.MAX_VALUE)))
        .forEach(
            link ->
                rows.add(
                    book.findRequirement(link.requirement())
                        .map(requirement -> served(requirement, link, lang))
                        .orElseGet(
                            () -> new Served(link.requirement(), link.requirement(), "", link))));
    return rows;
  }

  /** What a piece of this kind can prove and is not linked to for the whole organisation yet. */
  private List<Served> couldServe(Piece piece, List<Link> linked, AsOf asOf, Lang lang) {
    List<String> already =
        linked.stream().filter(link -> link.object() == null).map(Link::requirement).toList();
    return book.requirements().stream()
        .filter(r -> r.evidence().contains(piece.kind()) && r.inForceOn(asOf.day()))
        .filter(r -> !already.contains(r.id()))
        .map(r -> served(r, null, lang))
        .toList();
  }

  private Served served(Requirement requirement, @Nullable Link link, Lang lang) {
    return new Served(
        requirement.id(),
        CitationText.in(book.provisionOf(requirement).citation(), lang),
        requirement.statement().in(lang),
        link);
  }

  /** Always a file to save, of a type that no browser runs. */
  @GetMapping("/versions/{version}")
  ResponseEntity<Resource> download(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @PathVariable int version,
      @ModelAttribute Viewer viewer) {
    Content content = evidence.read(viewer, organization, id, version);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.mediaType()))
        .headers(headers -> Downloads.headers(content.fileName(), headers::set))
        .body(new ContentResource(contents, content));
  }

  @PostMapping("/versions")
  String supersede(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model)
      throws IOException {
    viewer.mustWrite(organization);
    Piece piece = evidence.piece(viewer, organization, id, asOf.today());
    Map<String, String> whole = new HashMap<>(form);
    whole.put("kind", piece.kind());
    EvidenceForm read = new EvidenceForm(whole);
    Description said = read.description(book);
    List<MultipartFile> chosen = read.chosen(files == null ? List.of() : files);
    List<Content> stored = read.store(contents, chosen.stream().limit(1).toList());
    evidence.refused(organization, read.refusals());
    if (read.isWrong()) {
      read.tell(model, messages, ui.lang());
      return piece(organization, id, viewer, asOf, ui, model);
    }
    evidence.supersede(viewer, piece, said, stored.getFirst());
    return back(organization, id);
  }

  @PostMapping
  String describe(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    viewer.mustWrite(organization);
    EvidenceForm read = new EvidenceForm(form);
    Description said = read.description(book);
    if (!read.mistakes().isEmpty()) {
      model.addAttribute("mistakes", read.mistakes());
      return piece(organization, id, viewer, asOf, ui, model);
    }
    evidence.describe(viewer, evidence.piece(viewer, organization, id, asOf.day()), said);
    return back(organization, id);
  }

  @PostMapping("/archive")
  String archive(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Piece piece = evidence.piece(viewer, organization, id, asOf.day());
    viewer.mustWrite(organization);
    if (reason.isBlank()) {
      model.addAttribute("mistakes", List.of("evidence.no-reason"));
      return piece(organization, id, viewer, asOf, ui, model);
    }
    evidence.archive(viewer, piece, Reason.of(reason));
    return back(organization, id);
  }

  /**
   * @param object null for all the organisation's objects
   */
  @PostMapping("/links")
  String link(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<String> requirements,
      @RequestParam(required = false) @Nullable UUID object,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    if (requirements == null) {
      viewer.mustWrite(organization);
      model.addAttribute("mistakes", List.of("evidence.no-requirement"));
      return piece(organization, id, viewer, asOf, ui, model);
    }
    links.add(viewer, organization, List.of(id), requirements, object);
    return back(organization, id);
  }

  @PostMapping("/links/{link}/remove")
  String unlink(
      @PathVariable UUID organization,
      @PathVariable UUID id,
      @PathVariable long link,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    links.remove(viewer, evidence.piece(viewer, organization, id, asOf.day()), link);
    return back(organization, id);
  }

  private static String back(UUID organization, UUID id) {
    return "redirect:/organizations/" + organization + "/evidence/" + id;
  }
}
