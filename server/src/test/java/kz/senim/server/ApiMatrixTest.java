package kz.senim.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.server.api.Scope;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every operation of the API with every kind of token, as {@code api-matrix.tsv} says. */
class ApiMatrixTest extends ServerTest {

  private static final Path FILE = Path.of("src/test/resources/api-matrix.tsv");
  private static final List<String> CALLERS =
      List.of(
          "stranger",
          "member-less",
          "auditor",
          "owner",
          "officer",
          "administrator",
          "other-owner",
          "elsewhere");
  private static final Pattern BRACES = Pattern.compile("\\{([a-z][^}=\\s:]*)(?:=([^}]*))?}");

  /** What no token opens: the description itself, which is open to all. */
  private static final Set<String> OPEN =
      Set.of("GET /api/v1/openapi.json", "GET /api/v1/openapi.json.yaml");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient db;
  @Autowired private ServerSettings settings;
  @Autowired private Tokens tokens;

  private record Row(String method, String path, String body, String scope, List<String> answers) {

    String endpoint() {
      return method + " " + BRACES.matcher(path.replaceFirst("\\?.*", "")).replaceAll("{}");
    }
  }

  @Test
  void every_operation_has_a_row_and_every_row_an_operation() throws IOException {
    Set<String> there = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, _) ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1/"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method ->
                                        there.add(
                                            method
                                                + " "
                                                + BRACES.matcher(path).replaceAll("{}")))));
    there.removeAll(OPEN);
    Set<String> told = new TreeSet<>();
    rows().forEach(row -> told.add(row.endpoint()));
    assertThat(told).as("rows in " + FILE).isEqualTo(there);
  }

  @Test
  void every_token_gets_the_answer_that_the_matrix_says() throws Exception {
    List<String> wrong = new ArrayList<>();
    World world = new World();
    for (Row row : rows()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        String caller = CALLERS.get(i);
        String answer = answer(ask(row, world.token(caller), world.values()));
        if (!answer.equals(row.answers().get(i))) {
          wrong.add(row + " as " + caller + ": " + answer);
        }
        if (answer.equals("ok") && !row.method().equals("GET")) {
          world = new World();
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void without_its_scope_no_token_reaches_an_operation() throws Exception {
    List<String> wrong = new ArrayList<>();
    World world = new World();
    for (Row row : rows()) {
      if (row.scope().isEmpty()) {
        continue;
      }
      Set<Scope> all = EnumSet.allOf(Scope.class);
      all.remove(Scope.find(row.scope()).orElseThrow());
      MockHttpServletResponse response =
          ask(row, TestTokens.with(tokens, world.owner, null, all), world.values());
      if (response.getStatus() != 403
          || !String.valueOf(response.getHeader("WWW-Authenticate")).contains(row.scope())) {
        wrong.add(row + ": " + response.getStatus());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_no_token_any_more_opens_nothing() throws Exception {
    World world = new World();
    String revoked = world.token("owner");
    db.sql("update api_tokens set revoked_at = now() where account_id = ?")
        .param(world.owner)
        .update();
    String over = TestTokens.all(tokens, world.owner);
    db.sql(
            "update api_tokens set expires_at = now() - interval '1 second'"
                + " where account_id = ? and revoked_at is null")
        .param(world.owner)
        .update();
    UUID out = person();
    accounts.grant(out, world.organization, Role.OWNER);
    String disabled = TestTokens.all(tokens, out);
    db.sql("update accounts set disabled_at = now() where id = ?").param(out).update();
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      for (String token : List.of(String.valueOf(revoked), over, disabled)) {
        if (!answer(ask(row, token, world.values())).equals("401")) {
          wrong.add(row + " with a token that ended");
        }
      }
      // Signed in, both factors shown, and no token: a session is not even looked for, so the test
      // hands over whom one would have held.
      MockHttpServletResponse session =
          web.perform(built(row, world.values()).with(as(world.owner)).with(form()))
              .andReturn()
              .getResponse();
      if (session.getStatus() != 401 && session.getStatus() != 403) {
        wrong.add(row + " with a session: " + session.getStatus());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("method\t")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(4 + CALLERS.size());
      rows.add(
          new Row(
              cells[0],
              cells[1],
              cells[2],
              cells[3],
              List.of(cells).subList(4, 4 + CALLERS.size())));
    }
    return rows;
  }

  /** An organisation with one thing of each sort, and people with tokens. */
  private final class World {

    private final UUID owner = person();
    private final UUID organization = ApiMatrixTest.this.organization(owner, Role.OWNER);
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();

    World() throws IOException {
      UUID object =
          objects.add(
              viewer(owner, organization, Role.OWNER), organization, "Of " + organization, null);
      values.putAll(MatrixThings.in(db, settings.data(), organization, object, owner, 1));
      values.put("organization", organization.toString());
      values.put("object", object.toString());
      values.put("owner", owner.toString());
      values.put(
          "attested",
          book.requirements().stream()
              .filter(requirement -> requirement.attestedBy() != null)
              .filter(requirement -> requirement.inForceOn(java.time.LocalDate.now()))
              .findFirst()
              .orElseThrow()
              .id());
    }

    /** With an identification number that nobody has. */
    Map<String, String> values() {
      String number;
      do {
        number = Long.toString(100_000_000_000L + (long) (Math.random() * 899_999_999_999L));
      } while (!IdentificationNumber.isValid(number) || objects.findByBin(number).isPresent());
      values.put("bin", number);
      return values;
    }

    /** Null for the stranger. */
    @Nullable String token(String caller) {
      return caller.equals("stranger") ? null : given.computeIfAbsent(caller, this::make);
    }

    private String make(String caller) {
      return switch (caller) {
        case "owner" -> TestTokens.all(tokens, owner);
        case "elsewhere" ->
            TestTokens.with(
                tokens,
                owner,
                ApiMatrixTest.this.organization(owner, Role.OWNER),
                EnumSet.allOf(Scope.class));
        case "auditor" -> member(Role.AUDITOR);
        case "officer" -> member(Role.SECURITY_OFFICER);
        case "administrator" ->
            TestTokens.all(
                tokens,
                accounts.create("admin" + UUID.randomUUID() + "@example.kz", "Admin", true));
        case "other-owner" -> {
          UUID other = person();
          ApiMatrixTest.this.organization(other, Role.OWNER);
          yield TestTokens.all(tokens, other);
        }
        default -> TestTokens.all(tokens, person());
      };
    }

    private String member(Role role) {
      UUID person = person();
      accounts.grant(person, organization, role);
      return TestTokens.all(tokens, person);
    }
  }

  private MockHttpServletResponse ask(Row row, @Nullable String token, Map<String, String> values)
      throws Exception {
    MockHttpServletRequestBuilder request = built(row, values);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return web.perform(request).andReturn().getResponse();
  }

  private static MockHttpServletRequestBuilder built(Row row, Map<String, String> values) {
    MockHttpServletRequestBuilder request =
        request(
            HttpMethod.valueOf(row.method()),
            UriComponentsBuilder.fromUriString(filled(row.path(), values))
                .build()
                .encode()
                .toUri());
    request.with(
        from -> {
          from.setRemoteAddr(
              "10.3." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250));
          return from;
        });
    String body = row.body();
    if (body.startsWith("yaml:")) {
      request.contentType("application/yaml").content(body.substring(5));
    } else if (body.startsWith("@")) {
      request.contentType("application/octet-stream").content(body.substring(1));
    } else if (!body.isEmpty()) {
      request.contentType("application/json").content(filled(body, values).getBytes(UTF_8));
    }
    return request.header("If-Match", "*");
  }

  private static String filled(String text, Map<String, String> values) {
    return BRACES
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) != null
                        ? found.group(2)
                        : values.getOrDefault(found.group(1), found.group())));
  }

  private static String answer(MockHttpServletResponse response) {
    int status = response.getStatus();
    return status < 400 ? "ok" : Integer.toString(status);
  }
}
