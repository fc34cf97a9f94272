package kz.senim.server.hooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told of what. */
@Component
@Transactional
class Subscriptions {

  /** How many of one organisation are told at most. */
  static final int MOST = 20;

  private static final String SUBSCRIPTIONS =
      """
      select s.*, (select count(*) from hook_deliveries d
                   where d.subscription_id = s.id and d.state = 'waiting') as waiting,
             (select count(*) from hook_deliveries d
              where d.subscription_id = s.id and d.state = 'failed') as failed
      from hook_subscriptions s
      """;

  private final JdbcClient db;
  private final HookSecrets secrets;
  private final Audit audit;
  private final Clock clock;

  Subscriptions(JdbcClient db, HookSecrets secrets, Audit audit, Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** The organisation's, those that are told first. One statement. */
  List<Subscription> list(UUID organization) {
    return db.sql(
            SUBSCRIPTIONS
                + "where s.organization_id = ?"
                + " order by s.ended_at is not null, s.created_at, s.id limit 100")
        .param(organization)
        .query((row, _) -> subscription(row))
        .list();
  }

  /**
   * @throws NotFound when there is none, or not for them
   */
  Subscription get(Viewer viewer, UUID organization, UUID id) {
    viewer.mustRead(organization);
    return db.sql(SUBSCRIPTIONS + "where s.id = ? and s.organization_id = ?")
        .params(id, organization)
        .query((row, _) -> subscription(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Who is new, and the secret as it is shown this once. */
  record Made(UUID id, String secret) {}

  /** Whoever asks has checked the address. */
  Made add(Viewer viewer, UUID organization, URI url, List<HookEvent> events) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    byte[] secret = secrets.make();
    db.sql(
            """
            insert into hook_subscriptions
              (id, organization_id, url, events, secret, created_at, created_by)
            values (:id, :organization, :url, :events, :secret, :at, :by)
            """)
        .param("id", id)
        .param("organization", organization)
        .param("url", url.toString())
        .param("events", events.stream().map(HookEvent::word).toArray(String[]::new))
        .param("secret", secrets.kept(id, secret))
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "hook.add", "hook " + id, url.toString());
    return new Made(id, HookSecrets.text(secret));
  }

  /** Nobody is told any more; what waits is given up. */
  void end(Viewer viewer, Subscription subscription) {
    viewer.mustWrite(subscription.organization());
    int changed =
        db.sql(
                """
                update hook_subscriptions set ended_at = ?, ended_by = ?
                where id = ? and ended_at is null
                """)
            .params(now(), viewer.account(), subscription.id())
            .update();
    if (changed == 1) {
      db.sql(
              """
              update hook_deliveries set state = 'failed', error = 'hooks.ended'
              where subscription_id = ? and state = 'waiting'
              """)
          .param(subscription.id())
          .update();
      audit.record(
          subscription.organization(), "hook.end", "hook " + subscription.id(), subscription.url());
    }
  }

  /** Those of an organisation who want the event. */
  List<UUID> wanting(UUID organization, HookEvent event) {
    return db.sql(
            """
            select id from hook_subscriptions
            where organization_id = ? and ended_at is null and ? = any(events)
            """)
        .params(organization, event.word())
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Organisations of which anybody is told, after that one, in the order of ids. */
  List<UUID> organizations(@Nullable UUID after, int most) {
    return db.sql(
            """
            select distinct s.organization_id from hook_subscriptions s
            join organizations o on o.id = s.organization_id and o.archived_at is null
            where s.ended_at is null and (cast(:after as uuid) is null or s.organization_id > :after)
            order by s.organization_id limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> row.getObject("organization_id", UUID.class))
        .list();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("url"),
        List.of((String[]) row.getArray("events").getArray()),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("waiting"),
        row.getInt("failed"),
        ended == null ? null : ended.toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
