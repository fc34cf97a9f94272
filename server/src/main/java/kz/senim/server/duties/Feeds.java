package kz.senim.server.duties;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.people.WaysIn;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets with which calendar programs fetch a person's deadlines. One a person; only its hash
 * is kept.
 */
@Component
@Transactional
class Feeds implements WaysIn {

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Feeds(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** An access that works, without its secret. */
  record Feed(Instant createdAt, @Nullable Instant usedAt) {}

  Optional<Feed> find(UUID account) {
    return db.sql(
            "select created_at, used_at from duty_feeds where account_id = ? and revoked_at is"
                + " null")
        .param(account)
        .query(
            (row, _) -> {
              Timestamp used = row.getTimestamp("used_at");
              return new Feed(
                  row.getTimestamp("created_at").toInstant(),
                  used == null ? null : used.toInstant());
            })
        .optional();
  }

  /** Makes a secret; the one before stops working. Returns it; it is never seen again. */
  String make(UUID account) {
    revoke(account);
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.sql("insert into duty_feeds (token_hash, account_id, created_at) values (?, ?, ?)")
        .params(hash(token), account, now())
        .update();
    audit.record(null, "feed.make", "duty feed", "");
    return token;
  }

  void revoke(UUID account) {
    if (end(account)) {
      audit.record(null, "feed.revoke", "duty feed", "");
    }
  }

  @Override
  public void endAll(UUID account, @Nullable String owner) {
    // An administrator ends those of others.
    if (!Scope.system(() -> end(account))) {
      return;
    }
    String detail = "account " + account;
    if (owner == null) {
      audit.record(null, "feed.revoke", "duty feed", detail);
    } else {
      audit.record(account, owner, null, "feed.revoke", "duty feed", detail, true);
    }
  }

  /** Whether there was one. */
  private boolean end(UUID account) {
    return db.sql(
                "update duty_feeds set revoked_at = ? where account_id = ? and revoked_at is null")
            .params(now(), account)
            .update()
        > 0;
  }

  /**
   * Whose secret it is, noting that it was used; empty when it does not work or never did.
   *
   * @param email whose it must be; null where that is not asked
   */
  Optional<UUID> use(String secret, @Nullable String email) {
    return Scope.system(
        () ->
            db.sql(
                    """
                    update duty_feeds f set used_at = :now
                    from accounts a
                    where a.id = f.account_id and f.token_hash = :hash and f.revoked_at is null
                      and (cast(:email as text) is null or lower(a.email) = lower(:email))
                    returning f.account_id
                    """)
                .param("now", now())
                .param("hash", hash(secret))
                .param("email", email)
                .query(UUID.class)
                .optional());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
