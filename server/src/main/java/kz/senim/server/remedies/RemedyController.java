package kz.senim.server.remedies;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
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

/** Remedies as a list over all the viewer's organisations, and each of them with its history. */
@Controller
class RemedyController {

  private static final int LONGEST_NOTE = 2000;

  private final Remedies remedies;
  private final RemedyLists lists;
  private final Objects objects;
  private final Assessments assessments;
  private final LawBook book;
  private final WorkingCalendar calendar;

  RemedyController(
      Remedies remedies,
      RemedyLists lists,
      Objects objects,
      Assessments assessments,
      LawBook book,
      WorkingCalendar calendar) {
    this.remedies = remedies;
    this.lists = lists;
    this.objects = objects;
    this.assessments = assessments;
    this.book = book;
    this.calendar = calendar;
  }

  @GetMapping("/remedies")
  String list(
      @RequestParam(required = false) @Nullable UUID organization,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    String words = Objects.words(q);
    Objects.Choice choice = objects.choose(viewer, organization, words);
    RemedyLists.Filter filter =
        new RemedyLists.Filter(
            choice.wanted(),
            object,
            "all".equals(status) ? "" : status,
            overdue,
            mine,
            Math.clamp(page, 0, RemedyLists.Filter.LAST_PAGE));
    RemedyLists.Page found = lists.list(viewer, filter, asOf.day());
    model.addAttribute("found", found);
    model.addAttribute(
        "rows",
        found.remedies().stream()
            .map(remedy -> Row.of(remedy, book, calendar, asOf.day(), ui.lang()))
            .toList());
    model.addAttribute("choice", choice);
    model.addAttribute("organization", organization);
    model.addAttribute("words", words);
    model.addAttribute("object", object == null ? null : objects.object(viewer, object));
    model.addAttribute("filter", filter);
    model.addAttribute("status", status);
    return "remedies/list";
  }

  @GetMapping("/objects/{object}/requirements/{requirement}/remedies/new")
  String newRemedy(
      @PathVariable UUID object,
      @PathVariable String requirement,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    var found = objects.objectToChange(viewer, object);
    Requirement about = book.findRequirement(requirement).orElseThrow(NotFound::new);
    model.addAttribute("object", found);
    model.addAttribute("requirement", requirement);
    model.addAttribute("cite", CitationText.in(book.provisionOf(about).citation(), ui.lang()));
    model.addAttribute("statement", about.statement().in(ui.lang()));
    model.addAttribute("members", remedies.members(found.organization()));
    model.addAttribute("earliest", asOf.today());
    return "remedies/new";
  }

  @PostMapping("/objects/{object}/requirements/{requirement}/remedies")
  String assign(
      @PathVariable UUID object,
      @PathVariable String requirement,
      @RequestParam Map<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, object, asOf.today());
    UUID organization = assessed.organization().id();
    viewer.mustWrite(organization);
    RemedyForm.Read read = RemedyForm.read(form, remedies.members(organization), asOf.today());
    Plan plan = read.plan();
    if (plan == null) {
      model.addAttribute("mistakes", read.mistakes());
      model.addAttribute("form", form);
      return newRemedy(object, requirement, viewer, asOf, ui, model);
    }
    remedies.assign(viewer, assessed, requirement, plan);
    return "redirect:/objects/" + object + "/requirements/" + requirement;
  }

  @GetMapping("/remedies/{id}")
  String remedy(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Remedy remedy = remedies.remedy(viewer, id);
    model.addAttribute("row", Row.of(remedy, book, calendar, asOf.day(), ui.lang()));
    model.addAttribute("remedy", remedy);
    model.addAttribute("writes", viewer.writes(remedy.organization()));
    model.addAttribute("members", remedies.members(remedy.organization()));
    model.addAttribute("earliest", earliest(remedy, asOf));
    model.addAttribute("history", remedies.history(remedy));
    return "remedies/remedy";
  }

  @PostMapping("/remedies/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Remedy remedy = remedies.remedy(viewer, id);
    viewer.mustWrite(remedy.organization());
    RemedyForm.Read read =
        RemedyForm.read(form, remedies.members(remedy.organization()), earliest(remedy, asOf));
    Plan plan = read.plan();
    if (plan == null) {
      model.addAttribute("mistakes", read.mistakes());
      model.addAttribute("form", form);
      return remedy(id, viewer, asOf, ui, model);
    }
    remedies.change(viewer, remedy, plan, note(form));
    return "redirect:/remedies/" + id;
  }

  @PostMapping("/remedies/{id}/done")
  String done(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute Viewer viewer) {
    remedies.settle(viewer, remedies.remedy(viewer, id), true, note(form));
    return "redirect:/remedies/" + id;
  }

  /** Whoever opens it again says why. */
  @PostMapping("/remedies/{id}/reopen")
  String reopen(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Remedy remedy = remedies.remedy(viewer, id);
    viewer.mustWrite(remedy.organization());
    if (note(form).isEmpty()) {
      model.addAttribute("mistakes", List.of("remedies.no-note"));
      return remedy(id, viewer, asOf, ui, model);
    }
    remedies.settle(viewer, remedy, false, note(form));
    return "redirect:/remedies/" + id;
  }

  /** A day that has gone by can stay, and cannot be chosen anew. */
  private static LocalDate earliest(Remedy remedy, AsOf asOf) {
    return RemedyForm.earliest(remedy, asOf.today());
  }

  private static String note(Map<String, String> form) {
    String note = form.getOrDefault("note", "").strip();
    return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }
}
