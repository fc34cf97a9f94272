package kz.senim.server.objects;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations and their objects. Nothing is deleted: archived with who, when and why. */
@Component
@Transactional
public class Objects {

  /** More organisations than this are found by name, not chosen from a list. */
  private static final int MANY = 100;

  private static final int LONGEST_WORDS = 200;

  private static final String ORGANIZATIONS =
      "select id, name, bin, archived_at is not null as archived from organizations ";
  private static final String OBJECTS =
      "select id, organization_id, name, code, archived_at is not null as archived from objects ";
  private static final RowMapper<Organization> ORGANIZATION =
      (row, _) ->
          new Organization(
              row.getObject("id", UUID.class),
              row.getString("name"),
              row.getString("bin"),
              row.getBoolean("archived"));
  private static final RowMapper<InformatizationObject> OBJECT =
      (row, _) ->
          new InformatizationObject(
              row.getObject("id", UUID.class),
              row.getObject("organization_id", UUID.class),
              row.getString("name"),
              row.getString("code"),
              row.getBoolean("archived"));

  private final JdbcClient db;
  private final Standings standings;
  private final Audit audit;
  private final Clock clock;

  Objects(JdbcClient db, Standings standings, Audit audit, Clock clock) {
    this.db = db;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The organisation, for one of its people.
   *
   * @throws NotFound when there is none, or not for them
   */
  public Organization organization(Viewer viewer, UUID id) {
    viewer.mustRead(id);
    return db.sql(ORGANIZATIONS + "where id = ?")
        .param(id)
        .query(ORGANIZATION)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The organisations that are not archived, by name. */
  public List<Organization> organizations(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return db.sql(ORGANIZATIONS + "where id in (:ids) and archived_at is null order by name, id")
        .param("ids", ids)
        .query(ORGANIZATION)
        .list();
  }

  /**
   * Which of the viewer's organisations a list is about.
   *
   * @param wanted those it is about
   * @param options those one may choose from; of many only the one chosen, as the others are found
   *     by words in their names
   */
  public record Choice(Within wanted, List<Organization> options, boolean many) {}

  /**
   * Words in names as they were typed, without spaces around them and no longer than is sensible.
   */
  public static String words(@Nullable String typed) {
    String words = typed == null ? "" : typed.strip();
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
  }

  /**
   * The chosen organisation; without one those whose name holds the words, where the viewer has too
   * many to choose from, else all.
   *
   * @throws NotFound when the chosen one is not theirs
   */
  public Choice choose(Viewer viewer, @Nullable UUID chosen, String words) {
    Set<UUID> theirs = viewer.roles().keySet();
    boolean many = theirs.size() > MANY;
    if (chosen != null) {
      viewer.mustRead(chosen);
      return new Choice(Within.one(chosen), organizations(many ? List.of(chosen) : theirs), many);
    }
    Within wanted =
        many && !words.isEmpty() ? Within.these(named(theirs, words)) : Within.all(viewer);
    return new Choice(wanted, many ? List.of() : organizations(theirs), many);
  }

  private List<UUID> named(Collection<UUID> ids, String words) {
    return db.sql("select id from organizations where id = any(:ids) and name ilike :words")
        .param("ids", ids.toArray(UUID[]::new))
        .param("words", "%" + pattern(words) + "%")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Those of the organisations that follow that one, archived ones too, in the order of ids. */
  List<Organization> organizationsAfter(Collection<UUID> ids, @Nullable UUID after, int most) {
    return ids.isEmpty()
        ? List.of()
        : db.sql(
                ORGANIZATIONS
                    + "where id in (:ids) and (cast(:after as uuid) is null or id > :after)"
                    + " order by id limit :most")
            .param("ids", ids)
            .param("after", after)
            .param("most", most)
            .query(ORGANIZATION)
            .list();
  }

  /** The organisation's objects that follow that one, archived ones too, in the order of ids. */
  List<InformatizationObject> objectsAfter(UUID organization, @Nullable UUID after, int most) {
    return db.sql(
            OBJECTS
                + "where organization_id = :organization"
                + " and (cast(:after as uuid) is null or id > :after) order by id limit :most")
        .param("organization", organization)
        .param("after", after)
        .param("most", most)
        .query(OBJECT)
        .list();
  }

  /** Whosever it is: a number is taken once. */
  public Optional<Organization> findByBin(String bin) {
    return Scope.system(
        () -> db.sql(ORGANIZATIONS + "where bin = ?").param(bin).query(ORGANIZATION).optional());
  }

  /** The name and number of an organisation are checked by whoever asks for it. */
  public UUID addOrganization(Viewer viewer, String name, @Nullable String bin) {
    UUID id = UUID.randomUUID();
    // Nobody is in it yet.
    Scope.system(() -> addOrganization(viewer, id, name, bin));
    return id;
  }

  private void addOrganization(Viewer viewer, UUID id, String name, @Nullable String bin) {
    db.sql(
            """
            insert into organizations (id, name, bin, created_at, created_by)
            values (:id, :name, :bin, :at, :by)
            """)
        .param("id", id)
        .param("name", name.strip())
        .param("bin", bin)
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(id, "organization.add", "organization " + id, name);
  }

  /**
   * The object, for one of its organisation's people.
   *
   * @throws NotFound when there is none, or not for them
   */
  public InformatizationObject object(Viewer viewer, UUID id) {
    InformatizationObject found =
        db.sql(OBJECTS + "where id = ?")
            .param(id)
            .query(OBJECT)
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /** As {@link #object}, for one who means to change it. */
  public InformatizationObject objectToChange(Viewer viewer, UUID id) {
    InformatizationObject found = object(viewer, id);
    viewer.mustWrite(found.organization());
    return found;
  }

  /** The organisation's objects that are not archived, by name. */
  public List<InformatizationObject> list(UUID organization) {
    return db.sql(OBJECTS + "where organization_id = ? and archived_at is null order by name, id")
        .param(organization)
        .query(OBJECT)
        .list();
  }

  /**
   * A page of an organisation's objects, by name.
   *
   * @param total how many there are on all pages
   */
  public record Page(List<InformatizationObject> objects, int total) {}

  /** Those of the organisation's objects whose name or number holds the words. One statement. */
  public Page page(UUID organization, String words, int from, int most) {
    List<InformatizationObject> found = new ArrayList<>();
    int[] total = {0};
    db.sql(
            """
            with found as materialized (
              select id, organization_id, name, code, false as archived from objects
              where organization_id = :organization and archived_at is null
                and (:words = '' or name ilike '%' || :words || '%' or code ilike '%' || :words || '%'))
            select t.total, p.* from (select count(*) as total from found) t
            left join (select * from found order by name, id limit :most offset :from) p on true
            order by p.name, p.id
            """)
        .param("organization", organization)
        .param("words", pattern(words))
        .param("from", from)
        .param("most", most)
        .query(
            row -> {
              total[0] = row.getInt("total");
              if (row.getObject("id") != null) {
                found.add(java.util.Objects.requireNonNull(OBJECT.mapRow(row, found.size())));
              }
            });
    return new Page(found, total[0]);
  }

  private static String pattern(String words) {
    return words.replaceAll("([%_\\\\])", "\\\\$1");
  }

  /**
   * The objects of the organisations that are not archived, by name.
   *
   * @param most how many at most
   */
  public List<InformatizationObject> list(Collection<UUID> organizations, int most) {
    return db.sql(
            OBJECTS
                + "where organization_id = any(:ids) and archived_at is null order by name, id"
                + " limit :most")
        .param("ids", organizations.toArray(UUID[]::new))
        .param("most", most)
        .query(OBJECT)
        .list();
  }

  /**
   * The ids of organisations after that one, in order, for going through all of them bit by bit.
   *
   * @param after null to begin
   */
  public List<UUID> after(@Nullable UUID after, int most) {
    return db.sql(
            """
            select id from organizations
            where archived_at is null and (cast(:after as uuid) is null or id > :after)
            order by id limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  public UUID add(Viewer viewer, UUID organization, String name, @Nullable String code) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into objects (id, organization_id, name, code, created_at, created_by)
            values (:id, :organization, :name, :code, :at, :by)
            """)
        .param("id", id)
        .param("organization", organization)
        .param("name", name.strip())
        .param("code", code == null || code.isBlank() ? null : code.strip())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "object.add", "object " + id, name);
    return id;
  }

  /** Puts the object away; it can be read still, and counts nowhere. */
  public void archive(Viewer viewer, UUID id, String reason) {
    InformatizationObject object = objectToChange(viewer, id);
    db.sql(
            """
            update objects set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason.strip(), id)
        .update();
    standings.rollUp(List.of(object.organization()), LocalDate.now(clock));
    audit.record(object.organization(), "object.archive", "object " + id, reason);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
