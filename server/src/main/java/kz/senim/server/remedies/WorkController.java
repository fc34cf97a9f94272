package kz.senim.server.remedies;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.evidence.Kind;
import kz.senim.server.evidence.Links;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Judgements;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is done about one requirement of an object: its proof, its remedies, a person's judgement.
 */
@Controller
@RequestMapping("/objects/{id}/requirements/{requirement}")
class WorkController {

  private final Assessments assessments;
  private final Objects objects;
  private final Judgements judgements;
  private final Links links;
  private final Remedies remedies;
  private final LawBook book;
  private final WorkingCalendar calendar;
  private final Attestations attestations;

  WorkController(
      Assessments assessments,
      Objects objects,
      Judgements judgements,
      Links links,
      Remedies remedies,
      LawBook book,
      WorkingCalendar calendar,
      Attestations attestations) {
    this.assessments = assessments;
    this.objects = objects;
    this.judgements = judgements;
    this.links = links;
    this.remedies = remedies;
    this.book = book;
    this.calendar = calendar;
    this.attestations = attestations;
  }

  /**
   * What a person judges.
   *
   * @param fact the judgement's fact
   * @param role who should judge, in the reader's language
   * @param known the judgement that counts; null while there is none
   */
  public record Judgement(String fact, String role, @Nullable FactValue known) {}

  /** A part of the requirement's page, or a page of its own for whoever opens it as one. */
  @GetMapping("/work")
  String work(
      @PathVariable UUID id,
      @PathVariable String requirement,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    Decision decision = assessed.decision(requirement);
    Requirement about = decision.requirement();
    UUID organization = assessed.organization().id();
    Lang lang = ui.lang();
    List<Links.Proof> proofs = links.proofs(organization, id, requirement, asOf.day());
    List<Kind> kinds = Kind.all(book, lang);
    model.addAttribute("object", assessed.object());
    model.addAttribute("organization", assessed.organization());
    model.addAttribute("writes", viewer.writes(organization));
    model.addAttribute("requirement", requirement);
    model.addAttribute("cite", CitationText.in(book.provisionOf(about).citation(), lang));
    model.addAttribute("statement", about.statement().in(lang));
    model.addAttribute("outcome", decision.outcome().word());
    model.addAttribute("ofObject", "object".equals(about.subject()));
    model.addAttribute("proofs", proofs);
    model.addAttribute(
        "proving", kinds.stream().filter(kind -> about.evidence().contains(kind.id())).toList());
    model.addAttribute("kinds", kinds);
    choices(model, organization, about, proofs);
    model.addAttribute(
        "remedies",
        remedies.of(id, requirement).stream()
            .map(remedy -> Row.of(remedy, book, calendar, asOf.day(), lang))
            .toList());
    model.addAttribute("judgement", judgement(assessed, about, asOf, lang));
    model.addAttribute(
        "judgementWaits",
        about.attestedBy() != null && judgements.waits(assessed.object(), requirement));
    model.addAttribute("today", asOf.today());
    return part == null ? "remedies/work" : "remedies/work :: work";
  }

  /** What can be attached: pieces of the kinds that prove it, and all others. */
  private void choices(
      Model model, UUID organization, Requirement about, List<Links.Proof> proofs) {
    List<UUID> already = proofs.stream().map(proof -> proof.piece().id()).toList();
    List<Links.Choice> fit = new ArrayList<>();
    List<Links.Choice> other = new ArrayList<>();
    links.choices(organization).stream()
        .filter(choice -> !already.contains(choice.id()))
        .forEach(choice -> (about.evidence().contains(choice.kind()) ? fit : other).add(choice));
    model.addAttribute("fit", fit);
    model.addAttribute("other", other);
  }

  private @Nullable Judgement judgement(
      Assessed assessed, Requirement about, AsOf asOf, Lang lang) {
    String role = about.attestedBy();
    if (role == null) {
      return null;
    }
    Fact fact = attestations.fact(about);
    FactValue known = assessed.facts().find(book.factIndex(fact.id()));
    return new Judgement(
        fact.id(),
        Roles.name(role).in(lang),
        known != null && known.holdsOn(asOf.day()) ? known : null);
  }

  /** Attaches a piece that is there already. */
  @PostMapping("/evidence")
  String attach(
      @PathVariable UUID id,
      @PathVariable String requirement,
      @RequestParam UUID piece,
      @RequestParam(defaultValue = "false") boolean shared,
      @ModelAttribute Viewer viewer) {
    InformatizationObject object = objects.objectToChange(viewer, id);
    links.add(
        viewer, object.organization(), List.of(piece), List.of(requirement), shared ? null : id);
    return "redirect:/objects/" + id + "/requirements/" + requirement;
  }

  /**
   * Records whether a person found that it conforms; it counts from today, and of the highest
   * severity once a second person approved.
   */
  @PostMapping("/attestation")
  String attest(
      @PathVariable UUID id,
      @PathVariable String requirement,
      @RequestParam(defaultValue = "") String conforms,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String remark,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    List<String> mistakes =
        attestations.attest(
            viewer, id, requirement, new Attestations.Typed(conforms, by, until, remark));
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      return work(id, requirement, null, viewer, asOf, ui, model);
    }
    return "redirect:/objects/" + id + "/requirements/" + requirement;
  }
}
