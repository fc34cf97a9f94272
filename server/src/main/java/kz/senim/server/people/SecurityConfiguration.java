package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kz.senim.server.audit.Audit;
import kz.senim.server.walls.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;

/** Who may enter, and what browsers are told. */
@Configuration
class SecurityConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

  static final String POLICY =
      "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  /** What OWASP advises for Argon2id; each hash tells its own parameters. */
  private static final int HASH_KIB = 19 * 1024;

  private static final int HASH_ROUNDS = 2;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(16, 32, 1, HASH_KIB, HASH_ROUNDS);
  }

  /** A password that was kept under weaker parameters is kept anew when its person comes by. */
  @Bean
  UserDetailsPasswordService strongerHashes(JdbcClient db) {
    return (user, hash) -> {
      if (hash == null || !(user instanceof AccountPrincipal account)) {
        return user;
      }
      // The password is right, and nobody is in yet.
      Scope.system(
          () ->
              db.sql("update accounts set password_hash = ? where id = ?")
                  .params(hash, account.id())
                  .update());
      return new AccountPrincipal(account.id(), account.getUsername(), hash);
    };
  }

  @Bean
  UserDetailsService userDetailsService(Accounts accounts) {
    return email -> {
      Account account =
          accounts
              .findByEmail(email)
              .filter(found -> !found.disabled())
              .orElseThrow(() -> new UsernameNotFoundException("no such account"));
      return new AccountPrincipal(account.id(), account.email(), accounts.passwordHash(email));
    };
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      Gate gate,
      Accounts accounts,
      Entrance entrance,
      SignInLimits limits,
      Audit audit,
      ObjectProvider<ClientRegistrationRepository> providers) {
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
                        "/setup",
                        "/setup/*",
                        "/feeds/duties.ics",
                        "/feeds/duties/*",
                        "/preferences/language",
                        "/preferences/theme")
                    .permitAll()
                    .requestMatchers("/sign-in/second", "/sign-in/enrol", "/sign-in/recovery")
                    .authenticated()
                    .requestMatchers("/webauthn/register/**", "/webauthn/register")
                    .access(
                        (current, _) ->
                            new AuthorizationDecision(gate.makesPasskeys(current.get())))
                    .anyRequest()
                    .access((current, _) -> new AuthorizationDecision(gate.enters(current.get()))))
        .addFilterBefore(
            new SignInLimitFilter(limits, audit), UsernamePasswordAuthenticationFilter.class)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .successHandler(
                        (request, response, authentication) -> {
                          enter(accounts, entrance, "password", request, response, authentication);
                          response.sendRedirect("/");
                        })
                    .failureHandler(
                        (request, response, failure) -> {
                          entrance.refused(
                              String.valueOf(request.getParameter("email")),
                              "wrong-password",
                              request);
                          response.sendRedirect("/sign-in?error");
                        }))
        .webAuthn(
            passkeys ->
                passkeys
                    .disableDefaultRegistrationPage(true)
                    .addObjectPostProcessor(
                        new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                          @Override
                          public <F extends WebAuthnAuthenticationFilter> F postProcess(F filter) {
                            byPasskey(filter, accounts, entrance);
                            return filter;
                          }
                        }))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
        .exceptionHandling(errors -> errors.accessDeniedHandler(gate::denied))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(frame -> frame.deny()));
    if (providers.getIfAvailable() != null) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/sign-in")
                  .successHandler(
                      (request, response, authentication) ->
                          SingleSignOn.entered(
                              accounts, entrance, request, response, authentication))
                  .failureHandler(
                      (request, response, failure) -> {
                        // Why: a certificate, an answer, or a provider that is not there.
                        LOG.warn(
                            "single sign-on failed: {}",
                            String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " "));
                        entrance.refused("", "provider-failed", request);
                        response.sendRedirect("/sign-in?provider");
                      }));
    }
    return http.build();
  }

  private static void byPasskey(
      WebAuthnAuthenticationFilter filter, Accounts accounts, Entrance entrance) {
    filter.setAuthenticationSuccessHandler(
        (request, response, authentication) -> {
          enter(accounts, entrance, "passkey", request, response, authentication);
          response.setContentType(MediaType.APPLICATION_JSON_VALUE);
          response.getWriter().write("{\"authenticated\":true,\"redirectUrl\":\"/\"}");
        });
    filter.setAuthenticationFailureHandler(
        (request, response, failure) -> {
          entrance.refused("", "wrong-passkey", request);
          response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        });
  }

  private static void enter(
      Accounts accounts,
      Entrance entrance,
      String how,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    Account account =
        accounts
            .findByEmail(authentication.getName())
            .orElseThrow(() -> new UsernameNotFoundException("the account is gone"));
    entrance.enter(account, authentication.getAuthorities(), how, request, response);
  }
}
