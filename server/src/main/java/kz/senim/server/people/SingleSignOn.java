package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Single sign-on by OpenID Connect. It tells who somebody is; the account with that e-mail must
 * exist, and its roles are given here. Our own second factor is asked for unless the provider says
 * that it saw several.
 */
@Configuration
class SingleSignOn {

  static final String REGISTRATION = "senim";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final RestTemplate DIRECT = direct();

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
                ClientRegistrations.fromOidcConfiguration(metadata(settings.issuer()))
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(Set.of("openid", "email", "profile"))
                    // The ID token must tell the e-mail; nothing more is asked for.
                    .userInfoUri(null)
                    .build()));
  }

  private static Map<String, Object> metadata(String issuer) {
    Map<String, Object> found =
        DIRECT
            .exchange(
                issuer + "/.well-known/openid-configuration",
                HttpMethod.GET,
                null,
                new ParameterizedTypeReference<Map<String, Object>>() {})
            .getBody();
    if (found == null || !issuer.equals(found.get("issuer"))) {
      throw new IllegalStateException("the metadata of " + issuer + " names another issuer");
    }
    return found;
  }

  /** ID tokens are signed with RS256 by the keys that the metadata name, and meant for us, now. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    Map<String, JwtDecoder> made = new ConcurrentHashMap<>();
    return registration ->
        made.computeIfAbsent(
            registration.getRegistrationId(), _ -> SingleSignOn.decoder(registration));
  }

  private static JwtDecoder decoder(ClientRegistration registration) {
    String keys = registration.getProviderDetails().getJwkSetUri();
    if (keys == null) {
      throw new IllegalStateException("the provider's metadata name no keys");
    }
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(DIRECT)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  /** Follows no redirect: who is asked is named by the operator or by the provider's metadata. */
  private static RestTemplate direct() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
    requests.setReadTimeout(PATIENCE);
    return new RestTemplate(requests);
  }

  /**
   * Who that is here. The first time the verified e-mail tells; from then on issuer and subject do,
   * so that an address that was given to somebody else opens nothing.
   */
  private static Optional<Account> account(Accounts accounts, OidcUser user) {
    String issuer = String.valueOf(user.getIssuer());
    String subject = user.getSubject();
    if (subject == null) {
      return Optional.empty();
    }
    Optional<Account> known = accounts.findByProvider(issuer, subject);
    if (known.isPresent() || !Boolean.TRUE.equals(user.getEmailVerified())) {
      return known;
    }
    return accounts
        .findByEmail(String.valueOf(user.getEmail()))
        .filter(found -> !found.disabled())
        .filter(found -> accounts.setProvider(found.id(), issuer, subject));
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
      account = account(accounts, user).filter(found -> !found.disabled());
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
