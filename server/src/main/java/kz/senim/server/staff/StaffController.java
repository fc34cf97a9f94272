package kz.senim.server.staff;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Form;
import kz.senim.server.web.Reason;
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

/** The register of staff: duties, courses with what is due next, acquaintance with documents. */
@Controller
class StaffController {

  private static final String COURSE_TERM = "limit.securityStaffTraining";

  private final Staff staff;
  private final Trainings trainings;
  private final Objects objects;
  private final KnownDocuments documents;
  private final LawBook book;

  StaffController(
      Staff staff, Trainings trainings, Objects objects, KnownDocuments documents, LawBook book) {
    this.staff = staff;
    this.trainings = trainings;
    this.objects = objects;
    this.documents = documents;
    this.book = book;
  }

  /**
   * Somebody in the list.
   *
   * @param next the last day for the next course; null when no course is asked or none was taken
   * @param state {@code met}, {@code not-met} or {@code not-applicable}, of the course
   * @param overdue days past the last day; 0 when it is not past
   */
  public record Row(
      StaffMember member, @Nullable LocalDate next, String state, long overdue, int known) {

    public boolean is(String other) {
      return state.equals(other);
    }
  }

  @GetMapping("/organizations/{id}/staff")
  String list(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, id));
    LocalDate day = asOf.day();
    Map<UUID, Integer> known = documents.known(id, day);
    List<Row> rows =
        staff.list(viewer, id, day).stream()
            .map(m -> row(m, day, known.getOrDefault(m.id(), 0)))
            .toList();
    List<Row> working = rows.stream().filter(r -> r.member().worksOn(day)).toList();
    model.addAttribute("working", working);
    model.addAttribute("former", rows.stream().filter(r -> !r.member().worksOn(day)).toList());
    model.addAttribute("courses", count(working, "met"));
    model.addAttribute("lacking", count(working, "not-met"));
    model.addAttribute("documents", documents.count(id, day).documents());
    model.addAttribute("complete", staff.isComplete(id));
    model.addAttribute("term", term(day));
    model.addAttribute("writes", viewer.writes(id));
    return "staff/list";
  }

  private static int count(List<Row> rows, String state) {
    return (int) rows.stream().filter(row -> row.is(state)).count();
  }

  private Row row(StaffMember member, LocalDate day, int known) {
    Period term = term(day);
    LocalDate course = member.courseOn();
    LocalDate next = course == null || term == null ? null : course.plus(term);
    String state =
        !member.needsCourse() || !member.worksOn(day) || term == null
            ? "not-applicable"
            : next != null && !next.isBefore(day) ? "met" : "not-met";
    long overdue =
        next != null && state.equals("not-met") ? day.toEpochDay() - next.toEpochDay() : 0;
    return new Row(member, next, state, overdue, known);
  }

  private @Nullable Period term(LocalDate day) {
    int index = book.parameterIndex(COURSE_TERM);
    return index >= 0 && book.parameters().get(index).on(day) instanceof Period term ? term : null;
  }

  @PostMapping("/organizations/{id}/staff/complete")
  String complete(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean complete,
      @ModelAttribute Viewer viewer) {
    staff.setComplete(viewer, id, complete);
    return "redirect:/organizations/" + id + "/staff";
  }

  @GetMapping("/organizations/{id}/staff/new")
  String add(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("duties", StaffForm.DUTIES);
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", Map.of("duty", StaffMember.SECURITY));
    }
    return "staff/new";
  }

  @PostMapping("/organizations/{id}/staff")
  String added(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      Model model) {
    Form form = new Form("staff", typed);
    Staff.Entry entry = StaffForm.entry(form);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return add(id, viewer, model);
    }
    return "redirect:/organizations/" + id + "/staff/" + staff.add(viewer, id, entry);
  }

  @GetMapping("/organizations/{id}/staff/{member}")
  String member(
      @PathVariable UUID id,
      @PathVariable UUID member,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    StaffMember found = staff.member(viewer, id, member, asOf.day());
    model.addAttribute("organization", objects.organization(viewer, id));
    model.addAttribute("row", row(found, asOf.day(), 0));
    model.addAttribute("member", found);
    model.addAttribute("trainings", trainings.of(member));
    model.addAttribute("known", documents.of(member));
    model.addAttribute("duties", StaffForm.DUTIES);
    model.addAttribute("kinds", StaffForm.KINDS);
    model.addAttribute("term", term(asOf.day()));
    model.addAttribute("writes", viewer.writes(id) && !found.archived());
    if (!model.containsAttribute("f")) {
      model.addAttribute("f", fields(found));
    }
    return "staff/member";
  }

  @PostMapping("/organizations/{id}/staff/{member}")
  String change(
      @PathVariable UUID id,
      @PathVariable UUID member,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    StaffMember found = staff.member(viewer, id, member, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("staff", typed);
    Staff.Entry entry = StaffForm.entry(form);
    if (!form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      model.addAttribute("f", form.typed());
      return member(id, member, viewer, asOf, model);
    }
    staff.change(viewer, found, entry);
    return "redirect:/organizations/" + id + "/staff/" + member;
  }

  @PostMapping("/organizations/{id}/staff/{member}/trainings")
  String train(
      @PathVariable UUID id,
      @PathVariable UUID member,
      @RequestParam MultiValueMap<String, String> typed,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    StaffMember found = staff.member(viewer, id, member, asOf.day());
    viewer.mustWrite(id);
    Form form = new Form("staff", typed);
    Training training = StaffForm.training(form, asOf.today());
    if (training == null) {
      Map<String, String> fields = new HashMap<>(form.typed());
      fields.putAll(fields(found));
      model.addAttribute("mistakes", form.mistakes().stream().distinct().toList());
      model.addAttribute("f", fields);
      return member(id, member, viewer, asOf, model);
    }
    trainings.add(viewer, found, training);
    return "redirect:/organizations/" + id + "/staff/" + member;
  }

  @PostMapping("/organizations/{id}/staff/{member}/trainings/{training}/archive")
  String archiveTraining(
      @PathVariable UUID id,
      @PathVariable UUID member,
      @PathVariable UUID training,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    trainings.archive(
        viewer, staff.member(viewer, id, member, asOf.day()), training, Reason.of(reason));
    return "redirect:/organizations/" + id + "/staff/" + member;
  }

  @PostMapping("/organizations/{id}/staff/{member}/archive")
  String archive(
      @PathVariable UUID id,
      @PathVariable UUID member,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf) {
    staff.archive(viewer, staff.member(viewer, id, member, asOf.day()), Reason.of(reason));
    return "redirect:/organizations/" + id + "/staff";
  }

  private static Map<String, String> fields(StaffMember member) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", member.name());
    fields.put("post", member.post());
    fields.put("duty", member.duty());
    put(fields, "joined", member.joinedOn());
    put(fields, "left", member.leftOn());
    put(fields, "revoked", member.accessRevokedOn());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable LocalDate day) {
    if (day != null) {
      fields.put(name, day.toString());
    }
  }
}
