package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.senim.server.BeyondTheWalls;
import kz.senim.server.ServerApplication;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a provider of our own on loopback: real requests, real signatures. */
@ExtendWith(BeyondTheWalls.class)
@SpringBootTest(
    classes = ServerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SingleSignOnTest {

  private static final Provider PROVIDER = Provider.start();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient db;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("senim-oidc");
    registry.add("senim.data", data::toString);
    registry.add("senim.oidc.issuer", PROVIDER::issuer);
    registry.add("senim.oidc.client-id", () -> "senim");
    registry.add("senim.oidc.client-secret", () -> "a secret of the test");
    registry.add("senim.oidc.name", () -> "Test ID");
  }

  @AfterAll
  static void stop() {
    PROVIDER.server.stop(0);
  }

  @Test
  void the_button_leads_to_the_provider() throws Exception {
    String page = new Browser().get("/sign-in").body();
    assertThat(page).contains("href=\"/oauth2/authorization/senim\"").contains("Test ID");
  }

  @Test
  void whom_the_provider_vouches_for_enters_the_account_with_that_address() throws Exception {
    UUID auditor = member("auditor@corp.kz", Role.AUDITOR);
    Browser browser = new Browser();
    PROVIDER.next = Map.of("email", "Auditor@corp.kz", "email_verified", true);
    assertThat(browser.signIn()).isEqualTo("/");
    assertThat(browser.get("/account").headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in/second");
    PROVIDER.next =
        Map.of("email", "Auditor@corp.kz", "email_verified", true, "amr", List.of("mfa"));
    assertThat(browser.signIn()).isEqualTo("/");
    assertThat(browser.get("/account").body()).contains("auditor@corp.kz");
    assertThat(accounts.find(auditor).orElseThrow().lastSignIn()).isNotNull();
  }

  @Test
  void an_address_that_was_given_to_somebody_else_opens_nothing() throws Exception {
    UUID first = member("post@corp.kz", Role.AUDITOR);
    PROVIDER.next = Map.of("email", "post@corp.kz", "email_verified", true, "sub", "the first");
    assertThat(new Browser().signIn()).isEqualTo("/");
    PROVIDER.next = Map.of("email", "post@corp.kz", "email_verified", true, "sub", "another");
    assertThat(new Browser().signIn()).isEqualTo("/sign-in?unknown");
    // The same person under a new address is still the same.
    PROVIDER.next = Map.of("email", "new@corp.kz", "email_verified", true, "sub", "the first");
    assertThat(new Browser().signIn()).isEqualTo("/");
    accounts.removeSecondFactors(first);
    PROVIDER.next = Map.of("email", "post@corp.kz", "email_verified", true, "sub", "another");
    assertThat(new Browser().signIn()).isEqualTo("/");
  }

  @Test
  void an_address_that_is_not_verified_opens_nothing() throws Exception {
    member("careless@corp.kz", Role.AUDITOR);
    Browser browser = new Browser();
    PROVIDER.next = Map.of("email", "careless@corp.kz", "email_verified", false);
    assertThat(browser.signIn()).isEqualTo("/sign-in?unknown");
    assertThat(browser.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void nobody_gets_an_account_by_having_one_elsewhere() throws Exception {
    PROVIDER.next = Map.of("email", "nobody@corp.kz", "email_verified", true);
    assertThat(new Browser().signIn()).isEqualTo("/sign-in?unknown");
    assertThat(accounts.findByEmail("nobody@corp.kz")).isEmpty();
    assertThat(
            db.sql(
                    "select count(*) from audit_log where account_name = 'nobody@corp.kz' and not"
                        + " allowed")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_disabled_account_stays_out() throws Exception {
    accounts.setDisabled(member("gone@corp.kz", Role.AUDITOR), true);
    PROVIDER.next = Map.of("email", "gone@corp.kz", "email_verified", true);
    assertThat(new Browser().signIn()).isEqualTo("/sign-in?unknown");
  }

  @Test
  void whoever_changes_something_shows_our_second_factor_unless_the_provider_saw_several()
      throws Exception {
    member("owner@corp.kz", Role.OWNER);
    Browser one = new Browser();
    PROVIDER.next = Map.of("email", "owner@corp.kz", "email_verified", true);
    one.signIn();
    assertThat(one.get("/account").headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in/second");
    Browser several = new Browser();
    PROVIDER.next =
        Map.of("email", "owner@corp.kz", "email_verified", true, "amr", List.of("pwd", "mfa"));
    several.signIn();
    assertThat(several.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_signed_by_another_key_is_refused() throws Exception {
    member("victim@corp.kz", Role.AUDITOR);
    PROVIDER.next = Map.of("email", "victim@corp.kz", "email_verified", true);
    PROVIDER.forged = true;
    try {
      assertThat(new Browser().signIn()).isEqualTo("/sign-in?provider");
    } finally {
      PROVIDER.forged = false;
    }
  }

  @Test
  void the_provider_is_asked_with_state_nonce_and_a_proof_of_who_asks() throws Exception {
    String asked =
        new Browser()
            .get("/oauth2/authorization/senim")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(asked)
        .contains("response_type=code")
        .contains("code_challenge_method=S256")
        .containsPattern("[?&]state=[^&]{20,}")
        .containsPattern("[?&]nonce=[^&]{20,}");
  }

  @Test
  void an_answer_that_this_browser_did_not_ask_for_opens_nothing() throws Exception {
    Browser asked = new Browser();
    String answer =
        asked
            .get(
                asked
                    .get("/oauth2/authorization/senim")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    Browser other = new Browser();
    assertThat(other.get(answer).headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?provider");
    assertThat(other.get("/account").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud", "iss", "nonce", "exp"})
  void a_token_for_others_of_others_or_of_another_time_is_refused(String claim) throws Exception {
    String email = claim + "@corp.kz";
    member(email, Role.AUDITOR);
    Object wrong =
        claim.equals("exp") ? Date.from(Instant.now().minusSeconds(600)) : "http://localhost/other";
    PROVIDER.next = Map.of("email", email, "email_verified", true, claim, wrong);
    assertThat(new Browser().signIn()).isEqualTo("/sign-in?provider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256"})
  void a_token_of_another_algorithm_than_was_agreed_is_refused(String algorithm) throws Exception {
    String email = algorithm.toLowerCase(java.util.Locale.ROOT) + "@corp.kz";
    member(email, Role.AUDITOR);
    PROVIDER.next = Map.of("email", email, "email_verified", true);
    PROVIDER.algorithm = algorithm;
    try {
      assertThat(new Browser().signIn()).isEqualTo("/sign-in?provider");
    } finally {
      PROVIDER.algorithm = "RS256";
    }
  }

  @Test
  void metadata_that_names_another_issuer_is_not_believed() {
    Provider liar = Provider.start();
    try {
      liar.told = "http://localhost/other";
      SingleSignOn.Settings settings =
          new SingleSignOn.Settings(liar.issuer(), "senim", "a secret of the test", "");
      assertThatThrownBy(
              () ->
                  new SingleSignOn()
                      .providers(settings)
                      .findByRegistrationId(SingleSignOn.REGISTRATION))
          .hasStackTraceContaining("issuer");
    } finally {
      liar.server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/openid-configuration", "/keys"})
  void a_provider_that_leads_elsewhere_is_not_followed(String moved) {
    Provider provider = Provider.start();
    AtomicInteger followed = new AtomicInteger();
    provider.server.removeContext(moved);
    provider.server.createContext(
        moved,
        exchange -> {
          exchange.getResponseHeaders().add("Location", provider.issuer() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    provider.server.createContext(
        "/elsewhere",
        exchange -> {
          followed.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    try {
      SingleSignOn entrance = new SingleSignOn();
      SingleSignOn.Settings settings =
          new SingleSignOn.Settings(provider.issuer(), "senim", "a secret of the test", "");
      assertThatThrownBy(
              () ->
                  entrance
                      .idTokens()
                      .createDecoder(
                          entrance
                              .providers(settings)
                              .findByRegistrationId(SingleSignOn.REGISTRATION))
                      .decode(provider.signed(new JWTClaimsSet.Builder().build())))
          .isInstanceOf(RuntimeException.class);
      assertThat(followed).hasValue(0);
    } finally {
      provider.server.stop(0);
    }
  }

  private UUID member(String email, Role role) {
    UUID account = accounts.create(email, "A person", false);
    UUID organization = UUID.randomUUID();
    db.sql(
            "insert into organizations (id, name, created_at, created_by) values (?, 'An"
                + " organisation', now(), ?)")
        .params(organization, account)
        .update();
    accounts.grant(account, organization, role);
    return account;
  }

  /** Keeps cookies, follows nothing by itself. */
  private final class Browser {

    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path) throws Exception {
      String address = path.startsWith("/") ? "http://localhost:" + port + path : path;
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** To the provider and back: where one arrives. */
    String signIn() throws Exception {
      String next = "/oauth2/authorization/senim";
      for (int hops = 0; hops < 3; hops++) {
        next = get(next).headers().firstValue("Location").orElseThrow();
      }
      return next.replaceFirst("http://localhost:\\d+", "");
    }
  }

  /** Says of everybody what it was told to say. */
  private static final class Provider {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    volatile Map<String, Object> next = Map.of();
    volatile boolean forged;
    volatile String algorithm = "RS256";
    volatile String told = "";

    private Provider(HttpServer server, RSAKey key, RSAKey otherKey) {
      this.server = server;
      this.key = key;
      this.otherKey = otherKey;
    }

    static Provider start() {
      try {
        HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        Provider provider =
            new Provider(server, key, new RSAKeyGenerator(2048).keyID("one").generate());
        server.createContext("/.well-known/openid-configuration", provider::discovery);
        server.createContext("/authorize", provider::authorize);
        server.createContext("/token", provider::token);
        server.createContext(
            "/keys", exchange -> provider.json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
        return provider;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    String issuer() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    private void discovery(HttpExchange exchange) throws IOException {
      json(
          exchange,
          """
          {"issuer": "%2$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
           "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
           "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
          """
              .formatted(issuer(), told.isEmpty() ? issuer() : told));
    }

    private void authorize(HttpExchange exchange) throws IOException {
      Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
      String code = UUID.randomUUID().toString();
      nonces.put(code, asked.get("nonce"));
      exchange
          .getResponseHeaders()
          .add(
              "Location",
              asked.get("redirect_uri")
                  + "?code="
                  + code
                  + "&state="
                  + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder()
              .issuer(issuer())
              .subject("subject of " + next.get("email"))
              .audience("senim")
              .claim("nonce", nonces.remove(parameters(body).get("code")))
              .issueTime(Date.from(Instant.now()))
              .expirationTime(Date.from(Instant.now().plusSeconds(60)));
      next.forEach(claims::claim);
      json(
          exchange,
          """
          {"access_token": "unused", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
          """
              .formatted(signed(claims.build())));
    }

    private String signed(JWTClaimsSet claims) throws IOException {
      if (algorithm.equals("none")) {
        return new PlainJWT(claims).serialize();
      }
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("one").build(), claims);
      try {
        // The public key as the secret: what a verifier that trusts the header would take.
        token.sign(
            algorithm.equals("HS256")
                ? new MACSigner(key.toRSAPublicKey().getEncoded())
                : new RSASSASigner(forged ? otherKey : key));
      } catch (com.nimbusds.jose.JOSEException e) {
        throw new IOException(e);
      }
      return token.serialize();
    }

    private void json(HttpExchange exchange, String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    private static Map<String, String> parameters(String query) {
      return Stream.of(query.split("&"))
          .map(pair -> pair.split("=", 2))
          .collect(
              Collectors.toMap(
                  pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
  }
}
