package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.senim.server.audit.Refusals;
import kz.senim.server.web.Cookies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Requests that no browser sends by itself go no further than this. */
@Configuration
class Rejections {

  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

  /** Paths are judged by Spring Security's strict rules; values hold text, and a NUL is none. */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  /** Says no before any filter has run, so with the headers that these would have set. */
  @Bean
  RequestRejectedHandler rejectedRequests(Cookies cookies, Refusals refusals) {
    return (request, response, rejected) -> {
      refusals.note(
          Refusals.Who.NOBODY,
          "request",
          request.getMethod() + " " + request.getRequestURI(),
          "no-browser");
      reject(cookies, request, response, rejected);
    };
  }

  private static void reject(
      Cookies cookies,
      HttpServletRequest request,
      HttpServletResponse response,
      RequestRejectedException rejected)
      throws IOException {
    // The message can hold what was sent; a line of the log stays one line.
    String why = String.valueOf(rejected.getMessage()).replaceAll("\\p{Cntrl}", " ");
    LOG.warn("refused a request from {}: {}", request.getRemoteAddr(), why);
    response.setHeader("Content-Security-Policy", SecurityConfiguration.POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (cookies.secure()) {
      response.setHeader(
          "Strict-Transport-Security",
          "max-age=" + BrowserConfiguration.HSTS_SECONDS + "; includeSubDomains");
    }
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }
}
