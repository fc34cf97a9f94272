package kz.senim.server.vault;

import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import kz.senim.server.walls.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wrapped data keys in the database. */
final class KeysetStore {

  private final JdbcClient db;

  KeysetStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param master the id of the master key that wraps it
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Stored(int version, byte[] keyset, String master, String newest, Instant rotatedAt) {

    /**
     * The data keys.
     *
     * @throws KeyMistake when the master key is another one
     */
    Keyset unwrap(MasterKey key) {
      try {
        return Keyset.unwrap(keyset, key);
      } catch (GeneralSecurityException e) {
        if (key.id().equals(master)) {
          throw new KeyMistake(KeySay.DAMAGED.with(key), KeySay.RESTORE_THEM.with());
        }
        throw new KeyMistake(
            KeySay.ANOTHER.with(master, key.source(), key.id()), KeySay.GIVE_IT.with(master));
      }
    }
  }

  Optional<Stored> find() {
    return Scope.system(this::row);
  }

  private Optional<Stored> row() {
    return db.sql("select version, keyset, master_key, newest, rotated_at from vault_keyset")
        .query(
            (row, _) ->
                new Stored(
                    row.getInt("version"),
                    row.getBytes("keyset"),
                    row.getString("master_key"),
                    row.getString("newest"),
                    row.getTimestamp("rotated_at").toInstant()))
        .optional();
  }

  /** Puts the first data keys there, unless another node was faster. */
  void first(Keyset keyset, MasterKey master, Instant now) throws GeneralSecurityException {
    byte[] wrapped = keyset.wrapped(master);
    Scope.system(
        () ->
            db.sql(
                    """
            insert into vault_keyset (version, keyset, master_key, newest, rotated_at, changed_at)
            values (1, :keyset, :master, :newest, :now, :now) on conflict do nothing
            """)
                .param("keyset", wrapped)
                .param("master", master.id())
                .param("newest", keyset.newest())
                .param("now", Timestamp.from(now))
                .update());
  }

  /**
   * Takes the place of a version.
   *
   * @throws KeyMistake when somebody else was faster
   */
  void replace(Stored old, Keyset keyset, MasterKey master, Instant now)
      throws GeneralSecurityException {
    byte[] wrapped = keyset.wrapped(master);
    int changed =
        Scope.system(
            () ->
                db.sql(
                        """
                update vault_keyset set version = version + 1, keyset = :keyset, master_key = :master,
                  rotated_at = case when newest = :newest then rotated_at else :now end,
                  newest = :newest, changed_at = :now
                where version = :version
                """)
                    .param("keyset", wrapped)
                    .param("master", master.id())
                    .param("newest", keyset.newest())
                    .param("now", Timestamp.from(now))
                    .param("version", old.version())
                    .update());
    if (changed == 0) {
      throw new KeyMistake(KeySay.CHANGED_MEANWHILE.with(), KeySay.TRY_AGAIN.with());
    }
  }
}
