package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: the password, then the second factor, which is set up at the first time. */
@Controller
class SignInController {

  static final String NEW_SECRET = "newTotpSecret";

  private final Accounts accounts;
  private final Totp totp;
  private final RecoveryCodes recovery;
  private final SignInLimits limits;
  private final Entrance entrance;
  private final Gate gate;
  private final Audit audit;
  private final SingleSignOn.Settings provider;

  SignInController(
      Accounts accounts,
      Totp totp,
      RecoveryCodes recovery,
      SignInLimits limits,
      Entrance entrance,
      Gate gate,
      Audit audit,
      SingleSignOn.Settings provider) {
    this.accounts = accounts;
    this.totp = totp;
    this.recovery = recovery;
    this.limits = limits;
    this.entrance = entrance;
    this.gate = gate;
    this.audit = audit;
    this.provider = provider;
  }

  /**
   * @param wait for how many minutes nobody may try again; null when somebody may
   */
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(name = "wait", required = false) @Nullable Integer wait, Model model) {
    model.addAttribute("minutes", wait == null ? null : Math.clamp(wait, 1, 60));
    model.addAttribute("provider", provider.active() ? provider.title() : null);
    return "people/sign-in";
  }

  @GetMapping("/sign-in/second")
  String second(
      @AuthenticationPrincipal AccountPrincipal principal,
      @RequestParam(name = "wait", required = false) @Nullable Integer wait,
      Model model) {
    Account account = account(principal);
    if (!account.secondFactor()) {
      return "redirect:/sign-in/enrol";
    }
    model.addAttribute("account", account);
    model.addAttribute("minutes", wait == null ? null : Math.clamp(wait, 1, 60));
    return "people/second";
  }

  @PostMapping("/sign-in/second")
  String second(
      @AuthenticationPrincipal AccountPrincipal principal,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (mustWait(principal, request)) {
      return waiting(principal, request);
    }
    return totp.accepts(principal.id(), code)
        ? enter(principal, "code", request, response)
        : wrong(principal, "wrong-code", request);
  }

  @PostMapping("/sign-in/recovery")
  String recovery(
      @AuthenticationPrincipal AccountPrincipal principal,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (mustWait(principal, request)) {
      return waiting(principal, request);
    }
    return recovery.use(principal.id(), code)
        ? enter(principal, "recovery-code", request, response)
        : wrong(principal, "wrong-code", request);
  }

  @GetMapping("/sign-in/enrol")
  String enrol(
      @AuthenticationPrincipal AccountPrincipal principal, HttpSession session, Model model) {
    if (account(principal).secondFactor()) {
      return "redirect:/sign-in/second";
    }
    offer(principal, session, totp, model);
    return "people/enrol";
  }

  /** Shows a new secret, the same until it is confirmed. */
  static void offer(AccountPrincipal principal, HttpSession session, Totp totp, Model model) {
    byte[] known = totp.ofSession(session.getAttribute(NEW_SECRET));
    byte[] secret = known == null ? totp.newSecret() : known;
    session.setAttribute(NEW_SECRET, totp.forSession(secret));
    model.addAttribute("secret", Totp.base32(secret).replaceAll("(.{4})", "$1 ").strip());
    model.addAttribute("picture", Totp.picture(Totp.address(principal.getUsername(), secret)));
  }

  @PostMapping("/sign-in/enrol")
  @Transactional
  public String enrol(
      @AuthenticationPrincipal AccountPrincipal principal,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    byte[] secret = totp.ofSession(request.getSession().getAttribute(NEW_SECRET));
    if (account(principal).secondFactor() || secret == null) {
      return "redirect:/sign-in/second";
    }
    long step = totp.step(secret, code);
    if (step == 0) {
      return "redirect:/sign-in/enrol?error";
    }
    accounts.setTotpSecret(principal.id(), secret);
    accounts.useTotpStep(principal.id(), step);
    request.getSession().removeAttribute(NEW_SECRET);
    audit.record(
        principal.id(),
        principal.getUsername(),
        null,
        "account.second-factor",
        "account " + principal.id(),
        "authenticator",
        true);
    return enter(principal, "code", request, response);
  }

  private boolean mustWait(AccountPrincipal principal, HttpServletRequest request) {
    return !limits.wait(principal.getUsername(), request.getRemoteAddr()).isZero();
  }

  private String waiting(AccountPrincipal principal, HttpServletRequest request) {
    long minutes = limits.wait(principal.getUsername(), request.getRemoteAddr()).toMinutes() + 1;
    return "redirect:/sign-in/second?wait=" + minutes;
  }

  private String wrong(AccountPrincipal principal, String why, HttpServletRequest request) {
    entrance.refused(principal.getUsername(), why, request);
    return mustWait(principal, request)
        ? waiting(principal, request)
        : "redirect:/sign-in/second?error";
  }

  private String enter(
      AccountPrincipal principal,
      String how,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean again = gate.isIn();
    entrance.enter(
        account(principal),
        List.of(FactorGrantedAuthority.fromAuthority(Gate.SECOND_FACTOR)),
        how,
        request,
        response);
    return again ? "redirect:/account" : "redirect:/";
  }

  private Account account(AccountPrincipal principal) {
    Account account = accounts.find(principal.id()).filter(found -> !found.disabled()).orElse(null);
    if (account == null) {
      SecurityContextHolder.clearContext();
      throw new NotFound();
    }
    return account;
  }
}
