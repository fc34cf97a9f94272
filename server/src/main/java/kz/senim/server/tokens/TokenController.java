package kz.senim.server.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Organization;
import kz.senim.server.people.FreshFactor;
import kz.senim.server.web.Form;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own tokens: those there are, and a new one, which is shown once. */
@Controller
@RequestMapping("/account/tokens")
class TokenController {

  /** For how many days a token can be made. */
  static final List<Integer> LASTS = List.of(7, 30, 90, 365);

  private static final int LONGEST_NAME = 100;
  private static final List<String> WORDS = Arrays.stream(Scope.values()).map(Scope::word).toList();

  private final Tokens tokens;
  private final Objects objects;
  private final FreshFactor factor;
  private final Clock clock;

  TokenController(Tokens tokens, Objects objects, FreshFactor factor, Clock clock) {
    this.tokens = tokens;
    this.objects = objects;
    this.factor = factor;
    this.clock = clock;
  }

  @GetMapping
  String list(@ModelAttribute Viewer viewer, Model model) {
    return show(viewer, Map.of(), Set.of(), model);
  }

  private String show(Viewer viewer, Map<String, String> typed, Set<String> ticked, Model model) {
    model.addAttribute("tokens", tokens.list(viewer.account()));
    model.addAttribute("organizations", objects.organizations(viewer.roles().keySet()));
    model.addAttribute("now", clock.instant());
    model.addAttribute("fresh", factor.shown());
    model.addAttribute("scopes", Scope.values());
    model.addAttribute("lasts", LASTS);
    model.addAttribute("typed", typed);
    model.addAttribute("ticked", ticked);
    return "tokens/list";
  }

  @PostMapping
  String make(
      @RequestParam MultiValueMap<String, String> fields,
      @ModelAttribute Viewer viewer,
      Model model) {
    Form form = new Form("tokens", fields);
    String name = form.mustText("name", LONGEST_NAME);
    List<String> scopes = form.ticked("scope", WORDS);
    if (scopes.isEmpty()) {
      form.wrong("scope");
    }
    Integer days = form.number("days", 1, (int) Tokens.LONGEST.toDays());
    if (fields.getFirst("days") == null) {
      form.wrong("days");
    }
    UUID organization = organization(viewer, form);
    if (!factor.shown()) {
      form.wrong("factor");
    }
    if (tokens.working(viewer.account()).size() >= Tokens.MOST) {
      form.wrong("number");
    }
    if (!form.mistakes().isEmpty() || days == null) {
      model.addAttribute("mistakes", form.mistakes());
      return show(viewer, form.typed(), Set.copyOf(scopes), model);
    }
    Set<Scope> wanted = new TreeSet<>();
    scopes.forEach(word -> Scope.find(word).ifPresent(wanted::add));
    model.addAttribute(
        "token", tokens.make(viewer, name, wanted, organization, Duration.ofDays(days)));
    model.addAttribute("name", name);
    return "tokens/made";
  }

  private @Nullable UUID organization(Viewer viewer, Form form) {
    List<String> theirs =
        objects.organizations(viewer.roles().keySet()).stream()
            .map(Organization::id)
            .map(UUID::toString)
            .toList();
    String chosen = form.choice("organization", theirs);
    return chosen == null ? null : UUID.fromString(chosen);
  }

  @PostMapping("/{id}/revoke")
  String revoke(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    tokens.revoke(viewer, id);
    return "redirect:/account/tokens";
  }
}
