package kz.senim.server.people;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.LanguageMemory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Lets a person in, by whichever way they came. */
@Component
class Entrance {

  private final Accounts accounts;
  private final SignInLimits limits;
  private final Gate gate;
  private final Audit audit;
  private final LocaleResolver languages;
  private final Counter failures;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  Entrance(
      Accounts accounts,
      SignInLimits limits,
      Gate gate,
      Audit audit,
      LocaleResolver languages,
      MeterRegistry meters) {
    this.accounts = accounts;
    this.limits = limits;
    this.gate = gate;
    this.audit = audit;
    this.languages = languages;
    this.failures =
        Counter.builder("senim.sign.in.failures")
            .description("Wrong passwords, codes and passkeys, and people without an account")
            .register(meters);
  }

  /**
   * Puts the account into the session, under a new identifier, with the factors that were shown,
   * those before included when it is the same account.
   *
   * @param how the factor shown now, for the audit log
   */
  void enter(
      Account account,
      Collection<? extends GrantedAuthority> shown,
      String how,
      HttpServletRequest request,
      HttpServletResponse response) {
    AccountPrincipal principal = new AccountPrincipal(account.id(), account.email(), null);
    Authentication before = SecurityContextHolder.getContext().getAuthentication();
    boolean goesOn = before != null && principal.equals(before.getPrincipal());
    Map<String, GrantedAuthority> factors = new LinkedHashMap<>();
    if (before != null && goesOn) {
      before.getAuthorities().forEach(factor -> factors.put(name(factor), factor));
    }
    shown.forEach(factor -> factors.put(name(factor), factor));
    List<GrantedAuthority> authorities = new ArrayList<>(factors.values());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    Authentication entered =
        UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
    context.setAuthentication(entered);
    SecurityContextHolder.setContext(context);
    HttpSession session = request.getSession();
    request.changeSessionId();
    contexts.saveContext(context, request, response);
    Sessions.begin(request);
    if (session.getAttribute(LanguageMemory.CHOSEN) instanceof String chosen) {
      session.removeAttribute(LanguageMemory.CHOSEN);
      accounts.setLanguage(account.id(), chosen);
    } else {
      languages.setLocale(request, response, Locale.of(account.lang()));
    }
    audit.record(
        account.id(), account.email(), null, "session.begin", "account " + account.id(), how, true);
    if (!gate.lacksSecondFactor(entered)) {
      limits.succeeded(account.email(), request.getRemoteAddr());
      accounts.entered(account.id());
    }
  }

  /** Notes that somebody did not get in. */
  void refused(String email, String why, HttpServletRequest request) {
    limits.failed(email, request.getRemoteAddr());
    failures.increment();
    String name = email.length() > 320 ? email.substring(0, 320) : email;
    audit.record(null, name, null, "session.begin", "account", why, false);
  }

  private static String name(GrantedAuthority factor) {
    return String.valueOf(factor.getAuthority());
  }
}
