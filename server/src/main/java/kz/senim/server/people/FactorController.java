package kz.senim.server.people;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own second factors, which are changed only by whoever showed one a moment ago. Passkeys are
 * made by the browser and Spring Security.
 */
@Controller
@RequestMapping("/account")
class FactorController {

  private final Accounts accounts;
  private final Factors factors;
  private final RecoveryCodes recovery;
  private final Totp totp;
  private final FreshFactor fresh;
  private final Sessions sessions;
  private final AccountController page;
  private final Audit audit;

  FactorController(
      Accounts accounts,
      Factors factors,
      RecoveryCodes recovery,
      Totp totp,
      FreshFactor fresh,
      Sessions sessions,
      AccountController page,
      Audit audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.recovery = recovery;
    this.totp = totp;
    this.fresh = fresh;
    this.sessions = sessions;
    this.page = page;
    this.audit = audit;
  }

  @GetMapping("/authenticator")
  String authenticator(
      @AuthenticationPrincipal AccountPrincipal principal, HttpSession session, Model model) {
    if (!fresh.shown()) {
      return "redirect:/sign-in/second";
    }
    SignInController.offer(principal, session, totp, model);
    return "people/authenticator";
  }

  /** The old application works until the new one has shown a code. Other sessions end. */
  @PostMapping("/authenticator")
  @Transactional
  public String authenticator(
      @RequestParam String code, @ModelAttribute Viewer viewer, HttpSession session, Model model) {
    if (!fresh.shown()) {
      return page.stale(viewer, session, model);
    }
    byte[] secret = totp.ofSession(session.getAttribute(SignInController.NEW_SECRET));
    if (secret == null) {
      return "redirect:/account/authenticator";
    }
    long step = totp.step(secret, code);
    if (step == 0) {
      return "redirect:/account/authenticator?error";
    }
    accounts.setTotpSecret(viewer.account(), secret);
    accounts.useTotpStep(viewer.account(), step);
    session.removeAttribute(SignInController.NEW_SECRET);
    audit.record(null, "account.second-factor", "account " + viewer.account(), "authenticator");
    sessions.endAll(viewer.email(), session.getId());
    return "redirect:/account?done=totp";
  }

  /** Ten new codes in place of those before, shown this once. */
  @PostMapping("/recovery-codes")
  @Transactional
  public String recoveryCodes(@ModelAttribute Viewer viewer, HttpSession session, Model model) {
    if (!fresh.shown()) {
      return page.stale(viewer, session, model);
    }
    model.addAttribute("codes", recovery.renew(viewer.account()));
    audit.record(null, "account.recovery-codes", "account " + viewer.account(), "");
    return "people/recovery-codes";
  }

  /** Everybody keeps one second factor at least. Other sessions end. */
  @PostMapping("/passkeys/remove")
  @Transactional
  public String removePasskey(
      @RequestParam String passkey,
      @ModelAttribute Viewer viewer,
      HttpSession session,
      Model model) {
    if (!fresh.shown()) {
      return page.stale(viewer, session, model);
    }
    Account account = accounts.find(viewer.account()).orElseThrow(NotFound::new);
    if (!account.totp() && account.passkeys() == 1) {
      model.addAttribute("mistakes", List.of("people.last-factor"));
      return page.account("", viewer, session, model);
    }
    if (!factors.remove(account, passkey)) {
      throw new NotFound();
    }
    sessions.endAll(viewer.email(), session.getId());
    return "redirect:/account?done=passkey-removed";
  }
}
