package kz.senim.server.risks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.assets.AssetsChanged;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of risks and the plan of their treatment. Each change is told to assessments. */
@Component
@Transactional
public class Risks {

  private static final String RISKS =
      """
      select r.*, m.measures, m.done, m.late,
             (select count(*) from risk_assets x join assets a on a.id = x.asset_id and a.archived_at is null
              where x.risk_id = r.id) as assets
      from risks r
      left join lateral (
        select count(*) as measures, count(done_on) as done,
               count(*) filter (where done_on is null and due < :day) as late
        from risk_measures where risk_id = r.id and archived_at is null) m on true
      """;

  private final JdbcClient db;
  private final RiskFacts facts;
  private final Audit audit;
  private final Clock clock;

  Risks(JdbcClient db, RiskFacts facts, Audit audit, Clock clock) {
    this.db = db;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is typed of a risk; see {@link Risk}. */
  public record Entry(
      String title,
      String threat,
      @Nullable String source,
      @Nullable String vulnerability,
      @Nullable String leakage,
      @Nullable String intruder,
      @Nullable Integer likelihood,
      @Nullable Integer impact,
      @Nullable String treatment,
      @Nullable String reason,
      @Nullable Integer residualLikelihood,
      @Nullable Integer residualImpact,
      @Nullable String owner,
      @Nullable LocalDate reviewOn) {}

  /** Those in the catalogue on the day, the highest rating first. One statement. */
  public List<Risk> list(UUID organization, LocalDate day) {
    return db.sql(
            RISKS
                + """
                where r.organization_id = :organization
                  and (r.created_at at time zone 'Asia/Almaty')::date <= :day
                  and (r.archived_at is null or (r.archived_at at time zone 'Asia/Almaty')::date > :day)
                order by r.likelihood * r.impact desc nulls first, r.title, r.id
                """)
        .param("organization", organization)
        .param("day", day)
        .query((row, _) -> risk(row))
        .list();
  }

  /** Those that follow that one, archived ones too, in the order of ids. One statement. */
  List<Risk> after(UUID organization, @Nullable UUID after, int most, LocalDate day) {
    return db.sql(
            RISKS
                + "where r.organization_id = :organization"
                + " and (cast(:after as uuid) is null or r.id > :after) order by r.id limit :most")
        .param("organization", organization)
        .param("after", after)
        .param("most", most)
        .param("day", day)
        .query((row, _) -> risk(row))
        .list();
  }

  public Risk risk(Viewer viewer, UUID id, LocalDate day) {
    Risk found =
        db.sql(RISKS + "where r.id = :id")
            .param("id", id)
            .param("day", day)
            .query((row, _) -> risk(row))
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /**
   * @throws NotFound when the organisation has none such, or not for the viewer
   */
  Risk risk(Viewer viewer, UUID organization, UUID id, LocalDate day) {
    Risk found = risk(viewer, id, day);
    if (!found.organization().equals(organization)) {
      throw new NotFound();
    }
    return found;
  }

  public UUID add(Viewer viewer, UUID organization, Entry entry) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    write(
            """
            insert into risks
              (id, organization_id, title, threat, source, vulnerability, leakage, intruder, likelihood, impact,
               treatment, reason, residual_likelihood, residual_impact, owner, review_on, created_at, created_by)
            values (:id, :organization, :title, :threat, :source, :vulnerability, :leakage, :intruder,
                    :likelihood, :impact, :treatment, :reason, :residualLikelihood, :residualImpact, :owner,
                    :review, :at, :by)
            """,
            id,
            entry)
        .param("organization", organization)
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "risk.add", "risk " + id, entry.title());
    tell(viewer, organization);
    return id;
  }

  void change(Viewer viewer, Risk risk, Entry entry) {
    viewer.mustWrite(risk.organization());
    write(
            """
            update risks set title = :title, threat = :threat, source = :source,
              vulnerability = :vulnerability, leakage = :leakage, intruder = :intruder,
              likelihood = :likelihood, impact = :impact, treatment = :treatment, reason = :reason,
              residual_likelihood = :residualLikelihood, residual_impact = :residualImpact,
              owner = :owner, review_on = :review
            where id = :id and archived_at is null
            """,
            risk.id(),
            entry)
        .update();
    audit.record(risk.organization(), "risk.change", "risk " + risk.id(), risk + " -> " + entry);
    tell(viewer, risk.organization());
  }

