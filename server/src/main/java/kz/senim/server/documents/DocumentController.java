package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.server.objects.Objects;
import kz.senim.server.staff.StaffMember;
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

/** The catalogue of the technical documentation on information security, and each document. */
@Controller
class DocumentController {

  private final Documents documents;
  private final Reviews reviews;
  private final DocumentKinds kinds;
  private final Catalogues catalogues;
  private final Objects objects;
  private final LawBook book;

  DocumentController(
      Documents documents,
      Reviews reviews,
      DocumentKinds kinds,
      Catalogues catalogues,
      Objects objects,
      LawBook book) {
    this.documents = documents;
    this.reviews = reviews;
    this.kinds = kinds;
    this.catalogues = catalogues;
    this.objects = objects;
    this.book = book;
  }

  @GetMapping("/organizations/{id}/documents")
  String list(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    LocalDate day = asOf.day();
    List<SecurityDocument> all = documents.list(id, day);
    int working = catalogues.working(viewer, id, day).size();
    List<Catalogue.Level> levels = catalogues.levels(viewer, id, all, working, day, ui.lang());
    List<Catalogue.Line> lines = levels.stream().flatMap(l -> l.lines().stream()).toList();
    model.addAttribute("levels", levels);
    model.addAttribute("staff", working);
    model.addAttribute("term", catalogues.term(day));
    model.addAttribute("overdue", lines.stream().filter(l -> l.overdue() > 0).toList());
    model.addAttribute("empty", lines.stream().allMatch(l -> l.document() == null));
    model.addAttribute("archived", all.stream().filter(d -> d.archivedOn() != null).toList());
    model.addAttribute("writes", viewer.writes(id));
    return "documents/list";
  }

  @GetMapping("/organizations/{id}/documents/new")
  String add(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "2") int level,
      @RequestParam(defaultValue = "") String kind,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    DocumentKinds.Kind named = kinds.find(level, kind).orElse(null);
    form(model, named == null ? level : named.level(), named, ui);
    if (!model.containsAttribute("f")) {
      model.addAttribute(
          "f",
          named == null
              ? Map.of("level", "" + level)
              : Map.of("level", "" + level, "kind", kind, "title", named.name().in(ui.lang())));
    }
    return "documents/new";
  }

  @PostMapping("/organizations/{id}/documents")
  String added(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    viewer.mustWrite(id);
    Form form = new Form("documents", typed);
    Documents.Entry entry =
        DocumentForm.readNew(form, kinds, documents.list(id, asOf.today()), asOf.today());
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return add(id, entry.level(), form.typed().getOrDefault("kind", ""), viewer, ui, model);
    }
    return "redirect:/organizations/" + id + "/documents/" + documents.add(viewer, id, entry);
  }

  @GetMapping("/organizations/{id}/documents/{document}")
  String document(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    LocalDate day = asOf.day();
    SecurityDocument found = documents.document(viewer, id, document, day);
    DocumentKinds.Kind kind = kindOf(found);
    List<StaffMember> working = catalogues.working(viewer, id, day);
    List<UUID> acquainted = documents.acquainted(document);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("document", found);
    model.addAttribute("line", catalogues.on(day, working.size(), ui.lang()).line(found, kind));
    model.addAttribute("reviews", reviews.of(document));
    model.addAttribute("staff", working.size());
    model.addAttribute(
        "unacquainted", working.stream().filter(m -> !acquainted.contains(m.id())).toList());
    model.addAttribute("writes", viewer.writes(id) && found.archivedOn() == null);
    form(model, found.level(), kind, ui);
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", DocumentForm.fields(found));
    }
    return "documents/document";
  }

  @PostMapping("/organizations/{id}/documents/{document}")
  String change(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    SecurityDocument found = documents.document(viewer, id, document, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("documents", typed);
    Documents.Entry entry =
        DocumentForm.read(form, kinds, found.level(), found.kind(), asOf.today());
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return document(id, document, viewer, asOf, ui, model);
    }
    documents.change(viewer, found, entry);
    return "redirect:/organizations/" + id + "/documents/" + document;
  }

  @PostMapping("/organizations/{id}/documents/{document}/reviews")
  String review(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    SecurityDocument found = documents.document(viewer, id, document, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("documents", typed);
    DocumentForm.Reviewed read = DocumentForm.reviewed(form, asOf.today());
    if (read != null && !reviews.add(viewer, found, read.day(), read.result())) {
      form.wrong("reviewed-then");
    }
    if (!form.mistakes().isEmpty()) {
      return again(form, id, found, viewer, asOf, ui, model);
    }
    return "redirect:/organizations/" + id + "/documents/" + document;
  }

  @PostMapping("/organizations/{id}/documents/{document}/acquaintance")
  String acquaint(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    SecurityDocument found = documents.document(viewer, id, document, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("documents", typed);
    LocalDate day = DocumentForm.past(form, "acquainted", asOf.today());
    List<String> members =
        form.ticked(
            "member",
            catalogues.working(viewer, id, asOf.today()).stream()
                .map(m -> m.id().toString())
                .toList());
    if (members.isEmpty()) {
      form.wrong("members");
    }
    if (day == null || !form.mistakes().isEmpty()) {
      return again(form, id, found, viewer, asOf, ui, model);
    }
    documents.acquaint(viewer, found, members.stream().map(UUID::fromString).toList(), day);
    return "redirect:/organizations/" + id + "/documents/" + document;
  }

  @PostMapping("/organizations/{id}/documents/{document}/archive")
  String archive(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    documents.archive(
        viewer, documents.document(viewer, id, document, asOf.day()), Reason.of(reason));
    return "redirect:/organizations/" + id + "/documents";
  }

  /** The page once more, with what is wrong; the fields of the document itself as they are kept. */
  private String again(
      Form form, UUID id, SecurityDocument document, Viewer viewer, AsOf asOf, Ui ui, Model model) {
    Map<String, String> fields = new HashMap<>(form.typed());
    fields.putAll(DocumentForm.fields(document));
    model.addAttribute("mistakes", form.mistakes().stream().distinct().toList());
    model.addAttribute("f", fields);
    return document(id, document.id(), viewer, asOf, ui, model);
  }

  private DocumentKinds.@Nullable Kind kindOf(SecurityDocument document) {
    String kind = document.kind();
    return kind == null ? null : kinds.find(document.level(), kind).orElse(null);
  }

  /** A thing the policy may set out. */
  public record Content(String id, String label) {}

  private void form(Model model, int level, DocumentKinds.@Nullable Kind kind, Ui ui) {
    List<Content> contents = new ArrayList<>();
    if (kind != null && kind.option().equals(DocumentKinds.POLICY)) {
      for (Fact.Option option : kinds.options(DocumentKinds.CONTENTS)) {
        contents.add(new Content(option.id(), option.label().in(ui.lang())));
      }
    }
    model.addAttribute("level", level);
    model.addAttribute("contents", contents);
    model.addAttribute("cite", kind == null ? null : CitationText.in(kind.citation(), ui.lang()));
    model.addAttribute("law", kind == null ? null : "/law/" + kind.act() + "/" + kind.citation());
    if (kind != null) {
      book.findProvision(kind.act() + "/" + kind.citation())
          .ifPresent(p -> model.addAttribute("demand", p.summary().in(ui.lang())));
    }
  }
}
