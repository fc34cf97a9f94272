package kz.senim.server.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit log. Of what is done inside an organisation an administrator who is none of its
 * people sees who did what kind of thing and when, and not to what.
 */
@Component
@Transactional(readOnly = true)
class AuditLog {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final JdbcClient db;

  AuditLog(JdbcClient db) {
    this.db = db;
  }

  /**
   * What is looked for.
   *
   * @param organization whose log; null for the whole one
   * @param from the first day; null from the beginning
   * @param until the last day; null to the end
   * @param person part of an e-mail; empty for everyone
   * @param action the action; empty for all
   * @param allowed {@code yes}, {@code no}, or empty for both
   */
  record Filter(
      @Nullable UUID organization,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String person,
      String action,
      String allowed) {}

  /**
   * One line of the log.
   *
   * @param organization the name; null when it concerns none
   * @param organizationId null as the name
   * @param withheld whether subject and detail are not the reader's to see
   */
  public record Entry(
      long id,
      Instant at,
      @Nullable UUID account,
      String person,
      @Nullable String organization,
      @Nullable UUID organizationId,
      String action,
      String subject,
      String detail,
      String address,
      boolean allowed,
      boolean withheld) {}

  /** Newest first. One statement. */
  List<Entry> list(Viewer viewer, Filter filter, long before, int most) {
    return db.sql(
            """
            select l.*, o.name as organization_name
            from audit_log l left join organizations o on o.id = l.organization_id
            where l.id < :before
              and (cast(:organization as uuid) is null or l.organization_id = :organization)
              and (cast(:from as timestamptz) is null or l.at >= :from)
              and (cast(:until as timestamptz) is null or l.at < :until)
              and (:person = '' or l.account_name ilike :like)
              and (:action = '' or l.action = :action)
              and (:allowed = '' or l.allowed = (:allowed = 'yes'))
            order by l.id desc limit :most
            """)
        .param("before", before)
        .param("organization", filter.organization())
        .param("from", start(filter.from()))
        .param("until", filter.until() == null ? null : start(filter.until().plusDays(1)))
        .param("person", filter.person())
        .param("like", "%" + filter.person().replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("action", filter.action())
        .param("allowed", filter.allowed())
        .param("most", most)
        .query(
            (row, _) -> {
              UUID organization = row.getObject("organization_id", UUID.class);
              String action = row.getString("action");
              boolean withheld =
                  organization != null && !viewer.reads(organization) && !isOfPeople(action);
              return new Entry(
                  row.getLong("id"),
                  row.getTimestamp("at").toInstant(),
                  row.getObject("account_id", UUID.class),
                  row.getString("account_name"),
                  row.getString("organization_name"),
                  organization,
                  action,
                  withheld ? "" : row.getString("subject"),
                  withheld ? "" : row.getString("detail"),
                  row.getString("address"),
                  row.getBoolean("allowed"),
                  withheld);
            })
        .list();
  }

  /** The actions that occur, for the choice: hopping along the index, not reading the log. */
  List<String> actions() {
    return Scope.system(
        () ->
            db.sql(
                    """
                    with recursive known as (
                      select min(action) as action from audit_log
                      union all
                      select (select min(l.action) from audit_log l where l.action > known.action)
                      from known where known.action is not null
                    )
                    select action from known where action is not null
                    """)
                .query((row, _) -> row.getString("action"))
                .list());
  }

  /** The name of an organisation; null when there is none. */
  @Nullable String organization(UUID id) {
    return db.sql("select name from organizations where id = ?")
        .param(id)
        .query((row, _) -> row.getString("name"))
        .optional()
        .orElse(null);
  }

  private static boolean isOfPeople(String action) {
    return action.matches("(account|role|session|organization)\\..*");
  }

  private static @Nullable Timestamp start(@Nullable LocalDate day) {
    return day == null ? null : Timestamp.from(day.atStartOfDay(ZONE).toInstant());
  }
}
