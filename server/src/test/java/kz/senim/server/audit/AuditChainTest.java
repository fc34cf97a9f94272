package kz.senim.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain of the audit log and its sealed files (paragraph 38 of decree 832). */
class AuditChainTest {

  private static final Instant NOW = Instant.now();
  private static final Instant OLD = NOW.minus(Duration.ofDays(130));
  private static AuditDatabase log;

  @TempDir private Path data;

  @BeforeAll
  static void start() throws Exception {
    log = new AuditDatabase();
  }

  @AfterAll
  static void stop() throws Exception {
    log.close();
  }

  @BeforeEach
  void empty() {
    log.empty();
  }

  @Test
  void what_was_written_is_chained_and_whole() {
    log.write(NOW, 25);
    AuditCheck.Result result = log.verify(data);
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(25);
    log.write(NOW, 1);
    assertThat(log.verify(data).last()).isEqualTo(26);
    assertThat(log.db.sql("select count(*) from audit_queue").query(Long.class).single()).isZero();
  }

  @Test
  void change_removal_exchange_and_insertion_show() {
    String third = "(select entry_id from audit_chain where position = 3)";
    Map<String, AuditCheck.Kind> tampering =
        Map.of(
            "update audit_log set account_name = 'x@example.kz' where id = " + third,
            AuditCheck.Kind.CHANGED,
            "update audit_log set at = at + interval '1 microsecond' where id = " + third,
            AuditCheck.Kind.CHANGED,
            "delete from audit_log where id = " + third,
            AuditCheck.Kind.MISSING,
            "delete from audit_chain where position = 3",
            AuditCheck.Kind.MISSING,
            "update audit_chain set position = 1007 - position where position in (3, 4);"
                + " update audit_chain set position = position - 1000 where position > 1000",
            AuditCheck.Kind.CHANGED,
            "update audit_chain c set entry_id = (select -x.entry_id from audit_chain x where"
                + " x.position = 7 - c.position) where position in (3, 4); update audit_chain set"
                + " entry_id = -entry_id where entry_id < 0",
            AuditCheck.Kind.CHANGED,
            "insert into audit_log (at, account_name, action, subject) values (now(), '', 'x', '')",
            AuditCheck.Kind.UNCHAINED);
    tampering.forEach(
        (statement, kind) -> {
          log.empty();
          log.write(NOW, 6);
          log.tamper(statement);
          assertThat(log.verify(data).faults())
              .as(statement)
              .extracting(AuditCheck.Fault::kind)
              .contains(kind);
        });
  }

  @Test
  void an_entry_that_is_removed_before_it_was_chained_shows_too() {
    log.write(NOW, "one");
    log.tamper("delete from audit_log");
    assertThat(log.verify(data).faults()).hasSize(1);
  }

  @Test
  void whoever_rewrites_the_whole_chain_is_betrayed_by_a_head_that_was_kept_outside()
      throws Exception {
    log.write(NOW, 5);
    String head = command("head").strip();
    assertThat(command("verify", "--head", head)).contains("5 entries up to 5: whole");
    log.tamper("update audit_log set detail = 'another'");
    log.tamper("delete from audit_chain");
    log.db.sql("insert into audit_queue select id from audit_log").update();
    log.chain.seal();
    assertThat(log.verify(data).whole()).isTrue();
    assertThat(command("verify", "--head", head)).contains("is not in the log");
  }

