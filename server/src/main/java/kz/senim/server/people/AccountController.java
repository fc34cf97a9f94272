package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: name, password, sessions. Language and theme are set as on every page. */
@Controller
@RequestMapping("/account")
class AccountController {

  private static final Set<String> DONE =
      Set.of("name", "password", "session", "sessions", "totp", "passkey", "passkey-removed");

  private final Accounts accounts;
  private final Members members;
  private final Sessions sessions;
  private final Factors factors;
  private final RecoveryCodes recovery;
  private final PasswordEncoder passwords;
  private final SignInLimits limits;
  private final BreachedPasswords breached;
  private final FreshFactor fresh;
  private final ObjectProvider<AccountTokens> tokens;
  private final Audit audit;

  AccountController(
      Accounts accounts,
      Members members,
      Sessions sessions,
      Factors factors,
      RecoveryCodes recovery,
      PasswordEncoder passwords,
      SignInLimits limits,
      BreachedPasswords breached,
      FreshFactor fresh,
      ObjectProvider<AccountTokens> tokens,
      Audit audit) {
    this.accounts = accounts;
    this.members = members;
    this.sessions = sessions;
    this.factors = factors;
    this.recovery = recovery;
    this.passwords = passwords;
    this.limits = limits;
    this.breached = breached;
    this.fresh = fresh;
    this.tokens = tokens;
    this.audit = audit;
  }

  @GetMapping
  String account(
      @RequestParam(defaultValue = "") String done,
      @ModelAttribute Viewer viewer,
      HttpSession session,
      Model model) {
    Account account = accounts.find(viewer.account()).orElseThrow();
    model.addAttribute("done", DONE.contains(done) ? done : "");
    model.addAttribute("account", account);
    model.addAttribute("memberships", members.of(account));
    model.addAttribute("sessions", sessions.list(account.email(), session.getId()));
    model.addAttribute("passkeys", factors.passkeys(account));
    model.addAttribute("fresh", fresh.shown());
    model.addAttribute("codes", recovery.left(account.id()));
    model.addAttribute(
        "tokens", tokens.stream().flatMap(all -> all.working(account.id()).stream()).toList());
    model.addAttribute("shortest", Passwords.SHORTEST);
    return "people/account";
  }

  /** The page again, when a second factor must be shown first. */
  String stale(Viewer viewer, HttpSession session, Model model) {
    model.addAttribute("mistakes", List.of("people.stale-factor"));
    return account("", viewer, session, model);
  }

  @PostMapping("/name")
  String name(
      @RequestParam String name, @ModelAttribute Viewer viewer, HttpSession session, Model model) {
    List<String> mistakes = Invitations.mistakes(viewer.email(), name);
    if (mistakes.contains("people.setup.bad-name")) {
      model.addAttribute("mistakes", List.of("people.setup.bad-name"));
      return account("", viewer, session, model);
    }
    accounts.setName(viewer.account(), name);
    audit.record(null, "account.name", "account " + viewer.account(), name.strip());
    return "redirect:/account?done=name";
  }

  /** Other sessions end: whoever learned the old password is out. */
  @PostMapping("/password")
  @Transactional
  public String password(
      @RequestParam(defaultValue = "") String old,
      @RequestParam String password,
      @RequestParam String again,
      @RequestParam(defaultValue = "false") boolean revokeTokens,
      @ModelAttribute Viewer viewer,
      HttpServletRequest request,
      Model model) {
    HttpSession session = request.getSession();
    List<String> mistakes =
        Passwords.mistakes(
            password, again, viewer.email(), viewer.name(), members.names(viewer.account()));
    if (mistakes.isEmpty() && breached.contains(password)) {
      mistakes.add("people.setup.breached-password");
    }
    String hash = accounts.passwordHash(viewer.email());
    if (!limits.wait(viewer.email(), request.getRemoteAddr()).isZero()) {
      mistakes.add(0, "people.must-wait");
    } else if (hash != null && !passwords.matches(old, hash)) {
      limits.failed(viewer.email(), request.getRemoteAddr());
      audit.record(
          viewer.account(),
          viewer.email(),
          null,
          "account.password",
          "account " + viewer.account(),
          "wrong-password",
          false);
      mistakes.add(0, "people.wrong-old-password");
    }
    if (!mistakes.isEmpty()) {
      model.addAttribute("mistakes", mistakes);
      return account("", viewer, session, model);
    }
    accounts.setPassword(viewer.account(), password);
    sessions.endAll(viewer.email(), session.getId());
    if (revokeTokens) {
      tokens.forEach(all -> all.revokeAll(viewer.account()));
    }
    audit.record(null, "account.password", "account " + viewer.account(), "changed");
    return "redirect:/account?done=password";
  }

  @PostMapping("/sessions/end")
  String endSession(
      @RequestParam String handle,
      @ModelAttribute Viewer viewer,
      HttpSession session,
      Model model) {
    if (!fresh.shown()) {
      return stale(viewer, session, model);
    }
    if (sessions.end(viewer.email(), handle)) {
      audit.record(null, "session.end", "account " + viewer.account(), handle);
    }
    return "redirect:/account?done=session";
  }

  /** Signs out everywhere else. */
  @PostMapping("/sessions/end-others")
  String endOthers(
      @RequestParam(defaultValue = "false") boolean revokeTokens,
      @ModelAttribute Viewer viewer,
      HttpSession session,
      Model model) {
    if (!fresh.shown()) {
      return stale(viewer, session, model);
    }
    int ended = sessions.endAll(viewer.email(), session.getId());
    if (revokeTokens) {
      tokens.forEach(all -> all.revokeAll(viewer.account()));
    }
    audit.record(null, "session.end", "account " + viewer.account(), Integer.toString(ended));
    return "redirect:/account?done=sessions";
  }
}
