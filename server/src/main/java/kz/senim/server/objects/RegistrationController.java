package kz.senim.server.objects;

import java.util.List;
import java.util.UUID;
import kz.senim.server.web.Reason;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering organisations and objects, and putting objects away. */
@Controller
class RegistrationController {

  private final Objects objects;
  private final Registration registration;

  RegistrationController(Objects objects, Registration registration) {
    this.objects = objects;
    this.registration = registration;
  }

  @GetMapping("/organizations/new")
  String newOrganization() {
    return "objects/organization-new";
  }

  @PostMapping("/organizations")
  String addOrganization(
      @RequestParam String name,
      @RequestParam String bin,
      @ModelAttribute Viewer viewer,
      Model model) {
    List<String> mistakes = registration.mistakes(name, bin);
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      model.addAttribute("name", name);
      model.addAttribute("bin", bin);
      return "objects/organization-new";
    }
    return "redirect:/organizations/" + registration.register(viewer, name, bin);
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
    if (Registration.isBadName(name)) {
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
