package kz.senim.server.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerSettings;
import kz.senim.server.StartSay;
import kz.senim.server.audit.Audit;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-time links: of the first start, and of each new account. */
@Controller
class SetupController {

  private static final Logger LOG = LoggerFactory.getLogger(SetupController.class);

  private final Accounts accounts;
  private final Members members;
  private final Sessions sessions;
  private final BreachedPasswords breached;
  private final Audit audit;
  private final ServerSettings settings;

  SetupController(
      Accounts accounts,
      Members members,
      Sessions sessions,
      BreachedPasswords breached,
      Audit audit,
      ServerSettings settings) {
    this.accounts = accounts;
    this.members = members;
    this.sessions = sessions;
    this.breached = breached;
    this.audit = audit;
    this.settings = settings;
  }

  /** The first start has no account and no default password: only this link. */
  @EventListener(ApplicationReadyEvent.class)
  void firstStart() {
    if (!settings.demo() && accounts.isEmpty()) {
      LOG.info(
          "{}",
          StartSay.FIRST_START
              .with(settings.baseUrl() + "/setup/" + accounts.newLink(null))
              .in(Languages.usual()));
    }
  }

  @GetMapping("/setup/{token}")
  String show(@PathVariable String token, Model model) {
    Accounts.Link link = accounts.findLink(token).orElseThrow(NotFound::new);
    UUID account = link.account();
    model.addAttribute("token", token);
    model.addAttribute("first", account == null);
    model.addAttribute(
        "account", account == null ? null : accounts.find(account).orElseThrow(NotFound::new));
    model.addAttribute("shortest", Passwords.SHORTEST);
    return "people/setup";
  }

  @PostMapping("/setup/{token}")
  @Transactional
  public String finish(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String password,
      @RequestParam String again,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Accounts.Link link = accounts.findLink(token).orElseThrow(NotFound::new);
    UUID account = link.account();
    List<String> mistakes = new ArrayList<>();
    if (account == null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      mistakes.add("people.setup.bad-email");
    }
    if (account == null && name.isBlank()) {
      mistakes.add("people.setup.bad-name");
    }
    Account found = account == null ? null : accounts.find(account).orElseThrow(NotFound::new);
    String own = found == null ? email : found.email();
    mistakes.addAll(
        Passwords.mistakes(
            password,
            again,
            own,
            found == null ? name : found.name(),
            account == null ? List.of() : members.names(account)));
    if (mistakes.isEmpty() && breached.contains(password)) {
      mistakes.add("people.setup.breached-password");
    }
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      model.addAttribute("email", email);
      model.addAttribute("name", name);
      return show(token, model);
    }
    if (!accounts.useLink(token)) {
      throw new NotFound();
    }
    // Nobody is signed in here: the link says who it is.
    return Scope.system(() -> setUp(account, email, name, password, own, ui));
  }

  private String setUp(
      @Nullable UUID account, String email, String name, String password, String own, Ui ui) {
    UUID id = account == null ? accounts.create(email, name, true) : account;
    accounts.setPassword(id, password);
    accounts.setLanguage(id, ui.lang().code());
    sessions.endAll(own, null);
    audit.record(id, own, null, "account.password", "account " + id, "by-link", true);
    return "redirect:/sign-in?ready";
  }
}
