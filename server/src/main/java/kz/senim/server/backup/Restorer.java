package kz.senim.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.senim.server.Unfinished;
import kz.senim.server.audit.OperatorEntry;
import kz.senim.server.settings.Settings;
import kz.senim.server.vault.MasterKey;
import kz.senim.server.vault.MasterKeys;
import kz.senim.server.vault.VaultSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * Brings a backup back, into a data folder and a database that hold nothing. The whole file is
 * looked at before anything is written. Tables are made as they were then, filled in one
 * transaction, and brought up to this program's.
 */
final class Restorer {

  private final Settings settings;
  private final BackupReader reader;
  private final Progress progress;

  Restorer(Settings settings, BackupReader reader, Progress progress) {
    this.settings = settings;
    this.reader = reader;
    this.progress = progress;
  }

  /** Restores; the manifest of what was. */
  Manifest restore(Path file) throws IOException, SQLException, BackupProblem {
    Path data = Store.data(settings);
    mustBeEmpty(data);
    Manifest manifest = reader.verify(file, new Progress(System.err, BackupSay.VERIFIED));
    keyMustFit(manifest);
    Files.createDirectories(data);
    mustHaveRoom(data, manifest);
    try (Store store = Store.open(settings, true)) {
      mustBeEmpty(store);
      mustBeKnown(store, manifest);
      Unfinished.begin(data);
      String role = store.appRole();
      flyway(store, role, MigrationVersion.fromVersion(manifest.schema())).migrate();
      try (Connection db = store.connect()) {
        db.setAutoCommit(false);
        fill(file, data, db, manifest);
        db.commit();
      }
      flyway(store, role, MigrationVersion.LATEST).migrate();
      try (Connection db = store.connect()) {
        OperatorEntry.write(
            db, "backup.restore", "backup " + file.getFileName(), "as of " + manifest.madeAt());
      }
    }
    Unfinished.end(data);
    return manifest;
  }

  private static void mustBeEmpty(Path data) throws IOException, BackupProblem {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> all = Files.list(data)) {
      List<Path> there = all.filter(path -> !path.endsWith("lost+found")).limit(1).toList();
      if (!there.isEmpty()) {
        throw new BackupProblem(BackupSay.NOT_EMPTY.with(data));
      }
    }
  }

  private static void mustBeEmpty(Store store) throws SQLException, BackupProblem {
    try (Connection db = store.connect()) {
      if (Tables.count(db) > 0) {
        throw new BackupProblem(BackupSay.HAS_TABLES.with());
      }
    }
  }

  /** Where settings name a master key already; else it is told afterwards which one is needed. */
  private void keyMustFit(Manifest manifest) throws BackupProblem {
    VaultSettings named = VaultSettings.of(settings.environment());
    if (manifest.masterKey() == null || !MasterKeys.isNamed(named)) {
      return;
    }
    MasterKey key = MasterKeys.find(named, Store.data(settings));
    if (!key.id().equals(manifest.masterKey())) {
      throw new BackupProblem(BackupSay.MASTER_KEY_DIFFERS.with(manifest.masterKey(), key));
    }
  }

  /** At least what is written as it is; a database of our own needs more than its rows. */
  private void mustHaveRoom(Path data, Manifest manifest) throws BackupProblem {
    boolean elsewhere = settings.find("senim.db-url") != null;
    long needed =
        manifest.parts().stream()
            .filter(part -> !elsewhere || part.name().startsWith("files/"))
            .mapToLong(Manifest.Part::size)
            .sum();
    long free = data.toFile().getUsableSpace();
    if (free < needed) {
      throw new BackupProblem(BackupSay.NO_ROOM.with(data, free >> 20, needed >> 20));
    }
  }

  private static void mustBeKnown(Store store, Manifest manifest) throws BackupProblem {
    MigrationVersion of = MigrationVersion.fromVersion(manifest.schema());
    MigrationVersion newest = MigrationVersion.EMPTY;
    for (MigrationInfo some : flyway(store, "", MigrationVersion.LATEST).info().all()) {
      MigrationVersion version = some.getVersion();
      newest = version != null && version.isNewerThan(newest) ? version : newest;
    }
    if (of.isNewerThan(newest)) {
      throw new BackupProblem(BackupSay.NEWER.with(String.valueOf(of), String.valueOf(newest)));
    }
  }

  private static Flyway flyway(Store store, String appRole, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(store.source())
        .placeholders(Map.of("app_role", appRole))
        .target(target)
        .load();
  }

  private void fill(Path file, Path data, Connection db, Manifest manifest)
      throws IOException, SQLException, BackupProblem {
    List<Tables.Table> tables = Tables.list(db);
    List<String> again = open(db);
    try (Statement statement = db.createStatement()) {
      for (Tables.Table table : tables.reversed()) {
        // What the changes themselves have put in comes from the backup too.
        boolean[] any = new boolean[1];
        Tables.query(
            db,
            "select exists(select 1 from \"" + table.name() + "\")",
            row -> any[0] = row.getBoolean(1));
        if (any[0]) {
          statement.execute("delete from \"" + table.name() + "\"");
        }
      }
    }
    Map<String, Tables.Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put("tables/" + table.name(), table));
    Map<String, Manifest.Part> right = new HashMap<>();
    manifest.parts().forEach(part -> right.put(part.name(), part));
    reader.read(
        file,
        (name, content) -> {
          Tables.Table table = byName.get(name);
          if (table != null) {
            long rows =
                db.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.copy("from stdin"), content);
            Manifest.Part part = right.get(name);
            if (part == null || part.rows() != rows) {
              throw new BackupProblem(BackupSay.ROWS_DIFFER.with(name, rows));
            }
          } else if (name.startsWith("files/")) {
            file(data, name.substring("files/".length()), content);
          } else {
            throw new BackupProblem(BackupSay.NO_TABLE.with(name));
          }
          progress.part(right.getOrDefault(name, new Manifest.Part(name, 0, "", 0)));
        });
    for (Manifest.Counter counter : manifest.counters()) {
      try (PreparedStatement set = db.prepareStatement("select setval(?::regclass, ?)")) {
        set.setString(1, '"' + counter.sequence() + '"');
        set.setLong(2, counter.last());
        set.execute();
      }
    }
    run(db, again);
  }

  /**
   * Lifts, for this transaction, what guards the tables against the application: triggers that
   * would add to what comes from the backup, and row security, under which nothing can be copied
   * in. The owner of the tables may do so.
   *
   * @return the statements that put it back
   */
  private static List<String> open(Connection db) throws SQLException {
    List<String> lift = new ArrayList<>();
    List<String> again = new ArrayList<>();
    Tables.query(
        db,
        """
        select format('%I', relname), relforcerowsecurity from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r'
        """,
        row -> {
          String table = "alter table " + row.getString(1);
          lift.add(table + " disable trigger user");
          again.add(table + " enable trigger user");
          if (row.getBoolean(2)) {
            lift.add(table + " no force row level security");
            again.add(table + " force row level security");
          }
        });
    run(db, lift);
    return again;
  }

  private static void run(Connection db, List<String> statements) throws SQLException {
    try (Statement statement = db.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static void file(Path data, String name, InputStream content)
      throws IOException, BackupProblem {
    Path target = data.resolve(name).normalize();
    if (!target.startsWith(data.normalize())) {
      throw new BackupProblem(BackupSay.OUTSIDE.with(name));
    }
    Files.createDirectories(target.getParent());
    Path half = Files.createTempFile(target.getParent(), "restore", ".part");
    Files.copy(content, half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
