package kz.senim.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import kz.senim.server.audit.AuditFiles.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the audit log: what is in the database, what was taken off line, and both together. */
final class AuditVerification {

  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient db;
  private final AuditFiles files;

  AuditVerification(JdbcClient db, AuditFiles files) {
    this.db = db;
    this.files = files;
  }

  /** The whole log. Three statements, and each file read once. */
  AuditCheck.Result all() throws IOException {
    AuditCheck check = new AuditCheck();
    List<Sealed> sealed = files.list();
    long kept = 0;
    for (Sealed file : sealed) {
      if (file.removedAt() != null) {
        check.begin(file.last(), file.hash());
        kept = file.last();
      }
    }
    if (kept == 0) {
      check.begin(0, AuditChain.BEGINNING);
    }
    for (Sealed file : sealed) {
      if (file.removedAt() == null) {
        sealed(check, file);
      }
    }
    online(check, sealed);
    db.sql(
            """
            (select id from audit_log l where not exists (select from audit_chain c where c.entry_id = l.id)
               and not exists (select from audit_queue q where q.entry_id = l.id) limit 50)
            union all
            (select entry_id from audit_queue q where not exists (select from audit_log l where l.id = q.entry_id)
               limit 50)
            """)
        .query(Long.class)
        .list()
        .forEach(id -> check.note(AuditCheck.Kind.UNCHAINED, Long.toString(id)));
    return check.result();
  }

  private void sealed(AuditCheck check, Sealed file) throws IOException {
    Path path = files.path(file);
    if (!Files.exists(path)) {
      check.note(AuditCheck.Kind.FILE_MISSING, file.name());
      check.begin(file.last(), file.hash());
      return;
    }
    String sha256 = read(check, path);
    if (!sha256.equals(file.sha256())
        || check.last() != file.last()
        || !Arrays.equals(check.hash(), file.hash())) {
      check.note(AuditCheck.Kind.FILE_CHANGED, file.name());
      check.begin(file.last(), file.hash());
    }
  }

  /** Those of the database, of which the oldest may be in files too. */
  private void online(AuditCheck check, List<Sealed> sealed) {
    long from =
        db.sql("select coalesce(min(position), 0) from audit_chain").query(Long.class).single();
    if (from > 0 && from <= check.last()) {
      AuditCheck both = new AuditCheck();
      rows(both, from, check.last(), sealed);
      both.result().faults().forEach(fault -> check.note(fault.kind(), fault.where()));
    }
    rows(check, check.last() + 1, Long.MAX_VALUE, sealed);
  }

  private void rows(AuditCheck check, long from, long to, List<Sealed> sealed) {
    try (var rows =
        db
            .sql(
                """
                select c.position, c.hash, l.* from audit_chain c left join audit_log l on l.id = c.entry_id
                where c.position between ? and ? order by c.position
                """)
            .withFetchSize(1000)
            .params(from, to)
            .query(
                (row, _) -> {
                  long position = row.getLong("position");
                  boolean there = row.getObject("id") != null;
                  check.next(position, there ? ChainEntry.of(row) : null, row.getBytes("hash"));
                  return position;
                })
            .stream()) {
      rows.forEach(
          position ->
              sealed.stream()
                  .filter(file -> file.last() == position)
                  .forEach(file -> check.mustBe(position, file.hash())));
    }
  }

  /** Files alone, in the order of their places, without a database. */
  static AuditCheck.Result of(List<Path> files) throws IOException {
    AuditCheck check = new AuditCheck();
    for (Path file : files.stream().sorted().toList()) {
      read(check, file);
    }
    return check.result();
  }

  private static String read(AuditCheck check, Path file) throws IOException {
    long[] number = {0};
    try {
      return AuditFiles.read(
          file,
          text -> {
            number[0]++;
            try {
              ChainLine line = ChainLine.read(text);
              if (check.hash() == null) {
                check.begin(line.position() - 1, HEX.parseHex(line.previous()));
              }
              check.next(line.position(), line.entry(), HEX.parseHex(line.hash()));
            } catch (RuntimeException e) {
              check.note(AuditCheck.Kind.UNREADABLE, file.getFileName() + ":" + number[0]);
            }
          });
    } catch (ZipException | java.io.EOFException e) {
      check.note(AuditCheck.Kind.UNREADABLE, file.getFileName() + ":" + (number[0] + 1));
      return "";
    }
  }
}
