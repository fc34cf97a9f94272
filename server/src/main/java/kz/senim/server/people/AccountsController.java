package kz.senim.server.people;

import java.util.List;
import java.util.UUID;
import kz.senim.server.approvals.Approvals;
import kz.senim.server.people.Administration.Refused;
import kz.senim.server.web.Role;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People and their roles, for administrators. */
@Controller
@RequestMapping("/administration/accounts")
class AccountsController {

  private static final int PAGE = 50;

  private final Accounts accounts;
  private final Members members;
  private final Administration administration;
  private final Invitations invitations;
  private final Approvals approvals;

  AccountsController(
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

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID after,
      @ModelAttribute Viewer viewer,
      Model model) {
    Administration.mustAdminister(viewer);
    List<Account> found = accounts.list(q.strip(), after, PAGE + 1);
    List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("q", q);
    model.addAttribute("people", shown);
    model.addAttribute("counts", members.organizations(shown.stream().map(Account::id).toList()));
    model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
    return "people/accounts";
  }

  @PostMapping
  @Transactional
  public String invite(
      @RequestParam String email,
      @RequestParam String name,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Administration.mustAdminister(viewer);
    List<String> mistakes = Invitations.mistakes(email, name);
    if (mistakes.isEmpty() && accounts.findByEmail(email.strip()).isPresent()) {
      mistakes.add("people.email-taken");
    }
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      model.addAttribute("email", email);
      model.addAttribute("name", name);
      return list("", null, viewer, model);
    }
    UUID id = administration.invite(null, email, name);
    model.addAttribute("link", invitations.link(id, ui.lang()));
    model.addAttribute("back", "/administration/accounts/" + id);
    return "people/link";
  }

  @GetMapping("/{id}")
  String account(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    Administration.mustAdminister(viewer);
    Account account = administration.account(id);
    model.addAttribute("account", account);
    model.addAttribute("memberships", members.of(account));
    model.addAttribute("waiting", approvals.waiting(null, id));
    model.addAttribute("self", viewer.account().equals(id));
    model.addAttribute("roles", Role.values());
    return "people/account-admin";
  }

  @PostMapping("/{id}/roles")
  String grant(
      @PathVariable UUID id,
      @RequestParam String organization,
      @RequestParam Role role,
      @ModelAttribute Viewer viewer,
      Model model) {
    Administration.mustAdminister(viewer);
    Account account = administration.account(id);
    List<Members.Place> places = members.places(organization.strip(), null, 2);
    if (organization.isBlank() || places.size() != 1 || places.getFirst().archived()) {
      model.addAttribute(
          "mistakes",
          List.of(places.size() > 1 ? "people.organization-several" : "people.organization-none"));
      model.addAttribute("organization", organization);
      return account(id, viewer, model);
    }
    administration.grant(viewer, account, places.getFirst().id(), role);
    return "redirect:/administration/accounts/" + id;
  }

  @PostMapping("/{id}/roles/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam UUID organization,
      @RequestParam Role role,
      @ModelAttribute Viewer viewer) {
    Administration.mustAdminister(viewer);
    administration.withdraw(viewer, administration.account(id), organization, role);
    return "redirect:/administration/accounts/" + id;
  }

  @PostMapping("/{id}/administrator")
  String administrator(
      @PathVariable UUID id,
      @RequestParam boolean administrator,
      @ModelAttribute Viewer viewer,
      Model model) {
    Administration.mustAdminister(viewer);
    try {
      administration.setAdministrator(viewer, administration.account(id), administrator);
    } catch (Refused e) {
      return refused(e, id, viewer, model);
    }
    return "redirect:/administration/accounts/" + id;
  }

  @PostMapping("/{id}/disable")
  String disable(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    Administration.mustAdminister(viewer);
    try {
      administration.disable(administration.account(id));
    } catch (Refused e) {
      return refused(e, id, viewer, model);
    }
    return "redirect:/administration/accounts/" + id;
  }

  @PostMapping("/{id}/enable")
  String enable(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    Administration.mustAdminister(viewer);
    administration.enable(administration.account(id));
    return "redirect:/administration/accounts/" + id;
  }

  /**
   * A new link: for a first password, or for one in place of the one forgotten. It is shown at
   * once; where it takes a second person it works from then on.
   */
  @PostMapping("/{id}/link")
  @Transactional
  public String link(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Administration.mustAdminister(viewer);
    Administration.NewLink made = administration.link(viewer, administration.account(id));
    model.addAttribute("link", invitations.link(id, made.token(), made.waits(), ui.lang()));
    model.addAttribute("back", "/administration/accounts/" + id);
    return "people/link";
  }

  @PostMapping("/{id}/second-factor")
  String resetSecondFactor(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    Administration.mustAdminister(viewer);
    administration.resetSecondFactor(viewer, administration.account(id));
    return "redirect:/administration/accounts/" + id;
  }

  /** Signs the person out everywhere. */
  @PostMapping("/{id}/sessions/end")
  String endSessions(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    Administration.mustAdminister(viewer);
    administration.endSessions(administration.account(id));
    return "redirect:/administration/accounts/" + id;
  }

  private String refused(Refused why, UUID id, Viewer viewer, Model model) {
    model.addAttribute("mistakes", List.of(String.valueOf(why.getMessage())));
    return account(id, viewer, model);
  }
}
