package kz.senim.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.api.Scope;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is refused is in the audit log, and floods do not fill it. */
class RefusalsTest extends ServerTest {

  @Autowired private JdbcClient db;
  @Autowired private Tokens tokens;
  @Autowired private Refusals refusals;

  private int asking(String address, String token) throws Exception {
    return web.perform(
            get("/api/v1/organizations")
                .header("Authorization", "Bearer " + token)
                .with(
                    request -> {
                      request.setRemoteAddr(address);
                      return request;
                    }))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  /** What the log tells of the address, oldest first: action, subject and detail. */
  private List<String> refused(String address) {
    return db.sql(
            "select action || ' | ' || subject || ' | ' || detail from audit_log"
                + " where address = ? and not allowed order by id")
        .param(address)
        .query(String.class)
        .list();
  }

  @Test
  void a_token_that_opens_nothing_is_noted_with_its_owner_and_why() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    String text = TestTokens.with(tokens, owner, organization, Set.of(Scope.OBJECTS_READ));
    UUID token = tokens.working(owner).isEmpty() ? owner : id(owner);
    assertThat(asking("198.51.100.1", text)).isEqualTo(200);
    db.sql("update api_tokens set revoked_at = now() where id = ?").param(token).update();
    assertThat(asking("198.51.100.1", text)).isEqualTo(401);
    db.sql("update api_tokens set revoked_at = null, expires_at = now() where id = ?")
        .param(token)
        .update();
    assertThat(asking("198.51.100.1", text)).isEqualTo(401);
    assertThat(asking("198.51.100.1", TestTokens.text())).isEqualTo(401);
    assertThat(asking("198.51.100.1", "what one types")).isEqualTo(401);
    refusals.tellAll();
    assertThat(refused("198.51.100.1"))
        .containsExactly(
            "token.refused | token " + token + " | token-revoked",
            "token.refused | token " + token + " | token-expired",
            "token.refused | GET /api/v1/organizations | token-unknown",
            "token.refused | GET /api/v1/organizations | token-unknown ×1");
    assertThat(
            db.sql(
                    "select account_id from audit_log where subject = ? and organization_id = ?"
                        + " and not allowed")
                .params("token " + token, organization)
                .query(UUID.class)
                .list())
        .containsExactly(owner, owner);
    UUID officer = person();
    accounts.grant(officer, organization, Role.SECURITY_OFFICER);
    web.perform(
            get("/organizations/" + organization + "/audit")
                .with(as(officer))
                .header("Accept-Language", "en"))
        .andExpect(content().string(containsString("the token was revoked")));
  }

  private UUID id(UUID owner) {
    return db.sql("select id from api_tokens where account_id = ?")
        .param(owner)
        .query(UUID.class)
        .single();
  }

  @Test
  void a_flood_of_tokens_is_two_entries_and_so_are_the_requests_that_are_too_many()
      throws Exception {
    String token = TestTokens.text();
    int last = 0;
    for (int i = 0; i < 100; i++) {
      last = asking("198.51.100.2", token);
    }
    assertThat(last).isEqualTo(429);
    refusals.tellAll();
    List<String> told = refused("198.51.100.2");
    assertThat(told).hasSize(4);
    assertThat(told.get(0)).endsWith("token-unknown");
    assertThat(told.get(1)).isEqualTo("request | GET /api/v1/organizations | too-many");
    assertThat(told.stream().skip(2).mapToInt(RefusalsTest::times).sum()).isEqualTo(98);
  }

  private static int times(String told) {
    return Integer.parseInt(told.substring(told.indexOf('×') + 1));
  }

  @Test
  void floods_from_very_many_addresses_are_bounded_too() {
    for (int i = 0; i < Refusals.MOST + 500; i++) {
      refusals.note(
          new Refusals.Who(null, "crowd " + i, null), "request", "GET /crowd", "too-many");
    }
    refusals.tellAll();
    assertThat(
            db.sql("select count(*) from audit_log where subject = 'GET /crowd'")
                .query(Integer.class)
                .single())
        .isLessThanOrEqualTo(Refusals.MOST + 1);
    assertThat(
            db.sql(
                    "select detail from audit_log where subject = 'GET /crowd' and account_name ="
                        + " ''")
                .query(String.class)
                .single())
        .startsWith("too-many ×")
        .satisfies(detail -> assertThat(times(detail)).isGreaterThanOrEqualTo(500));
  }

  @Test
  void files_that_are_empty_too_large_or_unreadable_are_noted() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    String base = "/organizations/" + organization;
    send(owner, multipart(base + "/evidence").file(file("files", "empty.pdf", 0)));
    send(owner, multipart(base + "/assets/import").file(file("file", "notes.csv", 20)));
    send(owner, multipart(base + "/import").file(file("files", "large.yaml", 5 << 20 | 1)));
    send(owner, multipart(base + "/import").file(file("files", "scribble.yaml", 20)));
    String upload =
        db.sql("select id::text from imports where organization_id = ?")
            .param(organization)
            .query(String.class)
            .single();
    send(owner, get(base + "/import/" + upload));
    send(owner, get(base + "/import/" + upload));
    assertThat(
            db.sql(
                    "select action || ' | ' || detail from audit_log"
                        + " where organization_id = ? and not allowed order by id")
                .param(organization)
                .query(String.class)
                .list())
        .containsExactly(
            "evidence.refused | empty.pdf: empty",
            "asset.import-refused | notes.csv: 1: assets.file.heading",
            "import.refused | too-large",
            "import.refused | unfit");
  }

  private void send(
      UUID person,
      org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    web.perform(request.with(as(person)).with(form()).param("kind", "archive-transfer-act"));
  }

  private static MockMultipartFile file(String field, String name, int size) {
    byte[] bytes = new byte[size];
    java.util.Arrays.fill(bytes, (byte) 'x');
    return new MockMultipartFile(field, name, null, bytes);
  }

  @Test
  void a_request_that_no_browser_sends_is_noted() throws Exception {
    MockHttpServletRequestBuilder request = post("/sign-in").param("email", "a\0b").with(form());
    web.perform(
        request.with(
            sent -> {
              sent.setRemoteAddr("198.51.100.3");
              return sent;
            }));
    assertThat(refused("198.51.100.3")).containsExactly("request | POST /sign-in | no-browser");
  }
}
