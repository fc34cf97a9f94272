package kz.senim.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.server.operations.ServerProcess;
import kz.senim.server.operations.Visitor;
import kz.senim.server.settings.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filled demonstration is saved while it runs and comes back on an empty machine. */
class BackupTest {

  private static final String BACKUP = "kz.senim.server.backup.BackupCommand";
  private static final String SERVE = "kz.senim.server.Serve";
  private static final String AUDIT = "kz.senim.server.audit.AuditCommand";
  private static final String KEYS = "kz.senim.server.vault.KeysCommand";
  private static final String RESTORE = "kz.senim.server.backup.RestoreCommand";

  @TempDir private static Path folder;
  private static Path data;
  private static Path running;
  private static Path stopped;
  private static Map<String, String> environment;
  private static String password;
  private static Map<String, String> was;

  @BeforeAll
  static void a_demonstration_that_was_saved() throws Exception {
    data = folder.resolve("data");
    running = folder.resolve("running.backup");
    stopped = folder.resolve("stopped.backup");
    environment = Map.of("SENIM_BACKUP_KEY_FILE", folder.resolve("key").toString());
    run(BACKUP, 0, "--new-key", folder.resolve("key").toString());
    try (ServerProcess server = ServerProcess.start(data, Map.of(), "--demo")) {
      for (int i = 0; i < 600 && !server.log().contains("daily round"); i++) {
        Thread.sleep(100);
      }
      password = server.logged("auditor@example.kz +(\\S+)");
      run(BACKUP, 0, running.toString(), "--data", data.toString());
      assertThat(server.isReady()).isTrue();
      assertThat(run(SERVE, 2, "--port", "0", "--data", data.toString()))
          .contains("Another Senim works on the data folder " + data);
    }
    Path jobs = Files.createDirectories(data.resolve("jobs"));
    Files.writeString(jobs.resolve("whole.1"), "what came of a job");
    Files.writeString(jobs.resolve("half.1.7.part"), "what is being wr");
    run(BACKUP, 0, stopped.toString(), "--data", data.toString());
    was = content(data);
  }

  private static String run(String command, int code, String... arguments) throws Exception {
    ServerProcess.Ended ended = ServerProcess.run(command, environment, arguments);
    assertThat(ended.code()).as(ended.output()).isEqualTo(code);
    assertThat(ended.output()).doesNotContain("\tat ");
    return ended.output();
  }

