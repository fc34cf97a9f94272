package kz.senim.server.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an identifier that stands in every line of the log, in the answer, and on the
 * page that tells of an error: so that an operator finds what a person saw.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestIds extends OncePerRequestFilter {

  /** The attribute of a request and the name in the log. */
  static final String NAME = "requestId";

  private static final String HEADER = "X-Request-Id";
  private static final SecureRandom CHANCE = new SecureRandom();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = id(request.getHeader(HEADER));
    request.setAttribute(NAME, id);
    response.setHeader(HEADER, id);
    MDC.put(NAME, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(NAME);
    }
  }

  /** What a proxy has given is kept when it cannot forge a line of the log. */
  private static String id(@Nullable String given) {
    if (given != null && given.matches("[A-Za-z0-9-]{8,64}")) {
      return given;
    }
    return HexFormat.of().toHexDigits(CHANCE.nextLong());
  }
}
