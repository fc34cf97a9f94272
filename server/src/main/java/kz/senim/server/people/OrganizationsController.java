package kz.senim.server.people;

import java.util.List;
import java.util.UUID;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisations there are, for administrators: names and people, nothing of their work. */
@Controller
@RequestMapping("/administration/organizations")
class OrganizationsController {

  private static final int PAGE = 50;

  private final Members members;
  private final Administration administration;

  OrganizationsController(Members members, Administration administration) {
    this.members = members;
    this.administration = administration;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID after,
      @ModelAttribute Viewer viewer,
      Model model) {
    Administration.mustAdminister(viewer);
    List<Members.Place> found = members.places(q.strip(), after, PAGE + 1);
    List<Members.Place> shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("q", q);
    model.addAttribute("places", shown);
    model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
    return "people/organizations";
  }

  @GetMapping("/{id}")
  String organization(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    Administration.mustAdminister(viewer);
    model.addAttribute("place", members.place(id).orElseThrow(NotFound::new));
    model.addAttribute("members", members.of(id));
    return "people/organization-admin";
  }

  @PostMapping("/{id}/archive")
  String archive(
      @PathVariable UUID id,
      @RequestParam String reason,
      @ModelAttribute Viewer viewer,
      Model model) {
    Administration.mustAdminister(viewer);
    if (members.place(id).isEmpty()) {
      throw new NotFound();
    }
    if (reason.isBlank() || reason.length() > 500) {
      model.addAttribute("mistakes", List.of("people.bad-reason"));
      return organization(id, viewer, model);
    }
    administration.archive(viewer, id, reason);
    return "redirect:/administration/organizations/" + id;
  }

  @PostMapping("/{id}/restore")
  String restore(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    Administration.mustAdminister(viewer);
    if (members.place(id).isEmpty()) {
      throw new NotFound();
    }
    administration.restore(id);
    return "redirect:/administration/organizations/" + id;
  }
}
