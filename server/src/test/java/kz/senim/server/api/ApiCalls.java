package kz.senim.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An owner with an organisation, an object and a token, who asks over real HTTP. */
public abstract class ApiCalls extends ServerTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired protected Tokens tokens;

  protected UUID owner;
  protected UUID organization;
  protected UUID object;
  protected String token;

  @BeforeEach
  protected void an_owner_with_a_token() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "clinic-chain");
    token = TestTokens.all(tokens, owner);
  }

  /** What was answered. */
  protected record Answer(int status, String tag, JsonNode body) {

    public String text(String name) {
      return body.get(name).asString();
    }

    /** The places of what is wrong. */
    public List<String> wrong() {
      assertThat(status).as(body.toString()).isEqualTo(400);
      List<String> pointers = new ArrayList<>();
      body.get("errors").forEach(one -> pointers.add(one.get("pointer").asString()));
      return pointers;
    }
  }

  protected String of(String rest) {
    return "/organizations/" + organization + rest;
  }

  protected Answer get(String path) throws Exception {
    return send("GET", path, null, null);
  }

  protected Answer post(String path, String body) throws Exception {
    return send("POST", path, body, null);
  }

  /** Adds something; its id. */
  protected String add(String path, String body) throws Exception {
    Answer answer = post(path, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.text("id");
  }

  /**
   * Changes a thing in the state in which it is.
   *
   * @param read where the thing is read
   */
  protected Answer change(String read, String method, String path, @Nullable String body)
      throws Exception {
    return send(method, path, body, get(read).tag());
  }

  /** All the parts of a list, one after another. */
  protected List<JsonNode> all(String path) throws Exception {
    return all(path, "");
  }

  /**
   * Those behind a cursor.
   *
   * @param path with a parameter at least
   * @param after empty from the start
   */
  protected List<JsonNode> all(String path, String after) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    String next = after;
    do {
      Answer part = get(path + (next.isEmpty() ? "" : "&after=" + next));
      assertThat(part.status()).as(part.body().toString()).isEqualTo(200);
      part.body().get("items").forEach(items::add);
      next = part.body().path("next").asString("");
    } while (!next.isEmpty());
    return items;
  }

  private Answer send(String method, String path, @Nullable String body, @Nullable String match)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header(
          "Content-Type",
          path.contains("fileName=") ? "application/octet-stream" : "application/json");
    }
    if (match != null) {
      request.header("If-Match", match);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("ETag").orElse(""),
        JSON.readTree(response.body()));
  }
}
