package kz.senim.server.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.springframework.beans.factory.ObjectProvider;
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

  /** By what the session knows the link whose code was given; the code itself is not kept. */
  private static final String LINK = "setup-link";

  private final Accounts accounts;
  private final Members members;
  private final Sessions sessions;
  private final ObjectProvider<WaysIn> ways;
  private final BreachedPasswords breached;
  private final Audit audit;
  private final ServerSettings settings;

  SetupController(
      Accounts accounts,
      Members members,
      Sessions sessions,
      ObjectProvider<WaysIn> ways,
      BreachedPasswords breached,
      Audit audit,
      ServerSettings settings) {
    this.accounts = accounts;
    this.members = members;
    this.sessions = sessions;
    this.ways = ways;
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
              .with(Invitations.address(settings, accounts.newLink(null)))
              .in(Languages.usual()));
    }
  }

  /** As links were before: their secret in the path, where servers and proxies note it. */
  @GetMapping("/setup/{code}")
  String before(@PathVariable String code) {
    if (accounts.findLink(Accounts.handle(code)).isEmpty()) {
      throw new NotFound();
    }
    return "redirect:/setup#" + code;
  }

  /** Asks for the code of the link, which a script takes from the fragment; then for a password. */
  @GetMapping("/setup")
  String show(HttpSession session, Model model) {
    Accounts.Link link = link(session).orElse(null);
    if (link == null) {
      return "people/setup-code";
    }
    UUID account = link.account();
    model.addAttribute("first", account == null);
    model.addAttribute(
        "account", account == null ? null : accounts.find(account).orElseThrow(NotFound::new));
    model.addAttribute("shortest", Passwords.SHORTEST);
    return "people/setup";
  }

  private Optional<Accounts.Link> link(HttpSession session) {
    return session.getAttribute(LINK) instanceof String handle
        ? accounts.findLink(handle)
        : Optional.empty();
  }

  @PostMapping(path = "/setup", params = "!password")
  String open(
      @RequestParam String code, HttpSession session, Model model, HttpServletResponse response) {
    String handle = Accounts.handle(code.strip());
    if (accounts.findLink(handle).isEmpty()) {
      session.removeAttribute(LINK);
      return unknown(model, response);
    }
    session.setAttribute(LINK, handle);
    return "redirect:/setup";
  }

  private static String unknown(Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    model.addAttribute("mistakes", List.of("people.setup.bad-code"));
    return "people/setup-code";
  }

  @PostMapping(path = "/setup", params = "password")
  @Transactional
  public String finish(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String password,
      @RequestParam String again,
      @ModelAttribute("ui") Ui ui,
      HttpSession session,
      Model model,
      HttpServletResponse response) {
    Accounts.Link link = link(session).orElse(null);
    if (link == null) {
      return unknown(model, response);
    }
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
      return show(session, model);
    }
    if (!accounts.useLink(String.valueOf(session.getAttribute(LINK)))) {
      return unknown(model, response);
    }
    session.removeAttribute(LINK);
    // Nobody is signed in here: the link says who it is.
    return Scope.system(() -> setUp(account, email, name, password, own, ui));
  }

  private String setUp(
      @Nullable UUID account, String email, String name, String password, String own, Ui ui) {
    UUID id = account == null ? accounts.create(email, name, true) : account;
    accounts.setPassword(id, password);
    accounts.setLanguage(id, ui.lang().code());
    sessions.endAll(own, null);
    ways.forEach(way -> way.endAll(id, own));
    audit.record(id, own, null, "account.password", "account " + id, "by-link", true);
    return "redirect:/sign-in?ready";
  }
}
