package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** An organisation's objects and how they stand. */
@Controller
class OrganizationController {

  private final Objects objects;
  private final Standings standings;

  OrganizationController(Objects objects, Standings standings) {
    this.objects = objects;
    this.standings = standings;
  }

  /** An object in a list, with how it stood when last counted. */
  public record Row(InformatizationObject object, @Nullable Standing standing) {}

  @GetMapping("/organizations/{id}")
  String organization(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    Organization organization = objects.organization(viewer, id);
    List<InformatizationObject> list = objects.list(id);
    Map<UUID, Standing> found =
        standings.latest(list.stream().map(InformatizationObject::id).toList(), asOf.day());
    List<Row> rows = new ArrayList<>();
    list.forEach(object -> rows.add(new Row(object, found.get(object.id()))));
    model.addAttribute("organization", organization);
    model.addAttribute("rows", rows);
    model.addAttribute("writes", viewer.writes(id));
    return "objects/organization";
  }
}
