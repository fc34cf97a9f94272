package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import kz.senim.server.audit.Audit;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: the password, then the second factor, which is set up at the first time. */
@Controller
class SignInController {

  private static final String NEW_SECRET = "newTotpSecret";
  private static final int MOST_WRONG_CODES = 5;

  private final Accounts accounts;
  private final Totp totp;
  private final Audit audit;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SignInController(Accounts accounts, Totp totp, Audit audit) {
    this.accounts = accounts;
    this.totp = totp;
    this.audit = audit;
  }

  @GetMapping("/sign-in")
  String signIn() {
    return "people/sign-in";
  }

  @GetMapping("/sign-in/second")
  String second(@AuthenticationPrincipal AccountPrincipal account) {
    return accounts.totpSecret(account.id()).isPresent()
        ? "people/second"
        : "redirect:/sign-in/enrol";
  }

  @PostMapping("/sign-in/second")
  String second(
      @AuthenticationPrincipal AccountPrincipal account,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (totp.accepts(account.id(), code)) {
      enter(account, request, response);
      return "redirect:/";
    }
    audit.record(null, "session.second-factor", "account " + account.getUsername(), "wrong code");
    HttpSession session = request.getSession();
    int wrong = session.getAttribute("wrongCodes") instanceof Integer n ? n + 1 : 1;
    session.setAttribute("wrongCodes", wrong);
    if (wrong >= MOST_WRONG_CODES) {
      session.invalidate();
      SecurityContextHolder.clearContext();
      return "redirect:/sign-in?error";
    }
    return "redirect:/sign-in/second?error";
  }

  @GetMapping("/sign-in/enrol")
  String enrol(
      @AuthenticationPrincipal AccountPrincipal account, HttpSession session, Model model) {
    if (accounts.totpSecret(account.id()).isPresent()) {
      return "redirect:/sign-in/second";
    }
    byte[] secret =
        session.getAttribute(NEW_SECRET) instanceof byte[] known ? known : totp.newSecret();
    session.setAttribute(NEW_SECRET, secret);
    model.addAttribute("secret", Totp.base32(secret).replaceAll("(.{4})", "$1 ").strip());
    model.addAttribute("picture", Totp.picture(Totp.address(account.getUsername(), secret)));
    return "people/enrol";
  }

  @PostMapping("/sign-in/enrol")
  String enrol(
      @AuthenticationPrincipal AccountPrincipal account,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean fresh = accounts.totpSecret(account.id()).isEmpty();
    if (!fresh || !(request.getSession().getAttribute(NEW_SECRET) instanceof byte[] secret)) {
      return "redirect:/sign-in/second";
    }
    if (totp.step(secret, code) == 0) {
      return "redirect:/sign-in/enrol?error";
    }
    accounts.setTotpSecret(account.id(), secret);
    request.getSession().removeAttribute(NEW_SECRET);
    audit.record(null, "account.second-factor", "account " + account.getUsername(), "enrolled");
    enter(account, request, response);
    return "redirect:/";
  }

  private void enter(
      AccountPrincipal account, HttpServletRequest request, HttpServletResponse response) {
    Authentication before = SecurityContextHolder.getContext().getAuthentication();
    if (before == null) {
      return;
    }
    List<GrantedAuthority> authorities = new ArrayList<>(before.getAuthorities());
    authorities.add(FactorGrantedAuthority.fromAuthority(SecurityConfiguration.SECOND_FACTOR));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(account, null, authorities));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    contexts.saveContext(context, request, response);
    audit.record(null, "session.second-factor", "account " + before.getName(), "");
  }
}