  private JdbcClient.StatementSpec write(String sql, UUID id, Entry entry) {
    return db.sql(sql)
        .param("id", id)
        .param("title", entry.title())
        .param("threat", entry.threat())
        .param("source", entry.source())
        .param("vulnerability", entry.vulnerability())
        .param("leakage", entry.leakage())
        .param("intruder", entry.intruder())
        .param("likelihood", entry.likelihood())
        .param("impact", entry.impact())
        .param("treatment", entry.treatment())
        .param("reason", entry.reason())
        .param("residualLikelihood", entry.residualLikelihood())
        .param("residualImpact", entry.residualImpact())
        .param("owner", entry.owner())
        .param("review", entry.reviewOn());
  }

  void archive(Viewer viewer, Risk risk, String reason) {
    viewer.mustWrite(risk.organization());
    db.sql(
            """
            update risks set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, risk.id())
        .update();
    audit.record(risk.organization(), "risk.archive", "risk " + risk.id(), reason);
    tell(viewer, risk.organization());
  }

  Optional<RiskMethod> method(UUID organization) {
    return db.sql("select * from risk_methods where organization_id = ?")
        .param(organization)
        .query(
            (row, _) ->
                new RiskMethod(
                    row.getString("standard"),
                    row.getBoolean("procedure"),
                    row.getBoolean("by_27005"),
                    row.getObject("acceptable", Integer.class),
                    row.getObject("plan_on", LocalDate.class),
                    row.getString("plan_act")))
        .optional();
  }

  public void setMethod(Viewer viewer, UUID organization, RiskMethod method) {
    viewer.mustWrite(organization);
    db.sql(
            """
            insert into risk_methods values
              (:organization, :standard, :procedure, :by27005, :acceptable, :planOn, :planAct, :at, :by)
            on conflict (organization_id) do update set
              standard = excluded.standard, procedure = excluded.procedure, by_27005 = excluded.by_27005,
              acceptable = excluded.acceptable, plan_on = excluded.plan_on, plan_act = excluded.plan_act,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("organization", organization)
        .param("standard", method.standard())
        .param("procedure", method.procedure())
        .param("by27005", method.by27005())
        .param("acceptable", method.acceptable())
        .param("planOn", method.planOn())
        .param("planAct", method.planAct())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "risk.method", "organization " + organization, method.toString());
    tell(viewer, organization);
  }

  /** An asset put away is covered by no risk any more. */
  @EventListener
  void on(AssetsChanged changed) {
    boolean any =
        db.sql("select exists (select 1 from risks where organization_id = ?)")
            .param(changed.organization())
            .query(Boolean.class)
            .single();
    if (any) {
      tell(changed.viewer(), changed.organization());
    }
  }

  void tell(Viewer viewer, UUID organization) {
    LocalDate today = LocalDate.now(clock);
    int covered =
        db.sql(
                """
                select count(distinct x.asset_id) from risk_assets x
                join assets a on a.id = x.asset_id and a.archived_at is null
                join risks r on r.id = x.risk_id and r.archived_at is null
                where r.organization_id = ?
                """)
            .param(organization)
            .query(Integer.class)
            .single();
    facts.tell(
        viewer,
        organization,
        list(organization, today),
        method(organization).orElse(null),
        covered,
        today);
  }

  private static Risk risk(ResultSet row) throws SQLException {
    return new Risk(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("title"),
        row.getString("threat"),
        row.getString("source"),
        row.getString("vulnerability"),
        row.getString("leakage"),
        row.getString("intruder"),
        row.getObject("likelihood", Integer.class),
        row.getObject("impact", Integer.class),
        row.getString("treatment"),
        row.getString("reason"),
        row.getObject("residual_likelihood", Integer.class),
        row.getObject("residual_impact", Integer.class),
        row.getString("owner"),
        row.getObject("review_on", LocalDate.class),
        row.getInt("assets"),
        row.getInt("measures"),
        row.getInt("done"),
        row.getInt("late"),
        row.getTimestamp("archived_at") != null);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
