package kz.senim.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import kz.senim.server.audit.Audit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Does not even look at a password while its account or its address must wait. */
final class SignInLimitFilter extends OncePerRequestFilter {

  private final SignInLimits limits;
  private final Audit audit;

  SignInLimitFilter(SignInLimits limits, Audit audit) {
    this.limits = limits;
    this.audit = audit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String email = String.valueOf(request.getParameter("email"));
    Duration wait = limits.wait(email, request.getRemoteAddr());
    if (wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    String name = email.length() > 320 ? email.substring(0, 320) : email;
    audit.record(null, name, null, "session.begin", "account", "must-wait", false);
    response.sendRedirect("/sign-in?wait=" + (wait.toMinutes() + 1));
  }
}
