package kz.senim.server.hooks;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.objects.Objects;
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

/** An organisation's webhooks, and what became of each message. */
@Controller
@RequestMapping("/organizations/{organization}/hooks")
class HookController {

  private static final List<String> WORDS = HookEvent.CHOICE.stream().map(HookEvent::word).toList();

  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final Targets targets;
  private final Objects objects;

  HookController(Subscriptions subscriptions, Outbox outbox, Targets targets, Objects objects) {
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.targets = targets;
    this.objects = objects;
  }

  @GetMapping
  String list(@PathVariable UUID organization, @ModelAttribute Viewer viewer, Model model) {
    return show(organization, viewer, Map.of(), Set.of(), model);
  }

  private String show(
      UUID organization,
      Viewer viewer,
      Map<String, String> typed,
      Set<String> ticked,
      Model model) {
    model.addAttribute("organization", objects.organization(viewer, organization));
    model.addAttribute("subscriptions", subscriptions.list(organization));
    model.addAttribute("events", HookEvent.CHOICE);
    model.addAttribute("typed", typed);
    model.addAttribute("ticked", ticked);
    model.addAttribute("writes", viewer.writes(organization));
    return "hooks/list";
  }

  @PostMapping
  String add(
      @PathVariable UUID organization,
      @RequestParam MultiValueMap<String, String> fields,
      @ModelAttribute Viewer viewer,
      Model model) {
    viewer.mustWrite(organization);
    Form form = new Form("hooks", fields);
    List<String> words = form.ticked("event", WORDS);
    if (words.isEmpty()) {
      form.wrong("event");
    }
    if (subscriptions.list(organization).stream().filter(one -> !one.ended()).count()
        >= Subscriptions.MOST) {
      form.wrong("number");
    }
    URI url = url(form);
    if (url == null || !form.mistakes().isEmpty()) {
      model.addAttribute("mistakes", form.mistakes());
      return show(organization, viewer, form.typed(), Set.copyOf(words), model);
    }
    Subscriptions.Made made =
        subscriptions.add(
            viewer,
            organization,
            url,
            words.stream().flatMap(word -> HookEvent.find(word).stream()).toList());
    model.addAttribute("organization", objects.organization(viewer, organization));
    model.addAttribute("hook", made.id());
    model.addAttribute("secret", made.secret());
    return "hooks/made";
  }

  /** Null when it may not be told there, which is noted. */
  private @Nullable URI url(Form form) {
    String typed = form.text("url", 2000);
    try {
      URI url = Targets.read(typed == null ? "" : typed);
      targets.check(url);
      return url;
    } catch (Targets.Refused e) {
      form.mistakes().add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  @GetMapping("/{hook}")
  String hook(
      @PathVariable UUID organization,
      @PathVariable UUID hook,
      @ModelAttribute Viewer viewer,
      Model model) {
    Subscription found = subscriptions.get(viewer, organization, hook);
    model.addAttribute("organization", objects.organization(viewer, organization));
    model.addAttribute("subscription", found);
    model.addAttribute("deliveries", outbox.list(hook));
    model.addAttribute("writes", viewer.writes(organization) && !found.ended());
    return "hooks/hook";
  }

  /** Sends a message that says nothing, to try it. */
  @PostMapping("/{hook}/test")
  String test(
      @PathVariable UUID organization, @PathVariable UUID hook, @ModelAttribute Viewer viewer) {
    Subscription found = subscriptions.get(viewer, organization, hook);
    viewer.mustWrite(organization);
    if (!found.ended()) {
      outbox.tell(
          organization,
          List.of(hook),
          HookEvent.TEST_PING,
          null,
          Map.of("organization", organization.toString()));
    }
    return back(organization, hook);
  }

  @PostMapping("/{hook}/end")
  String end(
      @PathVariable UUID organization, @PathVariable UUID hook, @ModelAttribute Viewer viewer) {
    subscriptions.end(viewer, subscriptions.get(viewer, organization, hook));
    return back(organization, hook);
  }

  @PostMapping("/{hook}/deliveries/{delivery}/again")
  String again(
      @PathVariable UUID organization,
      @PathVariable UUID hook,
      @PathVariable UUID delivery,
      @ModelAttribute Viewer viewer) {
    outbox.again(viewer, subscriptions.get(viewer, organization, hook), delivery);
    return back(organization, hook);
  }

  private static String back(UUID organization, UUID hook) {
    return "redirect:/organizations/" + organization + "/hooks/" + hook;
  }
}
