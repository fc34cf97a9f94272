package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every endpoint as every kind of person, as {@code access-matrix.csv} says. */
class AccessMatrixTest extends ServerTest {

  private static final Path FILE = Path.of("src/test/resources/access-matrix.csv");
  private static final List<String> PEOPLE =
      List.of(
          "stranger", "member-less", "auditor", "owner", "officer", "administrator", "other-owner");
  private static final Pattern BRACES = Pattern.compile("\\{([^}=]+)(?:=([^}]*))?}");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient db;

  private record Row(String method, String path, String form, List<String> answers) {

    /** As endpoints are compared: what stands in braces does not matter. */
    String endpoint() {
      return method + " " + BRACES.matcher(path).replaceAll("{}");
    }
  }

  @Test
  void every_endpoint_has_a_row_and_every_row_an_endpoint() throws IOException {
    Set<String> there = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, _) ->
                mapping
                    .getPatternValues()
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
    Set<String> told = new TreeSet<>();
    rows().forEach(row -> told.add(row.endpoint()));
    assertThat(told).as("rows in " + FILE).isEqualTo(there);
  }

  @Test
  void everyone_gets_the_answer_that_the_matrix_says() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      for (int i = 0; i < PEOPLE.size(); i++) {
        String answer = ask(row, PEOPLE.get(i));
        if (!answer.equals(row.answers().get(i))) {
          wrong.add(
              "%s as %s: %s, and not %s"
                  .formatted(row.endpoint(), PEOPLE.get(i), answer, row.answers().get(i)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("method,")) {
        continue;
      }
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(3 + PEOPLE.size());
      rows.add(new Row(cells[0], cells[1], cells[2], List.of(cells).subList(3, 3 + PEOPLE.size())));
    }
    return rows;
  }

  /** Everything new for each question, so that no answer hangs on the one before. */
  private String ask(Row row, String person) throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object =
        objects.add(viewer(owner, organization, Role.OWNER), organization, "An object", null);
    UUID account = person();
    accounts.grant(account, organization, Role.AUDITOR);
    Map<String, String> values = new HashMap<>();
    values.put("organization", organization.toString());
    values.put("object", object.toString());
    values.put("account", account.toString());
    values.put("link", accounts.newLink(account));
    // The name that grants find it by.
    db.sql("update organizations set name = ? where id = ?")
        .params(organization.toString(), organization)
        .update();
    UUID who =
        switch (person) {
          case "stranger" -> null;
          case "owner" -> owner;
          case "auditor" -> member(organization, Role.AUDITOR);
          case "officer" -> member(organization, Role.SECURITY_OFFICER);
          case "administrator" ->
              accounts.create("admin" + UUID.randomUUID() + "@example.kz", "Admin", true);
          case "other-owner" -> {
            UUID other = person();
            organization(other, Role.OWNER);
            yield other;
          }
          default -> person();
        };
    AbstractMockHttpServletRequestBuilder<?> request = built(row, values);
    // Wrong codes from here make nobody else wait.
    request.with(
        from -> {
          from.setRemoteAddr("10.2.0.1");
          return from;
        });
    if (who != null) {
      request.with(as(who));
    }
    MockHttpServletResponse response =
        web.perform(request.with(form()).accept("text/html", "*/*")).andReturn().getResponse();
    return answer(response);
  }

  private UUID member(UUID organization, Role role) {
    UUID person = person();
    accounts.grant(person, organization, role);
    return person;
  }

  private static AbstractMockHttpServletRequestBuilder<?> built(
      Row row, Map<String, String> values) {
    URI path = UriComponentsBuilder.fromPath(filled(row.path(), values)).build().encode().toUri();
    AbstractMockHttpServletRequestBuilder<?> request =
        row.form().contains("=@")
            ? multipart(HttpMethod.valueOf(row.method()), path)
            : request(HttpMethod.valueOf(row.method()), path);
    for (String field : row.form().isEmpty() ? new String[0] : row.form().split("&")) {
      String[] pair = field.split("=", 2);
      String value = filled(pair[1], values);
      if (value.startsWith("@") && request instanceof MockMultipartHttpServletRequestBuilder all) {
        String[] file = value.substring(1).split(":", 2);
        all.file(
            new MockMultipartFile(
                pair[0], file[0], "text/plain", file[1].getBytes(StandardCharsets.UTF_8)));
      } else {
        request.param(pair[0], value);
      }
    }
    return request;
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
    String location = response.getRedirectedUrl();
    if (location != null && location.replaceFirst("https?://[^/]+", "").equals("/sign-in")) {
      return "sign-in";
    }
    int status = response.getStatus();
    return status < 400 ? "ok" : Integer.toString(status);
  }
}
