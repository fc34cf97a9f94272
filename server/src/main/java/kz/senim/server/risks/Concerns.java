package kz.senim.server.risks;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which assets a risk concerns. */
@Component
@Transactional
public class Concerns {

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final Risks risks;
  private final Audit audit;

  Concerns(JdbcClient db, JdbcTemplate batch, Risks risks, Audit audit) {
    this.db = db;
    this.batch = batch;
    this.risks = risks;
    this.audit = audit;
  }

  /** An asset that a risk concerns. */
  public record Concerned(UUID id, String code, String name) {}

  /** The assets that follow that one, in the order of ids. One statement. */
  List<Concerned> after(UUID risk, @Nullable UUID after, int most) {
    return db.sql(
            """
            select a.id, a.code, a.name from risk_assets x
            join assets a on a.id = x.asset_id and a.archived_at is null
            where x.risk_id = :risk and (cast(:after as uuid) is null or a.id > :after)
            order by a.id limit :most
            """)
        .param("risk", risk)
        .param("after", after)
        .param("most", most)
        .query(
            (row, _) ->
                new Concerned(
                    row.getObject("id", UUID.class), row.getString("code"), row.getString("name")))
        .list();
  }

  /** Those of the ids that are the organisation's assets, not put away. One statement. */
  Set<UUID> assetsOf(UUID organization, Collection<UUID> ids) {
    return Set.copyOf(
        db.sql(
                "select id from assets where id = any(?) and organization_id = ? and archived_at is"
                    + " null")
            .params(ids.toArray(UUID[]::new), organization)
            .query(UUID.class)
            .list());
  }

  /** By name. */
  List<Concerned> of(UUID risk, int most) {
    return db.sql(
            """
            select a.id, a.code, a.name from risk_assets x
            join assets a on a.id = x.asset_id and a.archived_at is null
            where x.risk_id = ? order by a.name, a.id limit ?
            """)
        .params(risk, most)
        .query(
            (row, _) ->
                new Concerned(
                    row.getObject("id", UUID.class), row.getString("code"), row.getString("name")))
        .list();
  }

  /** Assets that are not the organisation's are passed over. */
  public void add(Viewer viewer, Risk risk, Collection<UUID> assets) {
    viewer.mustWrite(risk.organization());
    batch.batchUpdate(
        """
        insert into risk_assets
        select ?, a.id from assets a where a.id = ? and a.organization_id = ? and a.archived_at is null
        on conflict do nothing
        """,
        assets.stream().map(a -> new Object[] {risk.id(), a, risk.organization()}).toList());
    audit.record(risk.organization(), "risk.concern", "risk " + risk.id(), "" + assets.size());
    risks.tell(viewer, risk.organization());
  }

  /** Whether it did concern the asset. */
  boolean remove(Viewer viewer, Risk risk, UUID asset) {
    viewer.mustWrite(risk.organization());
    int released =
        db.sql("delete from risk_assets where risk_id = ? and asset_id = ?")
            .params(risk.id(), asset)
            .update();
    if (released == 1) {
      audit.record(risk.organization(), "risk.release", "risk " + risk.id(), "asset " + asset);
      risks.tell(viewer, risk.organization());
    }
    return released == 1;
  }
}
