package kz.senim.server.assets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inventory of assets. Each change is told to the assessments (paragraph 36). */
@Component
@Transactional
public class Assets {

  private static final String ASSETS =
      "select a.*, o.name as object_name from assets a left join objects o on o.id = a.object_id ";

  private static final String STOOD =
      """
       a.organization_id = :organization
        and (a.created_at at time zone 'Asia/Almaty')::date <= :day
        and (a.archived_at is null or (a.archived_at at time zone 'Asia/Almaty')::date > :day)
      """;

  private static final String FILTER =
      """
        and (:words = '' or a.name ilike :like or a.code ilike :like or a.owner ilike :like or a.supplier ilike :like)
        and (:kind = '' or a.kind = :kind)
        and (cast(:object as uuid) is null or a.object_id = :object)
        and (cast(:worth as int) is null or greatest(a.confidentiality, a.integrity, a.availability) = :worth)
        and case :lacks
              when 'class' then a.confidentiality is null or a.integrity is null or a.availability is null
              when 'marking' then a.marking is null
              when 'owner' then a.owner is null or a.responsibility is null
              when 'object' then a.object_id is null
              else true end
      """;

  private static final String COUNTS =
      """
      select count(*) as listed,
             count(*) filter (where confidentiality is not null and integrity is not null
               and availability is not null) as classified,
             count(*) filter (where marking is not null) as labelled,
             count(*) filter (where owner is not null and responsibility is not null) as assigned
      from assets a where
      """;

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final OrganizationFacts facts;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Assets(
      JdbcClient db,
      JdbcTemplate batch,
      OrganizationFacts facts,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.batch = batch;
    this.facts = facts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** How many assets there are, and of how many something is told. */
  public record Counts(int listed, int classified, int labelled, int assigned) {}

  public Counts count(UUID organization, LocalDate day) {
    return db.sql(COUNTS + STOOD)
        .param("organization", organization)
        .param("day", day)
        .query(
            (row, _) ->
                new Counts(
                    row.getInt("listed"),
                    row.getInt("classified"),
                    row.getInt("labelled"),
                    row.getInt("assigned")))
        .single();
  }

  public int countFound(UUID organization, AssetFilter filter, LocalDate day) {
    return filtered(
            "select count(*) from assets a where " + STOOD + FILTER, organization, filter, day)
        .query(Integer.class)
        .single();
  }

  /**
   * Assets by name. One statement; equally quick on the first page and on the last.
   *
   * @param after the last asset of the page before; null for the first page
   */
  public List<Asset> list(
      UUID organization, AssetFilter filter, @Nullable UUID after, int most, LocalDate day) {
    return filtered(
            ASSETS
                + "where "
                + STOOD
                + FILTER
                + """
                and (cast(:after as uuid) is null
                     or (a.name, a.id) > (select name, id from assets where id = :after and organization_id = :organization))
                order by a.name, a.id limit :most
                """,
            organization,
            filter,
            day)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> asset(row))
        .list();
  }