  @Test
  void many_writers_and_several_chaining_nodes_make_one_chain() throws Exception {
    int writers = 8;
    int each = 250;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        writing.add(
            threads.submit(
                () ->
                    log.transaction.executeWithoutResult(
                        _ -> {
                          for (int i = 0; i < each; i++) {
                            log.write(NOW, "x");
                          }
                        })));
      }
      List<Future<?>> chaining = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        AuditChain node = new AuditChain(log.db, log.transaction);
        chaining.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    node.seal();
                  }
                }));
      }
      for (Future<?> one : writing) {
        one.get();
      }
      for (Future<?> one : chaining) {
        one.get();
      }
    }
    log.chain.seal();
    AuditCheck.Result result = log.verify(data);
    assertThat(result.faults()).isEmpty();
    assertThat(result.last()).isEqualTo(writers * each);
  }

  @Test
  void after_two_months_entries_go_into_a_file_and_the_chain_goes_on_across_it() throws Exception {
    log.write(OLD, 20);
    log.write(NOW, 5);
    AuditFiles files = log.files(data);
    assertThat(files.seal()).isEqualTo(20);
    assertThat(log.verify(data).whole()).isTrue(); // in both
    assertThat(files.removeSealed()).isEqualTo(20);
    assertThat(log.db.sql("select count(*) from audit_log").query(Long.class).single())
        .isEqualTo(5);
    AuditCheck.Result result = log.verify(data);
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(25);
    assertThat(files.seal()).isZero();
    Path file = files.path(files.list().getFirst());
    assertThat(file.getFileName()).hasToString("audit-000000000001-000000000020.jsonl.gz");
    assertThat(command("verify", file.toString())).contains("20 entries up to 20: whole");
    // A changed line shows without the database, a changed file with it.
    String text;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    for (String changed :
        List.of(
            text.replace("number 7", "number 8"),
            text.replaceFirst("(?m)^.*number 7\".*\\n", ""),
            text.replaceFirst("(?m)^(.*number 7\".*\\n)(.*\\n)", "$2$1"))) {
      try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      assertThat(AuditVerification.of(List.of(file)).whole()).isFalse();
      assertThat(log.verify(data).whole()).isFalse();
    }
    Files.delete(file);
    assertThat(log.verify(data).faults())
        .extracting(AuditCheck.Fault::kind)
        .containsExactly(AuditCheck.Kind.FILE_MISSING);
  }

  @Test
  void entries_leave_the_table_only_when_they_are_sealed_and_two_months_old() {
    log.write(OLD, 3);
    log.write(NOW, 3);
    assertThat(log.files(data).removeSealed()).isZero(); // none is in a file
    log.db
        .sql(
            """
            insert into audit_files (last_position, first_position, first_at, last_at, previous, hash, name,
              sha256, size, made_at)
            values (6, 1, now(), now(), '', '', 'x', '', 0, now())
            """)
        .update();
    assertThat(log.files(data).removeSealed()).isEqualTo(3); // and not the young ones
    JdbcClient app =
        JdbcClient.create(
            new DriverManagerDataSource(log.url.replace("user=postgres", "user=app")));
    log.db
        .sql("grant select, insert, update, delete on all tables in schema public to app")
        .update();
    log.db.sql("revoke update, delete on audit_log from app").update();
    for (String statement :
        List.of(
            "delete from audit_log",
            "delete from audit_chain",
            "update audit_chain set hash = ''",
            "delete from audit_files",
            "alter table audit_log disable trigger audit_log_append_only",
            "set session_replication_role = replica")) {
      assertThatThrownBy(() -> app.sql(statement).update()).as(statement).isNotNull();
    }
    // Not even the owner, unless the guard is lifted.
    for (String statement :
        List.of(
            "delete from audit_log",
            "update audit_files set sha256 = 'x'",
            "update audit_files set removed_at = now()")) {
      assertThatThrownBy(() -> log.db.sql(statement).update()).hasMessageContaining("append-only");
    }
  }

  @Test
  void after_three_years_a_file_goes_and_what_is_left_is_whole() throws Exception {
    log.write(NOW.minus(Duration.ofDays(4 * 365)), 4);
    AuditFiles files = log.files(data);
    files.seal();
    log.write(OLD, 4);
    files.seal();
    files.removeSealed();
    log.write(NOW, 2);
    List<AuditFiles.Sealed> old = files.removeOld();
    assertThat(old).extracting(AuditFiles.Sealed::last).containsExactly(4L);
    assertThat(files.path(old.getFirst())).doesNotExist();
    assertThat(files.list()).hasSize(2);
    AuditCheck.Result result = log.verify(data);
    assertThat(result.faults()).isEmpty();
    assertThat(result.last()).isEqualTo(10);
    assertThat(files.removeOld()).isEmpty();
  }

  @Test
  void the_log_is_exported_from_files_and_table_alike_in_three_formats() throws Exception {
    log.write(OLD, 3);
    log.write(NOW, 2);
    log.files(data).seal();
    log.files(data).removeSealed();
    Path out = data.resolve("out");
    command("export", "--output", out.toString());
    assertThat(Files.readAllLines(out)).hasSize(5);
    assertThat(command("verify", out.toString())).contains("5 entries up to 5: whole");
    command("export", "--format", "cef", "--output", out.toString());
    assertThat(Files.readAllLines(out))
        .hasSize(5)
        .first()
        .asString()
        .startsWith("CEF:0|Senim|Senim|1|evidence.read|evidence.read|3|rt=")
        .contains(" src=10.0.0.7 ", " msg=number 0 ", "suser=асқар@example.kz ");
    command("export", "--format", "ocsf", "--output", out.toString());
    JsonNode event = JsonMapper.shared().readTree(Files.readAllLines(out).getFirst());
    assertThat(event.get("class_uid").asInt()).isEqualTo(6003);
    assertThat(event.get("type_uid").asInt()).isEqualTo(600302);
    assertThat(event.get("api").get("operation").asString()).isEqualTo("evidence.read");
    assertThat(event.get("metadata").get("sequence").asInt()).isEqualTo(1);
    assertThat(command("export", "--format", "x")).contains("jsonl, cef or ocsf");
    String yesterday = java.time.LocalDate.now().minusDays(2).toString();
    command("export", "--from", yesterday, "--output", out.toString());
    assertThat(Files.readAllLines(out)).hasSize(2);
  }

  private String command(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line =
        AuditCommand.command(Map.of("SENIM_DB_URL", log.url, "SENIM_DB_USER", "postgres"));
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--data", data.toString()));
    line.execute(all.toArray(String[]::new));
    return said.toString();
  }
}
