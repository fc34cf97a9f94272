package kz.senim.server.hooks;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be told. A message is written in the transaction of what it tells of; several servers
 * take from it, none the same at once; one that dies while sending loses nothing, since what it
 * claimed is free again after a while.
 */
@Component
@Transactional
class Outbox {

  /** How long to wait after each attempt that failed: three days in all. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Longer than any attempt takes. */
  static final Duration CLAIM = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final HookSecrets secrets;
  private final Audit audit;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final SecureRandom random = new SecureRandom();

  Outbox(JdbcClient db, HookSecrets secrets, Audit audit, Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes a message for each subscriber.
   *
   * @param key the same for the same occasion, of which each is told once; null when there is none
   *     like it
   */
  void tell(
      UUID organization,
      List<UUID> subscribers,
      HookEvent event,
      @Nullable String key,
      Map<String, Object> data) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", event.word());
    message.put("timestamp", clock.instant().toString());
    message.put("data", data);
    String payload = json.writeValueAsString(message);
    for (UUID subscriber : subscribers) {
      db.sql(
              """
              insert into hook_deliveries
                (id, subscription_id, organization_id, type, key, payload, created_at, state, next_at)
              values (:id, :subscription, :organization, :type, :key, :payload, :now, 'waiting', :now)
              on conflict (subscription_id, key) do nothing
              """)
          .param("id", UUID.randomUUID())
          .param("subscription", subscriber)
          .param("organization", organization)
          .param("type", event.word())
          .param("key", key)
          .param("payload", payload)
          .param("now", now())
          .update();
    }
  }

  /**
   * A message to be sent now.
   *
   * @param attempt from 1
   */
  record Claimed(UUID id, URI url, String secret, String payload, int attempt) {}

  /** Takes messages whose time has come; nobody else gets them until the claim is over. */
  List<Claimed> claim(int most) {
    return Scope.system(() -> claimed(most));
  }

  private List<Claimed> claimed(int most) {
    return db.sql(
            """
            with ready as (
              select id from hook_deliveries
              where state = 'waiting' and next_at <= :now
                and (claimed_until is null or claimed_until < :now)
              order by next_at limit :most for update skip locked)
            update hook_deliveries d
            set claimed_until = :until, attempts = attempts + 1
            from ready, hook_subscriptions s
            where d.id = ready.id and s.id = d.subscription_id
            returning d.id, d.subscription_id, d.payload, d.attempts, s.url, s.secret
            """)
        .param("now", now())
        .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
        .param("most", most)
        .query(
            (row, _) ->
                new Claimed(
                    row.getObject("id", UUID.class),
                    URI.create(row.getString("url")),
                    HookSecrets.text(
                        secrets.usable(
                            row.getObject("subscription_id", UUID.class), row.getBytes("secret"))),
                    row.getString("payload"),
                    row.getInt("attempts")))
        .list();
  }

  /** The receiver has it: whatever comes of another attempt, this stays. */
  void delivered(Claimed message, int status) {
    Scope.system(
        () ->
            db.sql(
                    """
                    update hook_deliveries
                    set state = 'delivered', status = ?, error = null, answered_at = ?,
                      claimed_until = null
                    where id = ? and state <> 'delivered'
                    """)
                .params(status, now(), message.id())
                .update());
  }

  /**
   * The receiver does not have it: it is tried again, or given up after the last wait.
   *
   * @param status what it answered; null when it did not
   * @param error the key of a text
   */
  void refused(Claimed message, @Nullable Integer status, String error) {
    Scope.system(() -> refuse(message, status, error));
  }

  private void refuse(Claimed message, @Nullable Integer status, String error) {
    boolean last = message.attempt() > WAITS.size();
    Duration wait = last ? Duration.ZERO : WAITS.get(message.attempt() - 1);
    // Not all at once, when a receiver comes back.
    Duration spread = Duration.ofMillis(random.nextLong(1 + wait.toMillis() / 10));
    db.sql(
            """
            update hook_deliveries
            set state = :state, status = :status, error = :error, next_at = :next,
              answered_at = :now, claimed_until = null
            where id = :id and state = 'waiting' and attempts = :attempt
            """)
        .param("state", last ? "failed" : "waiting")
        .param("status", status)
        .param("error", error)
        .param("next", Timestamp.from(clock.instant().plus(wait).plus(spread)))
        .param("now", now())
        .param("id", message.id())
        .param("attempt", message.attempt())
        .update();
  }

  /** A subscriber's messages, newest first, up to a hundred. One statement. */
  List<Delivery> list(UUID subscription) {
    return db.sql(
            """
            select * from hook_deliveries where subscription_id = ?
            order by created_at desc, id limit 100
            """)
        .param(subscription)
        .query((row, _) -> delivery(row))
        .list();
  }

  /** Sends a message once more, under the same identifier, whether it was delivered or given up. */
  void again(Viewer viewer, Subscription subscription, UUID id) {
    viewer.mustWrite(subscription.organization());
    int changed =
        db.sql(
                """
                update hook_deliveries
                set state = 'waiting', attempts = 0, next_at = ?, error = null, status = null
                where id = ? and subscription_id = ? and state <> 'waiting'
                  and exists (select 1 from hook_subscriptions s
                              where s.id = subscription_id and s.ended_at is null)
                """)
            .params(now(), id, subscription.id())
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
    audit.record(
        subscription.organization(), "hook.again", "hook " + subscription.id(), id.toString());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("subscription_id", UUID.class),
        row.getString("type"),
        row.getString("payload"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("state"),
        row.getInt("attempts"),
        instant(row.getTimestamp("next_at")),
        row.getObject("status", Integer.class),
        row.getString("error"),
        answered == null ? null : answered.toInstant());
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp.toInstant();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
