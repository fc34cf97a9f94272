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
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's objects and how they stand. */
@Controller
class OrganizationController {

  private static final int PAGE = 50;
  private static final int MOST_PAGES = 10_000;

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
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      Model model) {
    Organization organization = objects.organization(viewer, id);
    int at = Math.clamp(page, 0, MOST_PAGES);
    String words = q.strip();
    Objects.Page found = objects.page(id, words, at * PAGE, PAGE);
    List<InformatizationObject> list = found.objects();
    Map<UUID, Standing> counted =
        standings.latest(list.stream().map(InformatizationObject::id).toList(), asOf.day());
    List<Row> rows = new ArrayList<>();
    list.forEach(object -> rows.add(new Row(object, counted.get(object.id()))));
    model.addAttribute("organization", organization);
    model.addAttribute("rows", rows);
    model.addAttribute("writes", viewer.writes(id));
    model.addAttribute("q", words);
    model.addAttribute("page", at);
    model.addAttribute("more", (at + 1) * PAGE < found.total());
    model.addAttribute("total", found.total());
    model.addAttribute("many", found.total() > PAGE || !words.isEmpty());
    return "objects/organization";
  }
}
