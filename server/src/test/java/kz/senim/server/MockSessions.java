package kz.senim.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Sessions live in the database and are found by a cookie. A test keeps hold of a mock session
 * instead: this remembers the cookie in it, as a browser would.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MockSessions extends OncePerRequestFilter {

  private static final String COOKIE = "senim-session";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MockHttpServletRequest mock = WebUtils.getNativeRequest(request, MockHttpServletRequest.class);
    HttpSession kept = mock == null ? null : mock.getSession(false);
    if (mock == null || kept == null) {
      chain.doFilter(request, response);
      return;
    }
    if (kept.getAttribute(COOKIE) instanceof Cookie cookie && mock.getCookies() == null) {
      mock.setCookies(cookie);
    }
    chain.doFilter(request, response);
    MockHttpServletResponse answer =
        WebUtils.getNativeResponse(response, MockHttpServletResponse.class);
    if (answer != null && answer.getCookie(COOKIE) != null) {
      kept.setAttribute(COOKIE, answer.getCookie(COOKIE));
    }
  }
}