  /** Every table with the number and a hash of its rows, every file of evidence with its hash. */
  private static Map<String, String> content(Path data) throws Exception {
    Map<String, String> content = new TreeMap<>();
    Settings settings = Settings.read(null, Map.of(), Map.of("senim.data", data.toString()));
    try (Store store = Store.open(settings, false);
        Connection db = store.connect()) {
      rows(db, content);
    }
    try (var files = Files.walk(data.resolve("evidence"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Parts hash = new Parts(OutputStream.nullOutputStream());
        Files.copy(file, hash);
        content.put(data.relativize(file).toString(), hash.part("", 0).sha256());
      }
    }
    return content;
  }

  private static void rows(Connection db, Map<String, String> content) throws SQLException {
    for (Tables.Table table : Tables.list(db)) {
      Tables.query(
          db,
          "select count(*), md5(string_agg(t::text, '\n' order by t::text)) from \""
              + table.name()
              + "\" t",
          row -> content.put(table.name(), row.getString(1) + " " + row.getString(2)));
    }
    Tables.counters(db).forEach(c -> content.put(c.sequence(), "" + c.last()));
  }

  @Test
  void all_of_it_comes_back_on_an_empty_machine_and_people_sign_in() throws Exception {
    Path back = folder.resolve("back");
    String output = run(RESTORE, 0, stopped.toString(), "--data", back.toString());
    assertThat(output)
        .contains("All is back as it was at", "Before the start put the master key " + key(data));
    Map<String, String> is = content(back);
    assertThat(rows(is, "audit_log")).isEqualTo(rows(was, "audit_log") + 1); // of the restore
    for (String grown : List.of("audit_log", "audit_log_id_seq", "audit_queue")) {
      is.remove(grown);
    }
    assertThat(was).containsAllEntriesOf(is).hasSize(is.size() + 3);
    assertThat(back.resolve("jobs/whole.1")).hasContent("what came of a job");
    assertThat(back.resolve("jobs/half.1.7.part")).doesNotExist();
    assertThat(back.resolve("master.key")).doesNotExist();
    assertThat(run(AUDIT, 0, "verify", "--data", back.toString())).contains(": whole");
    assertThat(run(SERVE, 2, "--port", "0", "--data", back.toString()))
        .contains("There is no master key", "wrapped by the key " + key(data));
    String other = folder.resolve("another-master.key").toString();
    run(KEYS, 0, "new", other);
    ServerProcess.Ended ended =
        ServerProcess.run(
            SERVE, Map.of("SENIM_KEY_FILE", other), "--port", "0", "--data", back.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output())
        .contains("The master key does not fit this database", key(data))
        .doesNotContain("\tat ");
    Files.copy(data.resolve("master.key"), back.resolve("master.key"));
    assertThat(was.get("fact_records")).doesNotStartWith("0 ");
    assertThat(was.keySet()).anyMatch(name -> name.startsWith("evidence/"));
    try (ServerProcess server = ServerProcess.start(back, Map.of())) {
      Visitor visitor = new Visitor(server::address);
      visitor.submit(
          "/sign-in", "/sign-in", Map.of("email", "auditor@example.kz", "password", password));
      // The password is right; what comes next is the second factor.
      assertThat(visitor.get("/sign-in/enrol").body()).contains("class=\"secret\"");
    }
  }

  @Test
  void what_was_saved_while_the_server_ran_comes_back_in_a_database_of_an_operators()
      throws Exception {
    Path back = folder.resolve("external");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection admin = postgres.getPostgresDatabase().getConnection()) {
      admin.createStatement().execute("create role senim_owner login");
      admin.createStatement().execute("create role senim_app login");
      admin.createStatement().execute("create database senim owner senim_owner");
      Map<String, String> named =
          new TreeMap<>(
              Map.of(
                  "SENIM_DB_URL",
                  "jdbc:postgresql://localhost:" + postgres.getPort() + "/senim",
                  "SENIM_DB_USER",
                  "senim_app",
                  "SENIM_DB_PASSWORD",
                  "trusted",
                  "SENIM_DB_OWNER_USER",
                  "senim_owner",
                  "SENIM_DB_OWNER_PASSWORD",
                  "trusted"));
      named.putAll(environment);
      String[] arguments = {running.toString(), "--data", back.toString()};
      ServerProcess.Ended ended = ServerProcess.run(RESTORE, named, arguments);
      assertThat(ended.code()).as(ended.output()).isZero();
      Map<String, String> is = new TreeMap<>();
      try (Connection db = postgres.getDatabase("senim_owner", "senim").getConnection()) {
        rows(db, is);
      }
      for (String table : List.of("accounts", "objects", "fact_records", "evidence_versions")) {
        assertThat(is).containsEntry(table, was.get(table));
      }
      // What guards the tables is up again.
      try (Connection db = postgres.getDatabase("postgres", "senim").getConnection()) {
        Tables.query(
            db,
            """
            select (select count(*) from pg_trigger t where t.tgenabled <> 'O' and not t.tgisinternal),
              (select count(*) from pg_class where relrowsecurity and not relforcerowsecurity)
            """,
            row -> assertThat(row.getInt(1) + row.getInt(2)).isZero());
      }
      assertThat(ServerProcess.run(AUDIT, named, "verify", "--data", back.toString()).output())
          .contains(": whole");
      ended =
          ServerProcess.run(
              BACKUP, named, folder.resolve("owner.backup").toString(), "--data", back.toString());
      assertThat(ended.code()).as(ended.output()).isZero();
      named.remove("SENIM_DB_OWNER_USER");
      named.remove("SENIM_DB_OWNER_PASSWORD");
      ended =
          ServerProcess.run(
              BACKUP, named, folder.resolve("app.backup").toString(), "--data", back.toString());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.output()).contains("connect as the owner of the tables");
      named.put("SENIM_DB_OWNER_USER", "senim_owner");
      ServerProcess.Ended again =
          ServerProcess.run(
              RESTORE, named, running.toString(), "--data", folder.resolve("other").toString());
      assertThat(again.code()).isEqualTo(2);
      assertThat(again.output()).contains("the database has tables already");
    }
  }

  @Test
  void a_backup_of_a_standby_is_refused_with_where_to_make_it() throws Exception {
    Path standby = folder.resolve("standby");
    try (var files = Files.walk(data.resolve("postgres"))) {
      for (Path file : files.toList()) {
        Files.copy(file, standby.resolve(data.resolve("postgres").relativize(file).toString()));
      }
    }
    Files.setPosixFilePermissions(standby, PosixFilePermissions.fromString("rwx------"));
    Files.createFile(standby.resolve("standby.signal"));
    Files.writeString(standby.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(standby)
            .setCleanDataDirectory(false)
            .setServerConfig("hot_standby", "on")
            .start()) {
      try (Connection db = postgres.getPostgresDatabase().getConnection()) {
        Tables.query(
            db, "select pg_is_in_recovery()", row -> assertThat(row.getBoolean(1)).isTrue());
      }
      Map<String, String> named = new TreeMap<>(environment);
      named.put("SENIM_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
      named.put("SENIM_DB_USER", "postgres");
      named.put("SENIM_DB_PASSWORD", "trusted");
      Path target = folder.resolve("of-a-standby.backup");
      ServerProcess.Ended ended =
          ServerProcess.run(BACKUP, named, target.toString(), "--data", data.toString());
      assertThat(ended.code()).as(ended.output()).isEqualTo(2);
      assertThat(ended.output())
          .contains("the database is a standby", "back up from the primary")
          .doesNotContain("\tat ");
      assertThat(target).doesNotExist();
      assertThat(folder.resolve("of-a-standby.backup.part")).doesNotExist();
    }
  }

  private static long rows(Map<String, String> content, String table) {
    return Long.parseLong(String.valueOf(content.get(table)).replaceAll(" .*", ""));
  }

  /** The fingerprint of the master key. */
  private static String key(Path data) throws Exception {
    return run(KEYS, 0, "show", "--data", data.toString())
        .replaceAll("(?s).*master\\.key \\((\\w+)\\).*", "$1");
  }

  @Test
  void a_master_key_that_does_not_open_the_backup_is_refused_before_anything_is_written()
      throws Exception {
    Path other = folder.resolve("other-master.key");
    run(KEYS, 0, "new", other.toString());
    Path back = folder.resolve("not-with-this-key");
    Map<String, String> named = new TreeMap<>(environment);
    named.put("SENIM_KEY_FILE", other.toString());
    String[] arguments = {stopped.toString(), "--data", back.toString()};
    ServerProcess.Ended ended = ServerProcess.run(RESTORE, named, arguments);
    assertThat(ended.code()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("the master key does not fit", key(data));
    assertThat(back).doesNotExist();
    named.put("SENIM_KEY_FILE", folder.resolve("no-such.key").toString());
    ended = ServerProcess.run(RESTORE, named, arguments);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).contains("senim.key-file").doesNotContain("\tat ");
    assertThat(back).doesNotExist();
    assertThat(run(BACKUP, 0, "--verify", stopped.toString()))
        .contains("needs the master key " + key(data));
  }

  @Test
  void backups_are_in_the_audit_log_under_the_name_of_the_machines_account() throws Exception {
    assertThat(run(AUDIT, 0, "export", "--data", data.toString()))
        .contains("\"action\":\"backup.make\",\"subject\":\"backup running.backup\"")
        .contains("\"person\":\"" + System.getProperty("user.name") + "\"");
  }

  @Test
  void a_disk_that_is_too_small_is_told_and_nothing_half_is_left() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", small.toString())
                .start()
                .waitFor()
            == 0,
        "no right to mount a small disk");
    try {
      assertThat(run(BACKUP, 2, small.toString(), "--data", data.toString()))
          .contains("the disk is full");
      try (var left = Files.list(small)) {
        assertThat(left).isEmpty();
      }
      assertThat(run(RESTORE, 2, stopped.toString(), "--data", small.toString()))
          .contains("is too small", "nothing was restored");
      try (var left = Files.list(small)) {
        assertThat(left).isEmpty();
      }
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
    Path missing = folder.resolve("missing/one.backup");
    assertThat(run(BACKUP, 2, missing.toString(), "--data", data.toString()))
        .contains("the folder of " + missing + " is not there");
  }

  @Test
  void root_starts_nothing_on_the_folder_of_another_user() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root could");
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.setAttribute(theirs, "unix:uid", 65534);
    for (String[] one :
        List.of(new String[] {SERVE, "--port", "0"}, new String[] {RESTORE, stopped.toString()})) {
      List<String> arguments = new ArrayList<>(List.of(one).subList(1, one.length));
      arguments.addAll(List.of("--data", theirs.toString()));
      assertThat(run(one[0], 2, arguments.toArray(String[]::new)))
          .contains("belongs to", "runuser -u");
    }
    try (var left = Files.list(theirs)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void nothing_is_restored_over_what_is_there() throws Exception {
    assertThat(run(RESTORE, 2, stopped.toString(), "--data", data.toString()))
        .contains("is not empty");
    assertThat(run(BACKUP, 2, stopped.toString(), "--data", data.toString()))
        .contains("is there already");
  }

  @Test
  void a_changed_byte_a_missing_end_and_another_key_are_told() throws Exception {
    assertThat(run(BACKUP, 0, "--verify", stopped.toString())).contains("is whole");
    byte[] whole = Files.readAllBytes(stopped);
    for (int place : List.of(200, whole.length / 2, whole.length - 1)) {
      byte[] changed = whole.clone();
      changed[place] ^= 1;
      assertThat(run(BACKUP, 2, "--verify", write("changed", changed)))
          .contains("is damaged", "a byte was changed");
    }
    for (int length : List.of(whole.length - 1, whole.length / 2, 30)) {
      byte[] cut = Arrays.copyOf(whole, length);
      String said = run(BACKUP, 2, "--verify", write("cut", cut));
      assertThat(said).contains("is damaged");
      assertThat(run(RESTORE, 2, write("cut", cut), "--data", folder.resolve("no").toString()))
          .contains("is damaged");
      assertThat(folder.resolve("no")).doesNotExist();
    }
    assertThat(run(BACKUP, 2, "--verify", write("foreign", new byte[1000])))
        .contains("it is not a backup of Senim");
    Path other = folder.resolve("other-key");
    run(BACKUP, 0, "--new-key", other.toString());
    ServerProcess.Ended ended =
        ServerProcess.run(
            BACKUP,
            Map.of("SENIM_BACKUP_KEY_FILE", other.toString()),
            "--verify",
            stopped.toString());
    assertThat(ended.output()).contains("it was made with another key");
  }

  @Test
  void a_backup_that_fails_leaves_no_file() throws Exception {
    List<String> names = new ArrayList<>();
    Path copy = folder.resolve("poor");
    run(RESTORE, 0, stopped.toString(), "--data", copy.toString());
    try (var files = Files.walk(copy.resolve("evidence"))) {
      Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    Path target = Files.createDirectory(folder.resolve("target"));
    assertThat(run(BACKUP, 2, target.toString(), "--data", copy.toString()))
        .contains("1 files of evidence are not in");
    try (var left = Files.list(target)) {
      left.forEach(file -> names.add(file.toString()));
    }
    assertThat(names).isEmpty();
  }

  private static String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }
}
