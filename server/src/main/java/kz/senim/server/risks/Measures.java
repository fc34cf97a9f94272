package kz.senim.server.risks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The measures of the plan of treatment. */
@Component
@Transactional
public class Measures {

  private final JdbcClient db;
  private final Risks risks;
  private final Audit audit;
  private final Clock clock;

  Measures(JdbcClient db, Risks risks, Audit audit, Clock clock) {
    this.db = db;
    this.risks = risks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those to be done first, then by day. */
  List<Measure> list(UUID risk) {
    return db.sql(
            """
            select id, text, requirement, owner, due, done_on from risk_measures
            where risk_id = ? and archived_at is null order by done_on is not null, due, id
            """)
        .param(risk)
        .query((row, _) -> measure(row))
        .list();
  }

  /**
   * A measure as it is kept.
   *
   * @param archived whether it counts no more
   */
  record Kept(Measure measure, boolean archived) {}

  /** Those that follow that one, archived ones too, in the order of ids. One statement. */
  List<Kept> after(UUID risk, @Nullable UUID after, int most) {
    return db.sql(
            "select * from risk_measures where risk_id = :risk"
                + " and (cast(:after as uuid) is null or id > :after) order by id limit :most")
        .param("risk", risk)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> kept(row))
        .list();
  }

  /**
   * @throws NotFound when the risk has none such
   */
  Kept measure(Risk risk, UUID id) {
    return db.sql("select * from risk_measures where risk_id = ? and id = ?")
        .params(risk.id(), id)
        .query((row, _) -> kept(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(measure(row), row.getTimestamp("archived_at") != null);
  }

  private static Measure measure(ResultSet row) throws SQLException {
    return new Measure(
        row.getObject("id", UUID.class),
        row.getString("text"),
        row.getString("requirement"),
        row.getString("owner"),
        row.getObject("due", LocalDate.class),
        row.getObject("done_on", LocalDate.class));
  }

  public void add(Viewer viewer, Risk risk, Measure measure) {
    viewer.mustWrite(risk.organization());
    db.sql(
            """
            insert into risk_measures (id, risk_id, text, requirement, owner, due, created_at, created_by)
            values (:id, :risk, :text, :requirement, :owner, :due, :at, :by)
            """)
        .param("id", measure.id())
        .param("risk", risk.id())
        .param("text", measure.text())
        .param("requirement", measure.requirement())
        .param("owner", measure.owner())
        .param("due", measure.due())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(risk.organization(), "risk.measure.add", "risk " + risk.id(), measure.toString());
    risks.tell(viewer, risk.organization());
  }

  void done(Viewer viewer, Risk risk, UUID measure, LocalDate day) {
    viewer.mustWrite(risk.organization());
    db.sql(
            """
            update risk_measures set done_on = ?
            where id = ? and risk_id = ? and done_on is null and archived_at is null
            """)
        .params(day, measure, risk.id())
        .update();
    audit.record(risk.organization(), "risk.measure.done", "measure " + measure, day.toString());
    risks.tell(viewer, risk.organization());
  }

  void archive(Viewer viewer, Risk risk, UUID measure, String reason) {
    viewer.mustWrite(risk.organization());
    db.sql(
            """
            update risk_measures set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and risk_id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, measure, risk.id())
        .update();
    audit.record(risk.organization(), "risk.measure.archive", "measure " + measure, reason);
    risks.tell(viewer, risk.organization());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
