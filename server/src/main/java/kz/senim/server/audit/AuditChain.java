package kz.senim.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.senim.server.walls.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains what was written to the audit log, in the order in which it was committed. Writers do not
 * wait for it; of several nodes one chains at a time.
 */
@Component
class AuditChain {

  /** Before the first entry. */
  static final byte[] BEGINNING = new byte[32];

  private static final int AT_ONCE = 2000;

  private final JdbcClient db;
  private final TransactionTemplate transaction;

  AuditChain(JdbcClient db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = transaction;
  }

  /**
   * The newest place of the chain: what is kept outside shows later that nothing before it changed.
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Head(long position, byte[] hash) {}

  @Scheduled(fixedDelay = 1000)
  void seal() {
    Scope.system(this::all);
  }

  private void all() {
    int chained;
    do {
      Integer done = transaction.execute(_ -> some());
      chained = done == null ? 0 : done;
    } while (chained == AT_ONCE);
  }

  /** Chains at most {@link #AT_ONCE}; how many it did. */
  private int some() {
    boolean alone =
        db.sql("select pg_try_advisory_xact_lock(hashtext('senim audit chain'))")
            .query(Boolean.class)
            .single();
    if (!alone) {
      return 0;
    }
    Head head = head(db).orElse(new Head(0, BEGINNING));
    long[] position = {head.position()};
    List<ChainEntry> entries =
        db.sql(
                """
                select l.* from audit_queue q join audit_log l on l.id = q.entry_id
                order by q.entry_id limit ?
                """)
            .param(AT_ONCE)
            .query((row, _) -> ChainEntry.of(row, ++position[0]))
            .list();
    if (entries.isEmpty()) {
      return 0;
    }
    List<byte[]> hashes = new ArrayList<>();
    byte[] hash = head.hash();
    for (ChainEntry entry : entries) {
      hash = entry.hash(hash);
      hashes.add(hash);
    }
    Long[] ids = entries.stream().map(ChainEntry::id).toArray(Long[]::new);
    db.sql(
            """
            insert into audit_chain (position, entry_id, hash)
            select :first + t.n - 1, t.id, t.hash
            from unnest(:ids::bigint[], :hashes::bytea[]) with ordinality t (id, hash, n)
            """)
        .param("first", head.position() + 1)
        .param("ids", ids)
        .param("hashes", hashes.toArray(byte[][]::new))
        .update();
    db.sql("delete from audit_queue where entry_id = any (:ids::bigint[])")
        .param("ids", ids)
        .update();
    return entries.size();
  }

  /** Empty while nothing was chained. */
  static Optional<Head> head(JdbcClient db) {
    return db.sql(
            """
            (select position, hash from audit_chain order by position desc limit 1)
            union all
            (select last_position, hash from audit_files order by last_position desc limit 1)
            order by position desc limit 1
            """)
        .query((row, _) -> new Head(row.getLong("position"), row.getBytes("hash")))
        .optional();
  }
}
