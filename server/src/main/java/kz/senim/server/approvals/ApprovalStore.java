package kz.senim.server.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked for, and what became of it. */
@Component
class ApprovalStore {

  private static final int MOST = 200;
  private static final String ROWS =
      """
      select p.*, o.name as organization_name, a.name as asked_by_name, d.name as decided_by_name
      from approvals p
      join accounts a on a.id = p.asked_by
      left join accounts d on d.id = p.decided_by
      left join organizations o on o.id = p.organization_id
      """;

  private final JdbcClient db;
  private final Clock clock;

  ApprovalStore(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Who can enter and has a say: those who write in the organisation; of rights administrators too.
   */
  List<UUID> approvers(@Nullable UUID organization, @Nullable UUID target) {
    return db.sql(
            """
            select a.id from accounts a
            where a.disabled_at is null and (a.password_hash is not null or a.last_sign_in is not null)
              and a.id is distinct from :target
              and ((a.administrator and (cast(:organization as uuid) is null or cast(:target as uuid) is not null))
                or exists (select from memberships m
                           where m.account_id = a.id and m.organization_id = :organization
                             and m.role <> 'auditor'))
            """)
        .param("organization", organization)
        .param("target", target)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** What nobody decided in time makes room for the same asked anew. */
  void forgetExpired(String kind, @Nullable UUID organization, String input, Timestamp now) {
    db.sql(
            """
            update approvals set state = 'withdrawn', decided_at = :now
            where kind = :kind and organization_id is not distinct from :organization
              and input = :input and state = 'waiting' and expires_at <= :now
            """)
        .param("kind", kind)
        .param("organization", organization)
        .param("input", input)
        .param("now", now)
        .update();
  }

  /** False when the same waits already. */
  boolean add(
      UUID id,
      String kind,
      @Nullable UUID organization,
      String subject,
      @Nullable UUID target,
      String input,
      UUID by,
      Timestamp now,
      Timestamp until,
      boolean alone) {
    return db.sql(
                """
                insert into approvals (id, kind, organization_id, subject, target, input, asked_by, asked_at,
                  expires_at, state, decided_at)
                values (:id, :kind, :organization, :subject, :target, :input, :by, :now, :until, :state, :decided)
                on conflict do nothing
                """)
            .param("id", id)
            .param("kind", kind)
            .param("organization", organization)
            .param("subject", subject)
            .param("target", target)
            .param("input", input)
            .param("by", by)
            .param("now", now)
            .param("until", until)
            .param("state", alone ? "alone" : "waiting")
            .param("decided", alone ? now : null)
            .update()
        == 1;
  }

  Optional<Approval> find(UUID id) {
    return db.sql(ROWS + "where p.id = ?").param(id).query((row, _) -> approval(row)).optional();
  }

  /** Keeps it until the transaction ends, so that two do not decide at once. */
  Optional<Approval> lock(UUID id) {
    db.sql("select id from approvals where id = ? and state = 'waiting' for update")
        .param(id)
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
    return find(id);
  }

  /** Waiting ones first, then what was decided last. */
  List<Approval> list(Viewer viewer, Timestamp now) {
    return db.sql(
            ROWS
                + """
                where (p.organization_id in (:organizations) or :administrator or p.asked_by = :account)
                order by (p.state = 'waiting' and p.expires_at > :now) desc, p.asked_at desc, p.id limit :most
                """)
        .param(
            "organizations",
            viewer.roles().isEmpty() ? List.of(new UUID(0, 0)) : viewer.roles().keySet())
        .param("administrator", viewer.administrator())
        .param("account", viewer.account())
        .param("now", now)
        .param("most", MOST)
        .query((row, _) -> approval(row))
        .list();
  }

  List<Approval> waiting(@Nullable UUID organization, @Nullable UUID target, Timestamp now) {
    return db.sql(
            ROWS
                + """
                where p.state = 'waiting' and p.expires_at > :now
                  and (cast(:organization as uuid) is null or p.organization_id = :organization)
                  and (cast(:target as uuid) is null or p.target = :target)
                order by p.asked_at desc, p.id limit :most
                """)
        .param("organization", organization)
        .param("target", target)
        .param("now", now)
        .param("most", MOST)
        .query((row, _) -> approval(row))
        .list();
  }

  void decide(UUID id, String state, @Nullable UUID by, @Nullable String reason, Timestamp now) {
    int decided =
        db.sql(
                """
                update approvals set state = :state, decided_by = :by, decided_at = :now, reason = :reason
                where id = :id and state = 'waiting'
                """)
            .param("id", id)
            .param("state", state)
            .param("by", by)
            .param("now", now)
            .param("reason", reason)
            .update();
    if (decided != 1) {
      throw new IllegalStateException("it was decided meanwhile");
    }
  }

  private Approval approval(ResultSet row) throws SQLException {
    Instant expires = row.getTimestamp("expires_at").toInstant();
    Approval.State state = Approval.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    Timestamp decided = row.getTimestamp("decided_at");
    return new Approval(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("organization_id", UUID.class),
        row.getString("organization_name"),
        row.getString("subject"),
        row.getObject("target", UUID.class),
        row.getString("input"),
        row.getObject("asked_by", UUID.class),
        row.getString("asked_by_name"),
        row.getTimestamp("asked_at").toInstant(),
        expires,
        state == Approval.State.WAITING && !expires.isAfter(clock.instant())
            ? Approval.State.EXPIRED
            : state,
        row.getString("decided_by_name"),
        decided == null ? null : decided.toInstant(),
        row.getString("reason"));
  }
}
