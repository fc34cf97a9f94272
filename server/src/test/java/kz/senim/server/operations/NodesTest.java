package kz.senim.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL and one data folder, each page from the other one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTest {

  private static final int OBJECTS = 8;

  @TempDir private static Path data;
  private static EmbeddedPostgres postgres;
  private static List<ServerProcess> servers;
  private static Visitor visitor;
  private static String organization;

  @BeforeAll
  static void two_servers() throws Exception {
    postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    Map<String, String> environment =
        Map.of(
            "SENIM_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
            "SENIM_DB_USER", "postgres",
            "SENIM_DB_PASSWORD", "trusted",
            "SENIM_DB_CONNECTIONS", "8",
            "SENIM_JOBS_TAKE_OVER", "4s");
    ServerProcess first = ServerProcess.start(data, environment);
    ServerProcess second = ServerProcess.start(data, environment);
    servers = List.of(first, second);
    AtomicInteger next = new AtomicInteger();
    visitor = new Visitor(() -> servers.get(next.getAndIncrement() % servers.size()).address());
    // Each start before there is anybody makes the link anew.
    visitor.setUp(second.logged("(http://\\S+/setup#[\\w-]+)"));
    organization =
        Visitor.id(
            visitor.submit(
                "/organizations/new",
                "/organizations",
                Map.of("name", "Two servers", "bin", "050940005091")));
  }

  @AfterAll
  static void nothing_stays() throws Exception {
    for (ServerProcess server : servers) {
      server.close();
    }
    postgres.close();
  }

  private static String one(String sql) throws Exception {
    try (Connection db = postgres.getPostgresDatabase().getConnection();
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  private static String object(String name) throws Exception {
    HttpResponse<String> answer =
        visitor.submit(
            "/organizations/" + organization + "/objects/new",
            "/organizations/" + organization + "/objects",
            Map.of("name", name, "code", ""));
    return Visitor.find(
        answer.headers().firstValue("Location").orElseThrow(), "/objects/([0-9a-f-]{36})");
  }

  @Test
  @Order(1)
  void who_signed_in_on_one_is_signed_in_on_the_other() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(visitor.get("/organizations/" + organization).statusCode()).isEqualTo(200);
    }
    assertThat(one("select count(*) from spring_session where principal_name is not null"))
        .isEqualTo("1");
  }

  @Test
  @Order(2)
  void a_fact_told_to_one_shows_on_the_next_page_of_the_other() throws Exception {
    String object = object("A system");
    String page = "/objects/" + object + "/facts/documents.financialComplete";
    for (String value : List.of("true", "false", "true")) {
      visitor.submit(page, page, Map.of("value", value, "source", "declared"));
      String word = value.equals("true") ? "<b>yes</b>" : "<b>no</b>";
      String both = visitor.get(page).body() + visitor.get(page).body();
      assertThat(both.split("<ol class=\"history\">", -1)).hasSize(3);
      for (String part : both.split("<ol class=\"history\">", -1)) {
        if (part.startsWith("<li>")) {
          assertThat(part.toLowerCase(Locale.ROOT)).startsWith("<li>" + word);
        }
      }
    }
  }

  @Test
  @Order(3)
  void a_job_of_a_server_that_dies_is_done_by_the_other_and_each_round_by_one() throws Exception {
    for (int i = 0; i < OBJECTS; i++) {
      object("System " + i);
    }
    String id =
        Visitor.id(
            visitor.submit(
                "/organizations/" + organization + "/reports",
                "/organizations/" + organization + "/reports",
                Map.of("format", "pdf", "lang", "kk")));
    await("select done >= 2 from jobs where id = '" + id + "'", "t");
    String worker = one("select picked_by from job_executions where task_instance = '" + id + "'");
    ServerProcess dies =
        servers.stream()
            .filter(server -> worker.contains(" " + server.process().pid() + " "))
            .findFirst()
            .orElseThrow();
    dies.kill();
    assertThat(one("select state from jobs where id = '" + id + "'")).isEqualTo("running");
    servers = servers.stream().filter(server -> server != dies).toList();
    await("select state from jobs where id = '" + id + "'", "done");
    assertThat(one("select attempts from jobs where id = '" + id + "'")).isEqualTo("2");
    assertThat(visitor.get("/jobs/" + id + "/result").statusCode()).isEqualTo(200);
    assertThat(one("select count(*) from job_executions")).isEqualTo("0");
    assertThat(one("select count(*) from notice_rounds")).isEqualTo("1");
    assertThat(one("select count(*) from round_executions")).isEqualTo("9");
  }

  private static void await(String sql, String value) throws Exception {
    Instant until = Instant.now().plus(Duration.ofSeconds(120));
    while (!one(sql).equals(value)) {
      assertThat(Instant.now()).as(sql + " is not " + value).isBefore(until);
      Thread.sleep(50);
    }
  }
}