  /** Those that follow that one, archived ones too, in the order of ids. One statement. */
  List<Asset> after(UUID organization, AssetFilter filter, @Nullable UUID after, int most) {
    return filtered(
            ASSETS
                + "where a.organization_id = :organization\n"
                + FILTER
                + " and (cast(:after as uuid) is null or a.id > :after) order by a.id limit :most",
            organization,
            filter)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> asset(row))
        .list();
  }

  private JdbcClient.StatementSpec filtered(
      String sql, UUID organization, AssetFilter filter, LocalDate day) {
    return filtered(sql, organization, filter).param("day", day);
  }

  private JdbcClient.StatementSpec filtered(String sql, UUID organization, AssetFilter filter) {
    String words = filter.words().strip();
    return db.sql(sql)
        .param("organization", organization)
        .param("words", words)
        .param(
            "like", "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("kind", filter.kind())
        .param("object", filter.object())
        .param("worth", filter.worth())
        .param("lacks", filter.lacks());
  }

  Asset asset(Viewer viewer, UUID id) {
    Asset found =
        db.sql(ASSETS + "where a.id = ?")
            .param(id)
            .query((row, _) -> asset(row))
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /**
   * @throws NotFound when the organisation has none such, or not for the viewer
   */
  Asset asset(Viewer viewer, UUID organization, UUID id) {
    Asset found = asset(viewer, id);
    if (!found.organization().equals(organization)) {
      throw new NotFound();
    }
    return found;
  }

  /** The assets that have these numbers today, by number. One statement. */
  Map<String, Asset> byCode(UUID organization, Collection<String> codes) {
    Map<String, Asset> found = new HashMap<>();
    db.sql(
            ASSETS
                + "where a.organization_id = :organization and a.archived_at is null and a.code ="
                + " any(:codes)")
        .param("organization", organization)
        .param("codes", codes.toArray(new String[0]))
        .query((row, _) -> asset(row))
        .list()
        .forEach(asset -> found.put(asset.code(), asset));
    return found;
  }

  public UUID add(Viewer viewer, UUID organization, AssetEntry entry) {
    take(viewer, organization, List.of(entry));
    audit.record(organization, "asset.add", "asset " + entry.code(), entry.name());
    return db.sql(
            "select id from assets where organization_id = ? and code = ? and archived_at is null")
        .params(organization, entry.code())
        .query(UUID.class)
        .single();
  }

  void change(Viewer viewer, Asset asset, AssetEntry entry) {
    viewer.mustWrite(asset.organization());
    db.sql(
            """
            update assets set code = :code, name = :name, kind = :kind, version = :version,
              supplier = :supplier, place = :place, object_id = :object, confidentiality = :c,
              integrity = :i, availability = :a, marking = :marking, owner = :owner,
              responsibility = :responsibility
            where id = :id and archived_at is null
            """)
        .param("id", asset.id())
        .param("code", entry.code())
        .param("name", entry.name())
        .param("kind", entry.kind())
        .param("version", entry.version())
        .param("supplier", entry.supplier())
        .param("place", entry.place())
        .param("object", entry.object())
        .param("c", entry.confidentiality())
        .param("i", entry.integrity())
        .param("a", entry.availability())
        .param("marking", entry.marking())
        .param("owner", entry.owner())
        .param("responsibility", entry.responsibility())
        .update();
    audit.record(
        asset.organization(), "asset.change", "asset " + asset.id(), asset + " -> " + entry);
    tell(viewer, asset.organization());
  }

  void archive(Viewer viewer, Asset asset, String reason) {
    viewer.mustWrite(asset.organization());
    db.sql(
            """
            update assets set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, asset.id())
        .update();
    audit.record(asset.organization(), "asset.archive", "asset " + asset.id(), reason);
    tell(viewer, asset.organization());
  }

  /** Adds what is new and completes what is there; what an entry leaves empty stays as it is. */
  public void take(Viewer viewer, UUID organization, List<AssetEntry> entries) {
    viewer.mustWrite(organization);
    Timestamp at = now();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AssetEntry e : entries) {
      rows.add(
          new @Nullable Object[] {
            UUID.randomUUID(),
            organization,
            e.code(),
            e.name(),
            e.kind(),
            e.version(),
            e.supplier(),
            e.place(),
            e.object(),
            e.confidentiality(),
            e.integrity(),
            e.availability(),
            e.marking(),
            e.owner(),
            e.responsibility(),
            at,
            viewer.account()
          });
    }
    batch.batchUpdate(
        """
        insert into assets
          (id, organization_id, code, name, kind, version, supplier, place, object_id, confidentiality,
           integrity, availability, marking, owner, responsibility, created_at, created_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (organization_id, code) where archived_at is null do update set
          name = excluded.name, kind = excluded.kind,
          version = coalesce(excluded.version, assets.version),
          supplier = coalesce(excluded.supplier, assets.supplier),
          place = coalesce(excluded.place, assets.place),
          object_id = coalesce(excluded.object_id, assets.object_id),
          confidentiality = coalesce(excluded.confidentiality, assets.confidentiality),
          integrity = coalesce(excluded.integrity, assets.integrity),
          availability = coalesce(excluded.availability, assets.availability),
          marking = coalesce(excluded.marking, assets.marking),
          owner = coalesce(excluded.owner, assets.owner),
          responsibility = coalesce(excluded.responsibility, assets.responsibility)
        """,
        rows);
    tell(viewer, organization);
  }

  private void tell(Viewer viewer, UUID organization) {
    LocalDate today = LocalDate.now(clock);
    Counts counts = count(organization, today);
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("assets.listed", (double) counts.listed());
    told.put("assets.classified", (double) counts.classified());
    told.put("assets.labelled", (double) counts.labelled());
    told.put("assets.assigned", (double) counts.assigned());
    facts.tell(viewer, organization, "assets.reference", today, told);
    events.publishEvent(new AssetsChanged(viewer, organization));
  }

  private static Asset asset(ResultSet row) throws SQLException {
    return new Asset(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getString("kind"),
        row.getString("version"),
        row.getString("supplier"),
        row.getString("place"),
        row.getObject("object_id", UUID.class),
        row.getString("object_name"),
        row.getObject("confidentiality", Integer.class),
        row.getObject("integrity", Integer.class),
        row.getObject("availability", Integer.class),
        row.getString("marking"),
        row.getString("owner"),
        row.getString("responsibility"),
        row.getTimestamp("archived_at") != null);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
