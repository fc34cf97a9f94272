package kz.senim.server.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.senim.server.audit.OperatorEntry;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup while the server goes on. The tables are read in one snapshot; then the evidence
 * that they refer to, which was on the disk before they did and is never changed. The file gets its
 * name when it is whole and on the disk.
 */
final class BackupWriter {

  /** What is made anew, is taken by reference, or must be kept apart from what it opens. */
  private static final Set<String> NOT_WHOLE = Set.of("evidence", "keys");

  /** The SQL state of a write where only reading is possible. */
  private static final String READ_ONLY = "25006";

  private final Store store;
  private final BackupKey key;
  private final Progress progress;
  private final List<Manifest.Part> parts = new ArrayList<>();

  BackupWriter(Store store, BackupKey key, Progress progress) {
    this.store = store;
    this.key = key;
    this.progress = progress;
  }

  /** Writes the file, which must not be there. */
  Manifest write(Path target) throws IOException, SQLException, BackupProblem {
    if (Files.exists(target)) {
      throw new BackupProblem(BackupSay.IS_THERE.with(target));
    }
    if (!Files.isDirectory(target.toAbsolutePath().resolveSibling(""))) {
      throw new BackupProblem(BackupSay.NO_FOLDER.with(target));
    }
    Path half = target.resolveSibling(target.getFileName() + ".part");
    note(target);
    try (FileChannel channel =
        FileChannel.open(
            half,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      OutputStream sealed = key.encrypt(new Unclosed(out));
      ZipOutputStream zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
      Manifest manifest = fill(zip);
      zip.close(); // ends the encryption too
      out.flush();
      channel.force(true);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } catch (IOException | SQLException | BackupProblem | RuntimeException e) {
      Files.deleteIfExists(half);
      throw e;
    }
  }

  /** Before anything is read, so that the backup tells of itself too. */
  private void note(Path target) throws SQLException, BackupProblem {
    try (Connection db = store.connect()) {
      OperatorEntry.write(db, "backup.make", "backup " + target.getFileName(), target.toString());
    } catch (SQLException e) {
      if (READ_ONLY.equals(e.getSQLState())) {
        throw new BackupProblem(BackupSay.STANDBY.with(), e);
      }
      throw e;
    }
  }

  private Manifest fill(ZipOutputStream zip) throws IOException, SQLException, BackupProblem {
    List<String> evidence = new ArrayList<>();
    String[] schema = new String[1];
    List<Manifest.Counter> counters;
    Instant madeAt;
    String keys;
    String masterKey;
    try (Connection db = store.connect()) {
      db.setAutoCommit(false);
      try (Statement statement = db.createStatement()) {
        statement.execute("set transaction isolation level repeatable read, read only");
      }
      Tables.mustSeeAll(db);
      madeAt = Instant.now();
      zip.setLevel(Deflater.BEST_SPEED);
      for (Tables.Table table : Tables.list(db)) {
        table(zip, db, table);
      }
      counters = Tables.counters(db);
      Tables.query(
          db,
          "select version from flyway_schema_history where success and version is not null"
              + " order by installed_rank desc limit 1",
          row -> schema[0] = row.getString(1));
      Tables.query(
          db,
          "select distinct sha256 from evidence_versions order by sha256",
          row -> evidence.add(row.getString(1)));
      keys = keys(db, "newest");
      masterKey = keys(db, "master_key");
      db.rollback();
    }
    files(zip, evidence);
    try (Connection db = store.connect()) {
      if (!keys(db, "newest").equals(keys)) {
        throw new BackupProblem(BackupSay.KEYS_CHANGED.with());
      }
    }
    Manifest manifest =
        new Manifest(
            schema[0], madeAt.toString(), parts, counters, masterKey.isEmpty() ? null : masterKey);
    zip.setLevel(Deflater.BEST_SPEED);
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
    zip.closeEntry();
    return manifest;
  }

  /** What is known of the keys: evidence is sealed anew under the newest data key. */
  private static String keys(Connection db, String column) throws SQLException {
    String[] keys = {""};
    boolean[] there = {false};
    Tables.query(
        db, "select to_regclass('vault_keyset') is not null", row -> there[0] = row.getBoolean(1));
    if (there[0]) {
      Tables.query(
          db, "select " + column + " from vault_keyset", row -> keys[0] = row.getString(1));
    }
    return keys[0];
  }

  private void table(ZipOutputStream zip, Connection db, Tables.Table table)
      throws IOException, SQLException {
    String name = "tables/" + table.name();
    zip.putNextEntry(new ZipEntry(name));
    Parts out = new Parts(zip);
    long rows = db.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copy("to stdout"), out);
    zip.closeEntry();
    add(out.part(name, rows));
  }

  private void files(ZipOutputStream zip, List<String> evidence) throws IOException, BackupProblem {
    // Most of it is compressed already.
    zip.setLevel(Deflater.NO_COMPRESSION);
    List<String> missing = new ArrayList<>();
    for (String hash : evidence) {
      String name = "evidence/" + hash.substring(0, 2) + "/" + hash.substring(2);
      try {
        file(zip, name);
      } catch (NoSuchFileException e) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new BackupProblem(
          BackupSay.FILES_MISSING.with(missing.size(), store.data(), missing.getFirst()));
    }
    for (String folder : folders()) {
      try (Stream<Path> walk = Files.walk(store.data().resolve(folder))) {
        for (Path file : walk.filter(BackupWriter::isWhole).sorted().toList()) {
          try {
            file(zip, store.data().relativize(file).toString());
          } catch (NoSuchFileException e) {
            // It was swept in this moment, as old results of jobs are.
          }
        }
      }
    }
  }

  private List<String> folders() throws IOException {
    if (!Files.isDirectory(store.data())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(store.data())) {
      return all.filter(Files::isDirectory)
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> !NOT_WHOLE.contains(name) && !name.startsWith("postgres"))
          .sorted()
          .toList();
    }
  }

  /** What is being written gets its name when it is whole. */
  private static boolean isWhole(Path file) {
    return Files.isRegularFile(file) && !String.valueOf(file.getFileName()).endsWith(".part");
  }

  private void file(ZipOutputStream zip, String path) throws IOException {
    try (InputStream in = Files.newInputStream(store.data().resolve(path))) {
      String name = "files/" + path;
      zip.putNextEntry(new ZipEntry(name));
      Parts out = new Parts(zip);
      in.transferTo(out);
      zip.closeEntry();
      add(out.part(name, 0));
    }
  }

  private void add(Manifest.Part part) {
    parts.add(part);
    progress.part(part);
  }

  /** Tink closes what it writes to; the channel must be forced to the disk first. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
