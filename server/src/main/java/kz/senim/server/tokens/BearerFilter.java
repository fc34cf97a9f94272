package kz.senim.server.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.senim.server.api.Problem;
import kz.senim.server.api.Problems;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.TokenHolder;
import kz.senim.server.audit.Refusals;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out whose token it is, and how much it may still ask. */
final class BearerFilter extends OncePerRequestFilter {

  private final Tokens tokens;
  private final RateLimits limits;
  private final Viewers viewers;
  private final Problems problems;
  private final Refusals refusals;

  BearerFilter(
      Tokens tokens, RateLimits limits, Viewers viewers, Problems problems, Refusals refusals) {
    this.tokens = tokens;
    this.limits = limits;
    this.viewers = viewers;
    this.problems = problems;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String text = bearer(request);
    if (text == null) {
      chain.doFilter(request, response); // what is open is open; all else is refused behind
      return;
    }
    String address = request.getRemoteAddr();
    RateLimits.Left guesses = limits.mayFail(address);
    if (guesses.exceeded()) {
      refusals.note(Refusals.Who.NOBODY, "request", asked(request), "too-many");
      tooMany(request, response, guesses);
      return;
    }
    Token token = tokens.use(text, address).orElse(null);
    Viewer viewer = token == null ? null : enter(token);
    if (token == null || viewer == null) {
      SecurityContextHolder.clearContext();
      note(request, tokens.ended(text));
      limits.failed(address);
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"senim\", error=\"invalid_token\"");
      problems.write(request, response, new Refusal(Problem.UNAUTHENTICATED));
      return;
    }
    RateLimits.Left left = limits.ask(token.id());
    tell(response, left);
    if (left.exceeded()) {
      refusals.note(
          new Refusals.Who(token.account(), viewer.email(), token.organization()),
          "request",
          asked(request),
          "too-many");
      tooMany(request, response, left);
      return;
    }
    request.setAttribute(
        TokenHolder.class.getName(),
        new TokenHolder(token.id(), token.organization(), token.scopes()));
    chain.doFilter(request, response);
  }

  /** Null when the account is no more or was put out. */
  private @Nullable Viewer enter(Token token) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new TokenAuthentication(token));
    SecurityContextHolder.setContext(context);
    return viewers.current().orElse(null);
  }

  private static String asked(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI();
  }

  private void note(HttpServletRequest request, Tokens.Ended ended) {
    Token token = ended.token();
    if (token == null) {
      refusals.note(Refusals.Who.NOBODY, "token.refused", asked(request), ended.why());
    } else {
      refusals.note(
          new Refusals.Who(token.account(), ended.email(), token.organization()),
          "token.refused",
          "token " + token.id(),
          ended.why());
    }
  }

  private void tooMany(
      HttpServletRequest request, HttpServletResponse response, RateLimits.Left left)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.seconds()));
    problems.write(request, response, new Refusal(Problem.TOO_MANY));
  }

  private static void tell(HttpServletResponse response, RateLimits.Left left) {
    response.setHeader(
        "RateLimit-Policy", "\"token\";q=" + left.limit() + ";w=" + RateLimits.WINDOW.toSeconds());
    response.setHeader("RateLimit", "\"token\";r=" + left.remaining() + ";t=" + left.reset());
  }

  /** Null when there is none. */
  private static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).strip()
        : null;
  }
}
