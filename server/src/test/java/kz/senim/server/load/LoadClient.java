package kz.senim.server.load;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** A signed-in person's browser, without the pictures. */
final class LoadClient {

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Signs in with password and code. */
  LoadClient(String email) throws Exception {
    post(
        "/sign-in", Map.of("email", email, "password", LoadWorld.PASSWORD), get("/sign-in").body());
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    String code =
        codes.generateOneTimePasswordString(
            new SecretKeySpec(LoadWorld.SECRET, codes.getAlgorithm()), Instant.now(), Locale.ROOT);
    post("/sign-in/second", Map.of("code", code), get("/sign-in/second").body());
    if (get("/notices").statusCode() != 200) {
      throw new IllegalStateException(email + " is not signed in");
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(LoadServer.BASE + path))
            .timeout(Duration.ofSeconds(30))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void post(String path, Map<String, String> fields, String page) throws Exception {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no form at " + path);
    }
    StringBuilder body = new StringBuilder("_csrf=" + token.group(1));
    fields.forEach(
        (name, value) ->
            body.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    client.send(
        HttpRequest.newBuilder(URI.create(LoadServer.BASE + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
