package kz.senim.server.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.senim.server.walls.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was stored plain, or under an older data key, anew. Each step is a transaction, so
 * that a stop costs one step at most; of several nodes one works at a place.
 */
@Component
class Renewals {

  private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

  private final List<SealedPlace> places;
  private final Vault vault;
  private final KeysetStore store;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Renewals(
      List<SealedPlace> places,
      Vault vault,
      KeysetStore store,
      JdbcClient db,
      TransactionTemplate transaction,
      Clock clock) {
    this.places = places;
    this.vault = vault;
    this.store = store;
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 2_000, fixedDelay = 60_000)
  void round() {
    Scope.system(this::due);
  }

  private void due() {
    KeysetStore.Stored keys = store.find().orElseThrow();
    boolean known = clock.instant().isAfter(keys.rotatedAt().plus(CurrentKeyset.KNOWN_TO_ALL));
    // Until all nodes seal under the newest key, what is done could come again. The first is known.
    if (keys.newest().equals(vault.newest()) && (known || !rotated())) {
      renew();
    }
  }

  private boolean rotated() {
    return db.sql("select exists (select from vault_renewals where data_key <> ?)")
        .param(vault.newest())
        .query(Boolean.class)
        .single();
  }

  /** Goes through all places, as far as no other node does. */
  void renew() {
    Scope.system(this::all);
  }

  private void all() {
    for (SealedPlace place : places) {
      db.sql("insert into vault_renewals (place, data_key) values (?, ?) on conflict do nothing")
          .params(place.name(), vault.newest())
          .update();
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = Boolean.TRUE.equals(transaction.execute(_ -> step(place)));
      }
    }
  }

  private boolean step(SealedPlace place) {
    Optional<String> after =
        db.sql(
                """
                select after from vault_renewals
                where place = ? and data_key = ? and finished_at is null for update skip locked
                """)
            .params(place.name(), vault.newest())
            .query(String.class)
            .optional();
    if (after.isEmpty()) {
      return false;
    }
    SealedPlace.Step done;
    try {
      done = place.renew(after.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    db.sql(
            """
            update vault_renewals set after = coalesce(:last, after), renewed = renewed + :renewed,
              failed = failed + :failed, finished_at = case when :last::text is null then :now::timestamptz end
            where place = :place and data_key = :key
            """)
        .param("last", done.last())
        .param("renewed", done.renewed())
        .param("failed", done.failed())
        .param("now", Timestamp.from(clock.instant()))
        .param("place", place.name())
        .param("key", vault.newest())
        .update();
    if (done.last() == null) {
      LOG.info("{}: all is sealed under the data key {}", place.name(), vault.newest());
    }
    return done.last() != null;
  }
}
