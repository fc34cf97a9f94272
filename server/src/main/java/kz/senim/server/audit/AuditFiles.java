package kz.senim.server.audit;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Months of the audit log that were taken off line, in {@code audit/} of the data folder: JSON
 * Lines, compressed, each line with the hash before it and its own. They can be read by everybody
 * who may read the folder; that nothing in them was changed shows without a database.
 */
final class AuditFiles {

  /** How long entries stay in the database at least (paragraph 38 of decree 832). */
  static final int MONTHS_ONLINE = 2;

  /** How long files are kept (paragraph 38 of decree 832). */
  static final int YEARS_KEPT = 3;

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final HexFormat HEX = HexFormat.of();
  private static final int FETCH = 1000;

  private final JdbcClient db;
  private final Path folder;
  private final Clock clock;

  AuditFiles(JdbcClient db, Path data, Clock clock) {
    this.db = db;
    this.folder = data.resolve("audit");
    this.clock = clock;
  }

  /** A file, as the database knows it. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Sealed(
      String name,
      long first,
      long last,
      Instant firstAt,
      Instant lastAt,
      byte[] previous,
      byte[] hash,
      String sha256,
      long size,
      @Nullable Instant removedAt) {}

  /** All of them, oldest first. */
  List<Sealed> list() {
    return db.sql("select * from audit_files order by last_position")
        .query((row, _) -> sealed(row))
        .list();
  }

  Path path(Sealed file) {
    return folder.resolve(file.name());
  }

  /** Writes the whole months that have been online long enough; how many entries they hold. */
  long seal() throws IOException {
    Instant before =
        LocalDate.now(clock.withZone(ZONE))
            .withDayOfMonth(1)
            .minusMonths(MONTHS_ONLINE)
            .atStartOfDay(ZONE)
            .toInstant();
    List<Sealed> known = list();
    long first = known.isEmpty() ? 1 : known.getLast().last() + 1;
    // Entries are chained nearly in the order of their moments: up to the first one that is too
    // young.
    long last =
        db.sql(
                """
                select coalesce(
                  (select min(c.position) - 1 from audit_chain c join audit_log l on l.id = c.entry_id
                   where l.at >= :before), (select max(position) from audit_chain), 0)
                """)
            .param("before", Timestamp.from(before))
            .query(Long.class)
            .single();
    if (last < first) {
      return 0;
    }
    byte[] previous = known.isEmpty() ? AuditChain.BEGINNING : known.getLast().hash();
    write(first, last, previous);
    return last - first + 1;
  }

  private void write(long first, long last, byte[] previous) throws IOException {
    Files.createDirectories(folder);
    String name = String.format(Locale.ROOT, "audit-%012d-%012d.jsonl.gz", first, last);
    Path temporary = Files.createTempFile(folder, "audit", ".part");
    try {
      MessageDigest digest = ChainEntry.sha256();
      Instant[] span = new Instant[2];
      byte[] hash = previous;
      try (OutputStream raw = Files.newOutputStream(temporary);
          OutputStream digested = new DigestOutputStream(raw, digest);
          OutputStream zipped = new GZIPOutputStream(digested);
          BufferedWriter out =
              new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8))) {
        for (long from = first; from <= last; from += FETCH) {
          for (Chained one : chained(from, Math.min(last, from + FETCH - 1))) {
            out.write(ChainLine.write(one.entry(), hash, one.hash()));
            out.write('\n');
            hash = one.hash();
            Instant at = one.entry().at();
            span[0] = span[0] == null || at.isBefore(span[0]) ? at : span[0];
            span[1] = span[1] == null || at.isAfter(span[1]) ? at : span[1];
          }
        }
      }
      try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      db.sql(
              """
              insert into audit_files (last_position, first_position, first_at, last_at, previous, hash,
                name, sha256, size, made_at)
              values (:last, :first, :firstAt, :lastAt, :previous, :hash, :name, :sha256, :size, :now)
              """)
          .param("last", last)
          .param("first", first)
          .param("firstAt", Timestamp.from(span[0]))
          .param("lastAt", Timestamp.from(span[1]))
          .param("previous", previous)
          .param("hash", hash)
          .param("name", name)
          .param("sha256", HEX.formatHex(digest.digest()))
          .param("size", Files.size(folder.resolve(name)))
          .param("now", Timestamp.from(clock.instant()))
          .update();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Takes entries that are in files out of the database; how many. */
  long removeSealed() {
    long removed = 0;
    int some;
    do {
      some = db.sql("select audit_remove_sealed(5000)").query(Integer.class).single();
      removed += some;
    } while (some > 0);
    return removed;
  }

  /** Removes files that were kept long enough; which. */
  List<Sealed> removeOld() throws IOException {
    Instant before =
        LocalDate.now(clock.withZone(ZONE)).minusYears(YEARS_KEPT).atStartOfDay(ZONE).toInstant();
    List<Sealed> old =
        list().stream()
            .filter(file -> file.removedAt() == null && file.lastAt().isBefore(before))
            .toList();
    for (Sealed file : old) {
      db.sql("update audit_files set removed_at = ? where last_position = ?")
          .params(Timestamp.from(clock.instant()), file.last())
          .update();
      Files.deleteIfExists(path(file));
    }
    return old;
  }

  /** Something in the chain. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Chained(ChainEntry entry, byte[] hash) {}

  List<Chained> chained(long from, long to) {
    return db.sql(
            """
            select l.*, c.position, c.hash from audit_chain c join audit_log l on l.id = c.entry_id
            where c.position between ? and ? order by c.position
            """)
        .params(from, to)
        .query((row, _) -> new Chained(ChainEntry.of(row), row.getBytes("hash")))
        .list();
  }

  /** What is done with each line of a file. */
  interface Lines {
    void line(String line) throws IOException;
  }

  /**
   * Reads a file, compressed or not.
   *
   * @return its SHA-256
   */
  static String read(Path file, Lines lines) throws IOException {
    MessageDigest digest = ChainEntry.sha256();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest);
        BufferedInputStream in = new BufferedInputStream(raw)) {
      in.mark(2);
      boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.line(line);
      }
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HEX.formatHex(digest.digest());
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    Timestamp removed = row.getTimestamp("removed_at");
    return new Sealed(
        row.getString("name"),
        row.getLong("first_position"),
        row.getLong("last_position"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        row.getBytes("previous"),
        row.getBytes("hash"),
        row.getString("sha256"),
        row.getLong("size"),
        removed == null ? null : removed.toInstant());
  }
}
