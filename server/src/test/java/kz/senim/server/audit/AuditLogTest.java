package kz.senim.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditLogTest extends ServerTest {

  @Autowired private JdbcClient db;
  @Autowired @FlywayDataSource private DataSource owner;
  @Autowired private Audit audit;

  @Test
  void no_line_is_changed_or_deleted_not_even_in_sql() {
    audit.record(null, "a@example.kz", null, "session.begin", "account", "", true);
    for (String statement :
        List.of(
            "update audit_log set action = 'x'",
            "delete from audit_log",
            "truncate audit_log",
            "update audit_log set allowed = true where id < 0")) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .as("the application's role: " + statement)
          .hasStackTraceContaining("permission denied for table audit_log");
      assertThatThrownBy(() -> JdbcClient.create(owner).sql(statement).update())
          .as("the owner of the tables: " + statement)
          .hasStackTraceContaining("the audit log is append-only");
    }
  }

  @Test
  void security_officers_and_auditors_read_the_log_of_their_organisation_and_owners_do_not()
      throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    for (Role role : Role.values()) {
      UUID person = person();
      accounts.grant(person, organization, role);
      web.perform(get("/organizations/" + organization + "/audit").with(as(person)))
          .andExpect(status().is(role == Role.OWNER ? 403 : 200));
    }
  }

  @Test
  void the_log_is_filtered_by_person_action_day_and_outcome_and_paged_by_key() throws Exception {
    UUID officer = person();
    UUID organization = organization(officer, Role.SECURITY_OFFICER);
    for (int i = 0; i < 130; i++) {
      audit.record(
          null,
          i % 2 == 0 ? "even@x.kz" : "odd@x.kz",
          organization,
          "fact.record",
          "object",
          "number " + i + ";",
          i != 77);
    }
    String log = "/organizations/" + organization + "/audit";
    String first = page(officer, log);
    assertThat(first).contains("number 129;").contains("number 30;").doesNotContain("number 29;");
    Matcher older = Pattern.compile("before=(\\d+)").matcher(first);
    assertThat(older.find()).isTrue();
    assertThat(page(officer, log + "?before=" + older.group(1)))
        .contains("number 29;")
        .doesNotContain("number 30;");
    assertThat(page(officer, log + "?person=even"))
        .contains("number 2;")
        .doesNotContain("number 3;");
    assertThat(page(officer, log + "?allowed=no"))
        .contains("number 77;")
        .doesNotContain("number 78;");
    assertThat(page(officer, log + "?until=2001-01-01")).contains("Nothing was done like that");
    assertThat(page(officer, log + "?action=organization.add")).doesNotContain("number 129;");
  }

  @Test
  void actions_have_names_in_three_languages() throws Exception {
    UUID officer = person();
    UUID organization = organization(officer, Role.SECURITY_OFFICER);
    for (String[] name :
        new String[][] {
          {"en", "Organisation registered"},
          {"ru", "Регистрация организации"},
          {"kk", "Ұйымды тіркеу"}
        }) {
      web.perform(
              get("/organizations/" + organization + "/audit")
                  .with(as(officer))
                  .header("Accept-Language", name[0]))
          .andExpect(content().string(containsString(name[1])));
    }
  }

  @Test
  void every_action_that_is_recorded_has_a_name() throws IOException {
    Pattern recorded =
        Pattern.compile("(?:audit\\s*\\.record|refusals\\s*\\.note)\\((.*?)\\);", Pattern.DOTALL);
    Pattern word = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");
    Set<String> lacking = new TreeSet<>();
    Properties names = new Properties();
    try (var files = Files.list(Path.of("src/main/resources/i18n"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".en.properties")).toList()) {
        try (var reader = Files.newBufferedReader(file)) {
          names.load(reader);
        }
      }
    }
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher calls = recorded.matcher(Files.readString(file));
        while (calls.find()) {
          Matcher words = word.matcher(calls.group(1));
          while (words.find()) {
            if (!names.containsKey("audit.action." + words.group(1))) {
              lacking.add(file.getFileName() + ": audit.action." + words.group(1));
            }
          }
        }
      }
    }
    assertThat(lacking).as("texts to add beside those of the module that records it").isEmpty();
  }

  @Test
  void who_asks_for_what_is_somebody_elses_is_in_the_log() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID stranger = person();
    web.perform(get("/organizations/" + organization + "/evidence").with(as(stranger)))
        .andExpect(status().isNotFound());
    web.perform(get("/administration/audit/chain").with(as(stranger)))
        .andExpect(status().isForbidden());
    assertThat(
            db.sql(
                    "select subject || ' ' || detail from audit_log where account_id = ? and not"
                        + " allowed order by id")
                .param(stranger)
                .query(String.class)
                .list())
        .containsExactly(
            "GET /organizations/" + organization + "/evidence not-theirs",
            "GET /administration/audit/chain ");
  }

  @Test
  void other_systems_get_what_the_reader_may_see() throws Exception {
    UUID officer = person();
    UUID organization = organization(officer, Role.SECURITY_OFFICER);
    audit.record(null, "a@x.kz", organization, "fact.record", "object 1", "seen;", true);
    for (String format : List.of("jsonl", "cef", "ocsf")) {
      web.perform(
              get("/organizations/" + organization + "/audit/export/" + format).with(as(officer)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("seen;")));
    }
    UUID administrator = accounts.create("a" + UUID.randomUUID() + "@example.kz", "A", true);
    web.perform(
            get("/administration/audit/export/jsonl")
                .param("action", "fact.record")
                .with(as(administrator)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(organization.toString())))
        .andExpect(content().string(not(containsString("seen;"))));
    web.perform(get("/organizations/" + organization + "/audit/export/exe").with(as(officer)))
        .andExpect(status().isNotFound());
  }

  @Test
  void an_exported_log_runs_no_formulas() throws Exception {
    UUID officer = person();
    UUID organization = organization(officer, Role.SECURITY_OFFICER);
    audit.record(
        null, "=cmd|'/c calc'!A1", organization, "fact.record", "object", "+1 \"quoted\"", true);
    web.perform(get("/organizations/" + organization + "/audit.csv").with(as(officer)))
        .andExpect(content().contentTypeCompatibleWith("text/csv"))
        .andExpect(content().string(containsString("\"'=cmd|'/c calc'!A1\"")))
        .andExpect(content().string(containsString("\"'+1 \"\"quoted\"\"\"")))
        .andExpect(content().string(not(containsString("\"=cmd"))));
    for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\r=1", " =1")) {
      assertThat(AuditCsv.cell(text)).startsWith("\"'");
    }
    assertThat(AuditCsv.cell("plain")).isEqualTo("\"plain\"");
  }

  private String page(UUID account, String path) throws Exception {
    return web.perform(get(path).with(as(account)).header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
