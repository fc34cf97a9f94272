package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Cookies;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** What browsers keep for us, and how they are kept to HTTPS. */
@Configuration
class BrowserConfiguration {

  static final long HSTS_SECONDS = 365L * 24 * 60 * 60;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The column of session identifiers is as wide: 27 bytes, in Base64. */
  private static final int TOKEN_BYTES = 27;

  /** 216 random bits in 36 signs; the UUIDs that would be made otherwise have 122. */
  static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(Cookies cookies) {
    return cookie -> {
      cookie.setCookieName(cookies.name(Cookies.SESSION));
      if (cookies.secure()) {
        cookie.setUseSecureCookie(true);
      }
    };
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionIdentifiers() {
    return repository -> repository.setSessionIdGenerator(BrowserConfiguration::token);
  }

  @Bean
  Customizer<HttpSecurity> browserRules(Cookies cookies, Audit audit) {
    return http -> {
      http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()));
      http.logout(logout -> logout.addLogoutHandler(signOut(audit)));
      if (cookies.secure()) {
        // Behind a proxy a request comes by plain HTTP, and the browser's did not.
        http.headers(
            headers ->
                headers.httpStrictTransportSecurity(
                    hsts ->
                        hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                            .maxAgeInSeconds(HSTS_SECONDS)
                            .includeSubDomains(true)));
      }
    };
  }

  /** Leaves a line in the audit log and nothing in the browser but the language and the theme. */
  private static LogoutHandler signOut(Audit audit) {
    return (request, response, authentication) -> {
      response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
      AccountPrincipal account = account(authentication);
      if (account != null) {
        String subject = "account " + account.id();
        audit.record(
            account.id(), account.getUsername(), null, "session.end", subject, "sign-out", true);
      }
    };
  }

  private static @Nullable AccountPrincipal account(@Nullable Authentication authentication) {
    return authentication != null
            && authentication.getPrincipal() instanceof AccountPrincipal account
        ? account
        : null;
  }

  /** The tokens of forms, kept in the session. */
  private static final class FormTokens implements CsrfTokenRepository {

    private final HttpSessionCsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
      CsrfToken named = kept.generateToken(request);
      return new DefaultCsrfToken(named.getHeaderName(), named.getParameterName(), token());
    }

    @Override
    public void saveToken(
        @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
      kept.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
      return kept.loadToken(request);
    }
  }
}
