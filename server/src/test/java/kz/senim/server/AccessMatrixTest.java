package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint as every kind of person, as {@code access-matrix.csv} says. */
class AccessMatrixTest extends ServerTest {

  private static final Set<String> OUTSIDE =
      Set.of("stranger", "member-less", "administrator", "other-owner");
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient db;
  @Autowired private ServerSettings settings;

  @Test
  void every_endpoint_has_a_row_and_every_row_an_endpoint() throws IOException {
    Set<String> there = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, _) ->
                mapping.getPatternValues().stream()
                    .filter(path -> !path.startsWith("/api/v1/")) // see ApiMatrixTest
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
                                                + MatrixRow.BRACES
                                                    .matcher(path)
                                                    .replaceAll("{}")))));
    Set<String> told = new TreeSet<>();
    MatrixRow.all().forEach(row -> told.add(row.endpoint()));
    assertThat(told).as("rows in " + MatrixRow.FILE).isEqualTo(there);
  }

  @Test
  void everyone_gets_the_answer_that_the_matrix_says() throws Exception {
    List<String> wrong = new ArrayList<>();
    World world = new World();
    for (MatrixRow row : MatrixRow.all()) {
      for (int i = 0; i < MatrixRow.PEOPLE.size(); i++) {
        String person = MatrixRow.PEOPLE.get(i);
        MockHttpServletResponse response = ask(row, world.person(person), world.values);
        String answer = answer(response);
        if (!answer.equals(row.answers().get(i))) {
          wrong.add(
              "%s as %s: %s, and not %s".formatted(row, person, answer, row.answers().get(i)));
        }
        if (OUTSIDE.contains(person) && !row.isOpen() && world.isIn(response)) {
          wrong.add("%s as %s: tells of what is not theirs".formatted(row, person));
        }
        // No answer hangs on the one before: only where nothing was changed is it asked again.
        if (answer.equals("ok") && !row.method().equals("GET")) {
          world = new World();
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_of_another_organisation_is_reached_by_way_of_ones_own() throws Exception {
    List<String> wrong = new ArrayList<>();
    World theirs = new World();
    World own = new World();
    for (MatrixRow row : MatrixRow.all()) {
      Set<String> named = new TreeSet<>();
      MatrixRow.BRACES
          .matcher(row.path() + row.form())
          .results()
          .filter(found -> found.group(2) == null)
          .forEach(found -> named.add(found.group(1)));
      String place = row.path().contains("{organization}") ? "organization" : "object";
      named.removeAll(List.of("owner", "link", "account", "attested"));
      if (!row.path().contains("{" + place + "}") || named.size() < 2) {
        continue;
      }
      Map<String, String> values = new HashMap<>(theirs.values);
      values.put(place, own.values.getOrDefault(place, ""));
      values.put("owner", own.values.getOrDefault("owner", ""));
      String answer = answer(ask(row, own.person("owner"), values));
      if (!answer.equals("404")) {
        wrong.add(row + ": " + answer);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoever_has_shown_the_password_only_gets_nowhere() throws Exception {
    List<String> wrong = new ArrayList<>();
    World world = new World();
    UUID owner = world.person("owner");
    for (MatrixRow row : MatrixRow.all()) {
      // What is open to strangers, or is the way to the second factor itself.
      if (!row.answers().getFirst().equals("sign-in") || row.path().startsWith("/sign-in/")) {
        continue;
      }
      AbstractMockHttpServletRequestBuilder<?> request = row.request(world.values);
      MockHttpServletResponse response =
          web.perform(request.with(withPasswordOnly(owner)).with(form()).accept("text/html", "*/*"))
              .andReturn()
              .getResponse();
      boolean sent = "/sign-in/second".equals(response.getRedirectedUrl());
      if (!sent && !(row.form().contains("=@") && response.getStatus() == 403)) {
        wrong.add(row + ": " + response.getStatus() + " " + response.getRedirectedUrl());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * The database is asked in the person's own name: it gives nothing of others and takes nothing,
   * whatever the application believes the person to be.
   */
  @Test
  void where_the_application_checks_nothing_the_database_still_does() throws Exception {
    List<String> wrong = new ArrayList<>();
    World theirs = new World();
    UUID person = theirs.person("other-owner");
    Viewer everywhere =
        new Viewer(
            person, "Other", "o@example.kz", false, new OwnerEverywhere(theirs.organization));
    Map<String, Long> before = rowsOf(theirs);
    for (MatrixRow row : MatrixRow.all()) {
      if (row.isOpen() || !(row.method().equals("GET") || row.answers().getLast().equals("404"))) {
        continue;
      }
      MockHttpServletResponse response = ask(row, person, theirs.values, everywhere);
      String page = response.getContentAsString();
      String asked = row.path() + row.form();
      boolean tells =
          page.contains("Of " + theirs.organization)
              || theirs.values.entrySet().stream()
                  .anyMatch(
                      thing ->
                          thing.getValue().length() > 30
                              && !asked.contains("{" + thing.getKey() + "}")
                              && page.contains(thing.getValue()));
      if (tells) {
        wrong.add(row + ": tells of what is not theirs");
      }
      if (response.getStatus() >= 500) {
        wrong.add(row + ": " + response.getStatus());
      }
      Map<String, Long> after = rowsOf(theirs);
      if (!after.equals(before)) {
        wrong.add(row + ": changed " + after + ", and there was " + before);
        before = after;
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A hash of the organisation's rows, by table. */
  private Map<String, Long> rowsOf(World world) {
    Map<String, Long> hashes = new HashMap<>();
    db.sql(
            """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'organization_id'
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                hashes.put(
                    table,
                    db.sql(
                            "select coalesce(sum(hashtextextended(t::text, 0)), 0)::numeric %"
                                + " 1000000007 from "
                                + table
                                + " t where organization_id = ?")
                        .param(world.organization)
                        .query(Long.class)
                        .single()));
    return hashes;
  }

  /** What a person would be if nothing were checked. */
  private static final class OwnerEverywhere extends AbstractMap<UUID, Set<Role>> {

    private final UUID listed;

    OwnerEverywhere(UUID listed) {
      this.listed = listed;
    }

    @Override
    public boolean containsKey(Object organization) {
      return true;
    }

    @Override
    public Set<Role> get(Object organization) {
      return Set.of(Role.OWNER);
    }

    @Override
    public Set<Entry<UUID, Set<Role>>> entrySet() {
      return Set.of(Map.entry(listed, Set.of(Role.OWNER)));
    }
  }

  /** An organisation with one thing of each sort, and people, made when first asked for. */
  private final class World {

    private final UUID owner = AccessMatrixTest.this.person();
    private final UUID organization = AccessMatrixTest.this.organization(owner, Role.OWNER);
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    World() throws IOException {
      UUID object =
          objects.add(
              viewer(owner, organization, Role.OWNER), organization, "Of " + organization, null);
      UUID account = AccessMatrixTest.this.person();
      accounts.grant(account, organization, Role.AUDITOR);
      values.putAll(MatrixThings.in(db, settings.data(), organization, object, owner, 1));
      values.put("organization", organization.toString());
      values.put("object", object.toString());
      values.put("owner", owner.toString());
      values.put("account", account.toString());
      values.put("link", accounts.newLink(account));
      values.put("attested", attested());
      // The name that grants find it by.
      db.sql("update organizations set name = ? where id = ?")
          .params(organization.toString(), organization)
          .update();
    }

    /** Whether a page leads to the organisation or anything in it. */
    boolean isIn(MockHttpServletResponse response) throws IOException {
      String page = response.getStatus() == 200 ? response.getContentAsString() : "";
      return Stream.of("organization", "object", "remedy")
          .anyMatch(thing -> page.contains("s/" + values.get(thing)));
    }

    /** Null for the stranger. */
    @Nullable UUID person(String name) {
      return name.equals("stranger") ? null : people.computeIfAbsent(name, this::make);
    }

    private UUID make(String name) {
      return switch (name) {
        case "owner" -> owner;
        case "auditor" -> member(Role.AUDITOR);
        case "officer" -> member(Role.SECURITY_OFFICER);
        case "administrator" ->
            accounts.create("admin" + UUID.randomUUID() + "@example.kz", "Admin", true);
        case "other-owner" -> {
          UUID other = AccessMatrixTest.this.person();
          AccessMatrixTest.this.organization(other, Role.OWNER);
          yield other;
        }
        default -> AccessMatrixTest.this.person();
      };
    }

    private UUID member(Role role) {
      UUID person = AccessMatrixTest.this.person();
      accounts.grant(person, organization, role);
      return person;
    }
  }

  /** A requirement on which a person's judgement is asked. */
  private String attested() {
    return book.requirements().stream()
        .filter(requirement -> requirement.attestedBy() != null)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private MockHttpServletResponse ask(MatrixRow row, @Nullable UUID who, Map<String, String> values)
      throws Exception {
    return ask(row, who, values, null);
  }

  /**
   * @param believed what the application takes the person for; null for what they are
   */
  private MockHttpServletResponse ask(
      MatrixRow row, @Nullable UUID who, Map<String, String> values, @Nullable Viewer believed)
      throws Exception {
    AbstractMockHttpServletRequestBuilder<?> request = row.request(values);
    if (believed != null) {
      request.requestAttr(Viewer.class.getName(), believed);
    }
    // Wrong codes from here make nobody else wait.
    request.with(
        from -> {
          from.setRemoteAddr("10.2.0.1");
          return from;
        });
    if (who != null) {
      request.with(as(who));
    }
    return web.perform(request.with(form()).accept("text/html", "*/*")).andReturn().getResponse();
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
