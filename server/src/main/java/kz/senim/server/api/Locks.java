package kz.senim.server.api;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one change of a thing through the API after the other, so that what is compared holds. */
@Component
public class Locks {

  private final JdbcClient db;

  Locks(JdbcClient db) {
    this.db = db;
  }

  /** Runs in a transaction that has the thing to itself among the API's changes. */
  @Transactional
  public <T> T with(UUID thing, Supplier<T> change) {
    db.sql("select pg_advisory_xact_lock(?)")
        .param(thing.getMostSignificantBits() ^ thing.getLeastSignificantBits())
        .query((_, _) -> true)
        .single();
    return change.get();
  }
}
