package kz.senim.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS itself, by what docs/security.md says, with no proxy before it. */
class OwnHttpsTest {

  private static final char[] STORE_PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static ServerProcess server;
  private static SSLContext trusting;
  private static URI address;

  @BeforeAll
  static void a_server_with_a_certificate_of_its_own() throws Exception {
    KeyStore store = certificate();
    Path settings =
        Files.writeString(
            folder.resolve("senim.yaml"),
            """
            senim:
              address: 0.0.0.0
              base-url: https://localhost
            server:
              ssl:
                certificate: %s
                certificate-private-key: %s
            """
                .formatted(
                    pem("CERTIFICATE", store.getCertificate("senim").getEncoded()),
                    pem("PRIVATE KEY", store.getKey("senim", STORE_PASSWORD).getEncoded())));
    server =
        ServerProcess.start(folder.resolve("data"), Map.of("SENIM_SETTINGS", settings.toString()));
    address = URI.create("https://localhost:" + server.address().getPort() + "/sign-in");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
  }

  private static KeyStore certificate() throws Exception {
    Path file = folder.resolve("store.p12");
    String command =
        System.getProperty("java.home")
            + "/bin/keytool -genkeypair -alias senim -keyalg EC -dname CN=localhost -ext"
            + " san=dns:localhost -validity 2 -storepass changeit -keystore "
            + file;
    assertThat(new ProcessBuilder(command.split(" ")).start().waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), STORE_PASSWORD);
  }

  private static Path pem(String what, byte[] content) throws Exception {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return Files.writeString(
        folder.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
  }

  @AfterAll
  static void nothing_stays() throws Exception {
    server.close();
  }

  private static HttpResponse<String> ask(URI page, SSLContext context, String... protocols)
      throws Exception {
    HttpClient.Builder client = HttpClient.newBuilder().sslContext(context);
    if (protocols.length > 0) {
      SSLParameters parameters = new SSLParameters();
      parameters.setProtocols(protocols);
      client.sslParameters(parameters);
    }
    try (HttpClient one = client.build()) {
      return one.send(
          HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void pages_come_by_tls_1_2_and_1_3_with_cookies_for_https_alone() throws Exception {
    for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
      HttpResponse<String> page = ask(address, trusting, protocol);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
      assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
          .contains("max-age=31536000");
      assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
          .startsWith("__Host-senim-")
          .contains("Secure");
    }
  }

  @Test
  void plain_http_gets_nothing_there_and_listening_to_others_needs_no_leave() throws Exception {
    HttpResponse<String> plain =
        ask(URI.create(address.toString().replace("https:", "http:")), trusting);
    assertThat(plain.statusCode()).isEqualTo(400);
    assertThat(plain.body()).doesNotContain("_csrf");
    assertThat(server.log()).doesNotContain("plain HTTP at");
    // Health is asked for on the loopback address, without TLS.
    assertThat(server.isReady()).isTrue();
  }

  @Test
  void nobody_who_does_not_know_the_certificate_sends_anything() throws Exception {
    assertThatThrownBy(() -> ask(address, SSLContext.getDefault()))
        .isInstanceOf(SSLException.class);
    Path token = Files.writeString(folder.resolve("token"), "senim_any");
    String[] arguments = {
      "assess",
      "00000000-0000-0000-0000-000000000000",
      "--server",
      "https://localhost:" + address.getPort(),
      "--token-file",
      token.toString(),
      "--lang",
      "en"
    };
    ServerProcess.Ended ended = ServerProcess.run("kz.senim.cli.Main", Map.of(), arguments);
    assertThat(ended.code()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output())
        .contains("no safe connection to https://localhost:" + address.getPort())
        .doesNotContain("\tat ");
  }
}
