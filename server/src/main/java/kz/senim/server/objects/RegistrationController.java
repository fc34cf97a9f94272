package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.server.people.Accounts;
import kz.senim.server.web.Reason;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering organisations and objects, and putting objects away. */
@Controller
class RegistrationController {

  private static final int LONGEST_NAME = 300;

  private final Objects objects;
  private final Accounts accounts;

  RegistrationController(Objects objects, Accounts accounts) {
    this.objects = objects;
    this.accounts = accounts;
  }

  @GetMapping("/organizations/new")
  String newOrganization() {
    return "objects/organization-new";
  }

  /** Whoever registers an organisation is its owner's person. */
  @PostMapping("/organizations")
  @Transactional
  public String addOrganization(
      @RequestParam String name,
      @RequestParam String bin,
      @ModelAttribute Viewer viewer,
      Model model) {
    List<String> mistakes = new ArrayList<>();
    String number = bin.replaceAll("\\s", "");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      mistakes.add("objects.bad-name");
    }
    if (!IdentificationNumber.isValid(number)) {
      mistakes.add("objects.bad-bin");
    } else if (objects.findByBin(number).isPresent()) {
      mistakes.add("objects.bin-taken");
    }
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      model.addAttribute("name", name);
      model.addAttribute("bin", bin);
      return "objects/organization-new";
    }
    UUID id = objects.addOrganization(viewer, name, number);
    accounts.grant(viewer.account(), id, Role.OWNER);
    return "redirect:/organizations/" + id;
  }

  @GetMapping("/organizations/{id}/objects/new")
  String newObject(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    viewer.mustWrite(id);
    model.addAttribute("organization", objects.organization(viewer, id));
    return "objects/object-new";
  }

  @PostMapping("/organizations/{id}/objects")
  String addObject(
      @PathVariable UUID id,
      @RequestParam String name,
      @RequestParam String code,
      @ModelAttribute Viewer viewer,
      Model model) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      model.addAttribute("mistakes", List.of("objects.bad-name"));
      model.addAttribute("name", name);
      model.addAttribute("code", code);
      return newObject(id, viewer, model);
    }
    return "redirect:/objects/" + objects.add(viewer, id, name, code) + "/interview";
  }

  @PostMapping("/objects/{id}/archive")
  String archive(
      @PathVariable UUID id, @RequestParam String reason, @ModelAttribute Viewer viewer) {
    InformatizationObject object = objects.object(viewer, id);
    objects.archive(viewer, id, Reason.of(reason));
    return "redirect:/organizations/" + object.organization();
  }
}
