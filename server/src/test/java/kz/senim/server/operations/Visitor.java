package kz.senim.server.operations;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * A person with a browser that knows pages and forms. Of several servers, each page is another's.
 */
public final class Visitor {

  public static final String PASSWORD = "correct horse battery staple";

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Supplier<URI> server;
  private String secret = "";

  /**
   * @param server the one that answers next
   */
  public Visitor(Supplier<URI> server) {
    this.server = server;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.get().resolve(path))
        .header("Accept-Language", "en")
        .timeout(Duration.ofSeconds(60));
  }

  /** Opens the page with the form, fills it in and sends it. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "", "&_csrf=" + encode(token(page))));
    return client.send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a file with a form's fields. */
  public HttpResponse<String> upload(
      String page, String action, Map<String, String> fields, HttpRequest.BodyPublisher file)
      throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--frontier\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append("--frontier\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"")
        .append("\r\nContent-Type: text/plain\r\n\r\n");
    return client.send(
        request(action)
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .header("X-CSRF-TOKEN", token(page))
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head.toString()),
                    file,
                    HttpRequest.BodyPublishers.ofString("\r\n--frontier--\r\n")))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String token(String page) throws IOException, InterruptedException {
    return find(get(page).body(), "name=\"_csrf\" value=\"([^\"]+)\"");
  }

  static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in\n" + text);
    }
    return matcher.group(1);
  }

  /** The last part of the address to which the answer leads. */
  static String id(HttpResponse<String> answer) {
    String address = answer.headers().firstValue("Location").orElseThrow();
    return address.substring(address.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
  }

  /** Opens the link of the first start, makes the administrator and an authenticator. */
  public void setUp(String link) throws IOException, InterruptedException {
    submit("/setup", "/setup", Map.of("code", URI.create(link).getFragment()));
    submit(
        "/setup",
        "/setup",
        Map.of(
            "email",
            "admin@example.kz",
            "name",
            "The administrator",
            "password",
            PASSWORD,
            "again",
            PASSWORD));
    password();
    String page = get("/sign-in/enrol").body();
    secret = find(page, ">\\s*((?:[A-Z2-7]{4} ?){8})<").replace(" ", "");
    submit("/sign-in/enrol", "/sign-in/enrol", Map.of("code", code()));
  }

  private void password() throws IOException, InterruptedException {
    submit("/sign-in", "/sign-in", Map.of("email", "admin@example.kz", "password", PASSWORD));
  }

  /** Signs in with both factors; waits for a code that was not used. */
  public HttpResponse<String> signIn(Visitor known) throws IOException, InterruptedException {
    secret = known.secret;
    password();
    String used = code();
    HttpResponse<String> answer =
        submit("/sign-in/second", "/sign-in/second", Map.of("code", used));
    while (answer.headers().firstValue("Location").orElse("").contains("error")
        && code().equals(used)) {
      Thread.sleep(500);
    }
    return answer.headers().firstValue("Location").orElse("").contains("error")
        ? submit("/sign-in/second", "/sign-in/second", Map.of("code", code()))
        : answer;
  }

  private String code() {
    try {
      TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()), Instant.now());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
