package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where people come by HTTPS, and a proxy hands their requests on by plain HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "senim.base-url=https://senim.example.kz")
@DirtiesContext
class OverHttpsTest {

  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("senim-https");
    registry.add("senim.data", data::toString);
  }

  @Test
  void browsers_are_told_to_come_by_https_alone_whatever_is_answered() throws Exception {
    for (String path :
        List.of(
            "/sign-in", "/app.css", "/no-such-page", "/setup/none", "/a%2500", "/sign-in?a=%00")) {
      HttpResponse<String> answer = ask(path);
      assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
          .as(path)
          .contains("max-age=31536000")
          .contains("includeSubDomains");
    }
  }

  @Test
  void every_cookie_belongs_to_this_host_and_to_https() throws Exception {
    HttpResponse<String> page = ask("/sign-in");
    List<String> cookies = new java.util.ArrayList<>(page.headers().allValues("Set-Cookie"));
    assertThat(cookies).hasSize(1);
    String session = cookies.getFirst().split(";", 2)[0];
    String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    for (String choice : List.of("theme?theme=dark", "language?lang=kk")) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(at("/preferences/" + choice + "&back=/sign-in")))
                  .header("Cookie", session)
                  .header("X-CSRF-TOKEN", token)
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(303);
      cookies.addAll(answer.headers().allValues("Set-Cookie"));
    }
    assertThat(cookies)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-senim-")
                    .contains("Secure")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax")
                    .contains("Path=/")
                    .doesNotContain("Domain="));
    HttpResponse<String> dark =
        client.send(
            HttpRequest.newBuilder(URI.create(at("/sign-in")))
                .header(
                    "Cookie", "__Host-senim-theme=dark; __Host-senim-lang=kk; senim-theme=light")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(dark.body()).contains("data-theme=\"dark\"").contains("lang=\"kk\"");
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(at(path))).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
