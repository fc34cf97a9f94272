package kz.senim.server.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.approvals.Approvals;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Role;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of an organisation, for its own: owners and security officers ask others in. */
@Controller
class PeopleController {

  private final Accounts accounts;
  private final Members members;
  private final Administration administration;
  private final Invitations invitations;
  private final Approvals approvals;

  PeopleController(
      Accounts accounts,
      Members members,
      Administration administration,
      Invitations invitations,
      Approvals approvals) {
    this.accounts = accounts;
    this.members = members;
    this.administration = administration;
    this.invitations = invitations;
    this.approvals = approvals;
  }

  @GetMapping("/organizations/{id}/people")
  String people(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustRead(id);
    model.addAttribute("organization", members.place(id).orElseThrow(NotFound::new));
    model.addAttribute("members", members.of(id));
    model.addAttribute("waiting", approvals.waiting(id, null));
    model.addAttribute("writes", viewer.writes(id));
    model.addAttribute("roles", Role.values());
    model.addAttribute(
        "readsAudit",
        viewer.roles().getOrDefault(id, Set.of()).stream().anyMatch(role -> role != Role.OWNER));
    return "people/people";
  }

  /** Somebody who has an account gets the role; for somebody new there is a link to hand over. */
  @PostMapping("/organizations/{id}/people")
  @Transactional
  public String invite(
      @PathVariable UUID id,
      @RequestParam String email,
      @RequestParam String name,
      @RequestParam Role role,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    viewer.mustWrite(id);
    Account known = accounts.findByEmail(email.strip()).orElse(null);
    if (known != null) {
      administration.grant(viewer, known, id, role);
      return "redirect:/organizations/" + id + "/people";
    }
    List<String> mistakes = Invitations.mistakes(email, name);
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      model.addAttribute("email", email);
      model.addAttribute("name", name);
      return people(id, viewer, model);
    }
    UUID account = administration.invite(id, email, name);
    administration.grant(viewer, administration.account(account), id, role);
    model.addAttribute("link", invitations.link(account, ui.lang()));
    model.addAttribute("back", "/organizations/" + id + "/people");
    return "people/link";
  }

  @PostMapping("/organizations/{id}/people/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam UUID account,
      @RequestParam Role role,
      @ModelAttribute Viewer viewer) {
    viewer.mustWrite(id);
    administration.withdraw(viewer, administration.account(account), id, role);
    return "redirect:/organizations/" + id + "/people";
  }
}
