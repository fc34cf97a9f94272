package kz.senim.server.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Entered;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;

/**
 * Who passes with what they have shown. Everybody shows a second factor: those who change something
 * (paragraph 47 of decree 832), and those who only read, because they read all evidence. A session
 * ends when it is too long (paragraph 118).
 */
@Component
class Gate implements Entered {

  /** The authority of a session whose second factor was shown. */
  static final String SECOND_FACTOR = "FACTOR_TOTP";

  static final Duration LONGEST_SESSION = Duration.ofHours(12);

  private final Viewers viewers;
  private final Accounts accounts;
  private final FreshFactor fresh;
  private final Audit audit;
  private final Clock clock;

  Gate(Viewers viewers, Accounts accounts, FreshFactor fresh, Audit audit, Clock clock) {
    this.viewers = viewers;
    this.accounts = accounts;
    this.fresh = fresh;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean isIn() {
    return enters(SecurityContextHolder.getContext().getAuthentication());
  }

  boolean enters(@Nullable Authentication current) {
    return current != null
        && current.getPrincipal() instanceof AccountPrincipal
        && viewers.current().isPresent()
        && !isTooLong(current)
        && !lacksSecondFactor(current);
  }

  /**
   * With a second factor shown a moment ago. Their first passkey may be made before that: there is
   * none yet.
   */
  boolean makesPasskeys(@Nullable Authentication current) {
    return (enters(current) && fresh.shown())
        || (current != null
            && current.getPrincipal() instanceof AccountPrincipal principal
            && !isTooLong(current)
            && accounts
                .find(principal.id())
                .map(account -> !account.secondFactor() && !account.disabled())
                .orElse(false));
  }

  static boolean lacksSecondFactor(Authentication current) {
    return isAccount(current) && !hasSecondFactor(current);
  }

  static boolean hasSecondFactor(Authentication current) {
    return current.getAuthorities().stream()
        .anyMatch(
            factor ->
                SECOND_FACTOR.equals(factor.getAuthority())
                    || FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(factor.getAuthority()));
  }

  private boolean isTooLong(Authentication current) {
    Instant earliest = clock.instant().minus(LONGEST_SESSION);
    return current.getAuthorities().stream()
        .anyMatch(
            factor ->
                factor instanceof FactorGrantedAuthority shown
                    && shown.getIssuedAt().isBefore(earliest));
  }

  /** Says no: on to the second factor or to signing in where that would help. */
  void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    Viewer viewer = viewers.current().orElse(null);
    if (current != null && (isTooLong(current) || (isAccount(current) && viewer == null))) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
      response.sendRedirect("/sign-in?expired");
      return;
    }
    if (current != null && lacksSecondFactor(current)) {
      response.sendRedirect("/sign-in/second");
      return;
    }
    if (viewer != null) {
      audit.record(
          viewer.account(),
          viewer.email(),
          null,
          "request",
          request.getMethod() + " " + request.getRequestURI(),
          "",
          false);
    }
    new AccessDeniedHandlerImpl().handle(request, response, denied);
  }

  private static boolean isAccount(Authentication current) {
    return current.getPrincipal() instanceof AccountPrincipal;
  }
}
