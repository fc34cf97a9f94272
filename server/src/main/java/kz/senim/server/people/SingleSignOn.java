package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Single sign-on by OpenID Connect. It tells who somebody is; the account with that e-mail must
 * exist, and its roles are given here. Our own second factor is asked for unless the provider says
 * that it saw several.
 */
@Configuration
class SingleSignOn {

  static final String REGISTRATION = "senim";

  /** Of RFC 8176: more than one factor was shown. */
  private static final String SEVERAL_FACTORS = "mfa";

  /**
   * How the provider is reached.
   *
   * @param issuer its address; empty for no single sign-on
   * @param name what the button calls it
   */
  @ConfigurationProperties("senim.oidc")
  record Settings(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("") String name) {

    boolean active() {
      return !issuer.isEmpty();
    }

    /** The name, or the issuer's address where none was given. */
    String title() {
      return name.isEmpty() ? issuer.replaceFirst("^https?://", "") : name;
    }
  }

  /** The provider is asked for its addresses when the first person comes, not at the start. */
  @Bean
  @ConditionalOnExpression("!'${senim.oidc.issuer:}'.isEmpty()")
  ClientRegistrationRepository providers(Settings settings) {
    return new SupplierClientRegistrationRepository(
        () ->
            new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(Set.of("openid", "email", "profile"))
                    .build()));
  }

  /** Lets in whom the provider vouches for. */
  static void entered(
      Accounts accounts,
      Entrance entrance,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String email = "";
    Optional<Account> account = Optional.empty();
    List<GrantedAuthority> factors = new ArrayList<>();
    if (authentication.getPrincipal() instanceof OidcUser user) {
      email = String.valueOf(user.getEmail());
      if (Boolean.TRUE.equals(user.getEmailVerified())) {
        account = accounts.findByEmail(email).filter(found -> !found.disabled());
      }
      factors.add(
          FactorGrantedAuthority.fromAuthority(
              FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY));
      List<String> methods = user.getAuthenticationMethods();
      if (methods != null && methods.contains(SEVERAL_FACTORS)) {
        factors.add(FactorGrantedAuthority.fromAuthority(Gate.SECOND_FACTOR));
      }
    }
    if (account.isEmpty()) {
      entrance.refused(email, "no-account", request);
      request.getSession().invalidate();
      response.sendRedirect("/sign-in?unknown");
      return;
    }
    entrance.enter(account.get(), factors, "single-sign-on", request, response);
    response.sendRedirect("/");
  }
}
