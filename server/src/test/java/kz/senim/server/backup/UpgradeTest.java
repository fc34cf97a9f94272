package kz.senim.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.server.operations.ServerProcess;
import kz.senim.server.operations.Visitor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * From the first released tables on. {@code first-release.backup} holds what the program of that
 * day made: its demonstration, and at least one row in every other table.
 */
class UpgradeTest {

  private static final Path BACKUP = Path.of("src/test/resources/upgrade/first-release.backup");
  private static final Path KEY = Path.of("src/test/resources/upgrade/first-release.key");
  private static final String PASSWORD = "pD-emE5nGMOQ8hRe";

  @TempDir private Path data;

  @Test
  void what_the_first_release_has_kept_is_kept_and_the_server_starts_on_it() throws Exception {
    BackupReader reader = new BackupReader(BackupKey.find(Map.of(BackupKey.FILE, KEY.toString())));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection db = postgres.getPostgresDatabase().getConnection()) {
      db.createStatement().execute("create role postgres_app login");
      flyway(postgres).target("50").load().migrate();
      Map<String, Tables.Table> tables = new TreeMap<>();
      Tables.list(db).forEach(table -> tables.put("tables/" + table.name(), table));
      db.setAutoCommit(false);
      reader.read(
          BACKUP,
          (name, content) -> {
            if (tables.containsKey(name)) {
              db.unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyIn(tables.get(name).copy("from stdin"), content);
            }
          });
      for (Manifest.Counter counter : reader.read(BACKUP, (_, _) -> {}).counters()) {
        db.createStatement()
            .execute("select setval('" + counter.sequence() + "', " + counter.last() + ")");
      }
      db.commit();
      Map<String, String> was = rows(db, tables);
      assertThat(was).hasSizeGreaterThan(35);
      was.forEach((table, rows) -> assertThat(rows).as(table).doesNotStartWith("0 "));
      db.commit();
      Map<String, String> environment =
          Map.of(
              "SENIM_DB_URL",
              "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
              "SENIM_DB_USER",
              "postgres",
              "SENIM_DB_PASSWORD",
              "trusted");
      // Before the new program touches a row.
      flyway(postgres).load().migrate();
      was.remove("notice_rounds"); // emptied by V55, so that the day is counted anew
      Map<String, String> is = rows(db, tables);
      is.remove("notice_rounds");
      assertThat(is).isEqualTo(was);
      db.commit();
      try (ServerProcess server = ServerProcess.start(data, environment)) {
        Visitor visitor = new Visitor(server::address);
        visitor.submit(
            "/sign-in", "/sign-in", Map.of("email", "auditor@example.kz", "password", PASSWORD));
        // The password is right; since then everybody sets up a second factor.
        assertThat(visitor.get("/sign-in/enrol").body()).contains("class=\"secret\"");
      }
      try (Statement statement = db.createStatement()) {
        statement.execute(
            "insert into flyway_schema_history select installed_rank + 1, '9001', 'of tomorrow',"
                + " type, 'V9001__of_tomorrow.sql', checksum, installed_by, now(), 1, true"
                + " from flyway_schema_history order by installed_rank desc limit 1");
      }
      db.commit();
      ServerProcess.Ended ended =
          ServerProcess.run(
              "kz.senim.server.Serve", environment, "--port", "0", "--data", data.toString());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.output())
          .contains("the database is of a newer program: it has the change 9001")
          .doesNotContain("\tat ");
    }
  }

  private static FluentConfiguration flyway(EmbeddedPostgres postgres) {
    return Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .placeholders(Map.of("app_role", "postgres_app"));
  }

  /** The rows of each table in the columns that the first release knew. */
  private static Map<String, String> rows(Connection db, Map<String, Tables.Table> tables)
      throws Exception {
    Map<String, String> rows = new TreeMap<>();
    for (Tables.Table table : tables.values()) {
      String columns = "\"" + String.join("\", \"", table.columns()) + "\"";
      Tables.query(
          db,
          "select count(*), md5(string_agg(t::text, '\n' order by t::text)) from (select "
              + columns
              + " from \""
              + table.name()
              + "\") t",
          row -> rows.put(table.name(), row.getString(1) + " " + row.getString(2)));
    }
    return rows;
  }
}
