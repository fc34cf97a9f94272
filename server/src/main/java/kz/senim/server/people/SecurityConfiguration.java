package kz.senim.server.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may enter, and what browsers are told. */
@Configuration
class SecurityConfiguration {

  /** The authority of a session whose second factor was shown. */
  static final String SECOND_FACTOR = "FACTOR_TOTP";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  UserDetailsService userDetailsService(Accounts accounts) {
    return email -> {
      Account account =
          accounts
              .findByEmail(email)
              .filter(found -> found.ready() && !found.disabled())
              .orElseThrow(() -> new UsernameNotFoundException("no such account"));
      return new AccountPrincipal(account.id(), account.email(), accounts.passwordHash(email));
    };
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, Viewers viewers, Audit audit) {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/app*.css",
                        "/app*.js",
                        "/webjars/**",
                        "/fonts/**",
                        "/icon.svg",
                        "/error",
                        "/sign-in",
                        "/setup/*",
                        "/feeds/duties/*",
                        "/preferences/language",
                        "/preferences/theme")
                    .permitAll()
                    .requestMatchers("/sign-in/second", "/sign-in/enrol")
                    .authenticated()
                    .anyRequest()
                    .access((authentication, context) -> enters(authentication, viewers)))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .successHandler(
                        (request, response, authentication) -> {
                          audit.record(
                              null, "session.begin", "account " + authentication.getName(), "");
                          response.sendRedirect("/");
                        })
                    .failureHandler(
                        (request, response, failure) -> {
                          audit.record(
                              null,
                              String.valueOf(request.getParameter("email")),
                              null,
                              "session.begin",
                              "account",
                              failure.getClass().getSimpleName(),
                              false);
                          response.sendRedirect("/sign-in?error");
                        }))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
        .exceptionHandling(
            errors ->
                errors.accessDeniedHandler(
                    (request, response, denied) ->
                        denied(request, response, denied, viewers, audit)))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(frame -> frame.deny()));
    return http.build();
  }

  /** Whoever may change something shows a second factor first (paragraph 47 of decree 832). */
  private static AuthorizationResult enters(
      Supplier<? extends @Nullable Authentication> authentication, Viewers viewers) {
    Authentication current = authentication.get();
    if (current == null || !(current.getPrincipal() instanceof AccountPrincipal)) {
      return new AuthorizationDecision(false);
    }
    return new AuthorizationDecision(
        hasSecondFactor(current)
            || viewers.current().map(viewer -> !viewer.changesAnything()).orElse(false));
  }

  static boolean hasSecondFactor(Authentication authentication) {
    return authentication.getAuthorities().stream()
        .anyMatch(
            a ->
                SECOND_FACTOR.equals(a.getAuthority())
                    || "FACTOR_WEBAUTHN".equals(a.getAuthority()));
  }

  private static void denied(
      HttpServletRequest request,
      HttpServletResponse response,
      AccessDeniedException denied,
      Viewers viewers,
      Audit audit)
      throws IOException, ServletException {
    Viewer viewer = viewers.current().orElse(null);
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    if (viewer != null
        && viewer.changesAnything()
        && current != null
        && !hasSecondFactor(current)) {
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
}
