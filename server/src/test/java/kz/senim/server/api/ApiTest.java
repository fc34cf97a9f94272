package kz.senim.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's manners, over real HTTP. */
class ApiTest extends ServerTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient db;

  private UUID owner;
  private UUID organization;
  private UUID object;
  private String token;

  @BeforeEach
  void world() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "clinic-chain");
    token = TestTokens.all(tokens, owner);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", "en");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private static @Nullable String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  @Test
  void without_a_token_that_works_nobody_gets_in() throws Exception {
    HttpResponse<String> none =
        HTTP.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/acts")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(header(none, "WWW-Authenticate")).isEqualTo("Bearer realm=\"senim\"");
    assertThat(header(none, "Content-Type")).startsWith("application/problem+json");
    token = token.substring(0, token.length() - 1) + (token.endsWith("a") ? "b" : "a");
    HttpResponse<String> wrong = get("/acts");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(header(wrong, "WWW-Authenticate")).contains("invalid_token");
    assertThat(header(wrong, "Set-Cookie")).isNull();
  }

  @Test
  void a_read_has_a_tag_with_which_it_is_not_sent_again() throws Exception {
    HttpResponse<String> first = get("/objects/" + object + "/assessment");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    String tag = header(first, "ETag");
    HttpResponse<String> second =
        send(to("/objects/" + object + "/assessment").header("If-None-Match", String.valueOf(tag)));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(header(second, "ETag")).isEqualTo(tag);
    HttpResponse<String> past = get("/objects/" + object + "/assessment?asOf=2020-01-01");
    assertThat(json(past).get("asOf").asString()).isEqualTo("2020-01-01");
    assertThat(header(past, "ETag")).isNotEqualTo(tag);
  }

  @Test
  void a_list_goes_on_behind_its_cursor_and_skips_nothing() throws Exception {
    for (int i = 0; i < 4; i++) {
      objects.add(viewer(owner, organization, Role.OWNER), organization, "Object " + i, null);
    }
    var seen = new java.util.HashSet<String>();
    String path = "/organizations/" + organization + "/objects?limit=2";
    int parts = 0;
    while (path != null) {
      HttpResponse<String> part = get(path);
      JsonNode items = json(part).get("items");
      items.forEach(one -> assertThat(seen.add(one.get("id").asString())).isTrue());
      String link = header(part, "Link");
      JsonNode next = json(part).get("next");
      assertThat(link == null).isEqualTo(next == null);
      path =
          link == null
              ? null
              : link.replaceFirst("<(?:https?://[^/]+)?/api/v1", "").replaceFirst(">.*", "");
      parts++;
    }
    assertThat(seen).hasSize(5);
    assertThat(parts).isEqualTo(3);
    assertThat(get("/organizations?after=%21%21").statusCode()).isEqualTo(400);
    assertThat(get("/organizations?limit=201").statusCode()).isEqualTo(400);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_place_and_fix() throws Exception {
    HttpResponse<String> wrong =
        post(
            "/organizations/" + organization + "/risks",
            "{\"title\": 5, \"impact\": \"much\", \"colour\": \"red\", \"review\": \"soon\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    var pointers = new java.util.ArrayList<String>();
    json(wrong)
        .get("errors")
        .forEach(
            error -> {
              pointers.add(error.get("pointer").asString());
              assertThat(error.get("detail").asString()).isNotBlank();
              assertThat(error.get("fix").asString()).isNotBlank();
            });
    assertThat(pointers)
        .containsExactlyInAnyOrder("/colour", "/title", "/threat", "/impact", "/review");
    HttpResponse<String> rules =
        post(
            "/organizations/" + organization + "/risks",
            "{\"title\": \"Fire\", \"threat\": \"Fire\", \"impact\": 9, \"treatment\":"
                + " \"accept\"}");
    assertThat(rules.statusCode()).isEqualTo(400);
    assertThat(rules.body()).contains("/impact", "/reason");
  }

  @Test
  void a_body_that_is_deep_or_large_or_twice_is_refused() throws Exception {
    String path = "/organizations/" + organization + "/objects";
    assertThat(post(path, "[".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(post(path, "{\"name\":".repeat(50) + "1" + "}".repeat(50)).statusCode())
        .isEqualTo(400);
    assertThat(post(path, "{\"name\":\"a\",\"name\":\"b\"}").statusCode()).isEqualTo(400);
    assertThat(post(path, "{\"name\":\"" + "a".repeat(2 << 20) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(post(path, "{} {}").statusCode()).isEqualTo(400);
    assertThat(post(path, "").statusCode()).isEqualTo(400);
    assertThat(
            send(to(path)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void a_change_needs_the_state_that_it_changes() throws Exception {
    HttpResponse<String> made =
        post(
            "/organizations/" + organization + "/risks",
            "{\"title\": \"Fire\", \"threat\": \"Fire\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String path = String.valueOf(header(made, "Location")).replace("/api/v1", "");
    String tag = String.valueOf(header(made, "ETag"));
    String body = "{\"title\": \"Flood\", \"threat\": \"Water\"}";
    assertThat(put(path, body, null).statusCode()).isEqualTo(428);
    HttpResponse<String> changed = put(path, body, tag);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).get("title").asString()).isEqualTo("Flood");
    assertThat(put(path, body, tag).statusCode()).isEqualTo(412);
    // The tag is the same in each language: what can be changed has no words in one.
    HttpResponse<String> kazakh = send(to(path).setHeader("Accept-Language", "kk"));
    assertThat(header(kazakh, "ETag")).isEqualTo(header(changed, "ETag"));
  }

  private HttpResponse<String> put(String path, String body, @Nullable String tag)
      throws Exception {
    HttpRequest.Builder request =
        to(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return send(request);
  }

  @Test
  void with_the_same_key_it_is_done_once_even_when_asked_ten_times_at_once() throws Exception {
    String path = "/organizations/" + organization + "/objects";
    String key = UUID.randomUUID().toString();
    var answers = new java.util.concurrent.ConcurrentLinkedQueue<String>();
    try (var all = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        all.submit(
            () -> {
              HttpResponse<String> answer =
                  post(path, "{\"name\": \"Once\"}", "Idempotency-Key", key);
              answers.add(answer.statusCode() + " " + answer.body());
              return null;
            });
      }
    }
    assertThat(answers).hasSize(10);
    assertThat(new java.util.HashSet<>(answers)).as("one answer").hasSize(1);
    assertThat(objects.list(organization)).hasSize(2);
    HttpResponse<String> other = post(path, "{\"name\": \"Twice\"}", "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(422);
    HttpResponse<String> again = post(path, "{\"name\": \"Once\"}", "Idempotency-Key", key);
    assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
    // What failed is not remembered.
    String second = UUID.randomUUID().toString();
    assertThat(post(path, "{\"name\": \" \"}", "Idempotency-Key", second).statusCode())
        .isEqualTo(400);
    assertThat(post(path, "{\"name\": \"Then\"}", "Idempotency-Key", second).statusCode())
        .isEqualTo(201);
  }

  @Test
  void errors_come_in_the_language_that_is_asked_for() throws Exception {
    assertThat(json(get("/objects/" + UUID.randomUUID())).get("title").asString())
        .isEqualTo("There is no such thing");
    HttpResponse<String> russian =
        send(to("/objects/x").setHeader("Accept-Language", "de, ru;q=0.5"));
    assertThat(russian.statusCode()).isEqualTo(404);
    assertThat(json(russian).get("title").asString()).isEqualTo("Не найдено");
    assertThat(header(russian, "Content-Language")).isEqualTo("ru");
  }

  @Test
  void every_error_beneath_the_api_is_a_problem() throws Exception {
    for (String path : new String[] {"/nothing", "/acts/nothing", "/audit"}) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isIn(403, 404);
      assertThat(header(answer, "Content-Type")).as(path).startsWith("application/problem+json");
    }
    HttpResponse<String> method = send(to("/acts").DELETE());
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(header(method, "Allow")).contains("GET");
    assertThat(get("/objects/" + object + "/assessment?asOf=tomorrow").statusCode()).isEqualTo(400);
    assertThat(get("/objects/" + object + "/assessment?asOf=1995-01-01").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_token_does_not_reach_beyond_its_scopes_and_its_organisation() throws Exception {
    UUID second = organization(owner, Role.OWNER);
    token = TestTokens.with(tokens, owner, second, java.util.Set.of(Scope.OBJECTS_READ));
    assertThat(get("/organizations/" + second).statusCode()).isEqualTo(200);
    assertThat(get("/organizations/" + organization).statusCode()).isEqualTo(404);
    assertThat(get("/objects/" + object).statusCode()).isEqualTo(404);
    assertThat(json(get("/organizations")).get("items").size()).isEqualTo(1);
    HttpResponse<String> scope =
        post("/organizations/" + second + "/objects", "{\"name\": \"New\"}");
    assertThat(scope.statusCode()).isEqualTo(403);
    assertThat(header(scope, "WWW-Authenticate")).contains("objects:write");
    assertThat(
            db.sql("select count(*) from audit_log where account_id = ? and not allowed")
                .param(owner)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_token_says_how_much_is_left() throws Exception {
    HttpResponse<String> answer = get("/acts");
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"token\";q=600;w=60");
    assertThat(header(answer, "RateLimit")).matches("\"token\";r=5\\d\\d;t=\\d+");
  }

  @Test
  void a_passport_goes_out_and_comes_in_as_the_same() throws Exception {
    HttpResponse<String> yaml = get("/objects/" + object + "/passport.yaml");
    assertThat(yaml.statusCode()).as(yaml.body()).isEqualTo(200);
    HttpResponse<String> made =
        send(
            to("/organizations/" + organization + "/passports")
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml.body())));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String copy = json(made).get("id").asString();
    assertThat(json(get("/objects/" + copy + "/assessment")))
        .isEqualTo(json(get("/objects/" + object + "/assessment")));
    assertThat(json(get("/objects/" + copy + "/passport")))
        .isEqualTo(json(get("/objects/" + object + "/passport")));
    HttpResponse<String> wrong =
        send(
            to("/organizations/" + organization + "/passports")
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString("passport: 2\nfacts: {a: b}")));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).get("errors").size()).isGreaterThan(1);
  }

  @Test
  void the_session_of_a_browser_does_not_open_it() throws Exception {
    web.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                    "/api/v1/organizations")
                .cookie(new jakarta.servlet.http.Cookie("senim-session", "x")))
        .andExpect(
            org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                .isUnauthorized());
  }
}
