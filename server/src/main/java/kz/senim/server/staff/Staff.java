package kz.senim.server.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of staff. Nobody is deleted: who was entered by mistake is archived. */
@Component
@Transactional
public class Staff {

  private static final String MEMBERS =
      """
      select m.*, t.course_on, coalesce(t.trainings, 0) as trainings
      from staff_members m
      left join lateral (
        select max(finished_on) filter (where kind = 'security-course' and certificate is not null
                 and finished_on <= :day) as course_on,
               count(*) as trainings
        from staff_trainings where member_id = m.id and archived_at is null) t on true
      """;

  private final JdbcClient db;
  private final Audit audit;
  private final StaffFacts facts;
  private final Clock clock;

  Staff(JdbcClient db, Audit audit, StaffFacts facts, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /** What is typed of somebody; see {@link StaffMember}. */
  public record Entry(
      String name,
      String post,
      String duty,
      @Nullable LocalDate joinedOn,
      @Nullable LocalDate leftOn,
      @Nullable LocalDate accessRevokedOn) {}

  /** Everybody who is not archived, by name, with their courses up to the day. One statement. */
  public List<StaffMember> list(Viewer viewer, UUID organization, LocalDate day) {
    viewer.mustRead(organization);
    return list(organization, day);
  }

  private List<StaffMember> list(UUID organization, LocalDate day) {
    return db.sql(
            MEMBERS
                + """
                where m.organization_id = :organization and m.archived_at is null
                order by m.name, m.id
                """)
        .param("day", day)
        .param("organization", organization)
        .query((row, _) -> member(row))
        .list();
  }

  /**
   * @throws NotFound when there is none, or not for the viewer
   */
  public StaffMember member(Viewer viewer, UUID id, LocalDate day) {
    StaffMember found =
        db.sql(MEMBERS + "where m.id = :id")
            .param("day", day)
            .param("id", id)
            .query((row, _) -> member(row))
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /**
   * @throws NotFound when the organisation has none such, or not for the viewer
   */
  StaffMember member(Viewer viewer, UUID organization, UUID id, LocalDate day) {
    StaffMember found = member(viewer, id, day);
    if (!found.organization().equals(organization)) {
      throw new NotFound();
    }
    return found;
  }

  /** Those who follow that one, archived ones too, in the order of ids. One statement. */
  List<StaffMember> after(UUID organization, @Nullable UUID after, int most, LocalDate day) {
    return db.sql(
            MEMBERS
                + "where m.organization_id = :organization"
                + " and (cast(:after as uuid) is null or m.id > :after) order by m.id limit :most")
        .param("day", day)
        .param("organization", organization)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> member(row))
        .list();
  }

  /** Whether everybody who works there is listed, so that the counts hold. */
  public boolean isComplete(UUID organization) {
    return db.sql("select complete from staff_registers where organization_id = ?")
        .param(organization)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  public void setComplete(Viewer viewer, UUID organization, boolean complete) {
    viewer.mustWrite(organization);
    db.sql(
            """
            insert into staff_registers values (?, ?, ?, ?)
            on conflict (organization_id) do update set
              complete = excluded.complete, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .params(organization, complete, now(), viewer.account())
        .update();
    audit.record(organization, "staff.complete", "organization " + organization, "" + complete);
    refresh(viewer, organization);
  }

  public UUID add(Viewer viewer, UUID organization, Entry entry) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into staff_members
              (id, organization_id, name, post, duty, joined_on, left_on, access_revoked_on, created_at, created_by)
            values (:id, :organization, :name, :post, :duty, :joined, :left, :revoked, :at, :by)
            """)
        .param("id", id)
        .param("organization", organization)
        .param("name", entry.name())
        .param("post", entry.post())
        .param("duty", entry.duty())
        .param("joined", entry.joinedOn())
        .param("left", entry.leftOn())
        .param("revoked", entry.accessRevokedOn())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "staff.add", "staff " + id, entry.name());
    refresh(viewer, organization);
    return id;
  }

  void change(Viewer viewer, StaffMember member, Entry entry) {
    viewer.mustWrite(member.organization());
    db.sql(
            """
            update staff_members set name = :name, post = :post, duty = :duty, joined_on = :joined,
              left_on = :left, access_revoked_on = :revoked
            where id = :id
            """)
        .param("id", member.id())
        .param("name", entry.name())
        .param("post", entry.post())
        .param("duty", entry.duty())
        .param("joined", entry.joinedOn())
        .param("left", entry.leftOn())
        .param("revoked", entry.accessRevokedOn())
        .update();
    audit.record(
        member.organization(), "staff.change", "staff " + member.id(), member + " -> " + entry);
    refresh(viewer, member.organization());
  }

  void archive(Viewer viewer, StaffMember member, String reason) {
    viewer.mustWrite(member.organization());
    db.sql(
            """
            update staff_members set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, member.id())
        .update();
    audit.record(member.organization(), "staff.archive", "staff " + member.id(), reason);
    refresh(viewer, member.organization());
  }

  /** Tells the assessments what the register says now; also called when documents change. */
  public void refresh(Viewer viewer, UUID organization) {
    LocalDate today = LocalDate.now(clock);
    facts.tell(
        viewer,
        organization,
        list(organization, today),
        kinds(organization),
        isComplete(organization),
        today);
  }

  private Collection<String> kinds(UUID organization) {
    return db.sql(
            """
            select distinct t.kind from staff_trainings t join staff_members m on m.id = t.member_id
            where m.organization_id = ? and t.archived_at is null and m.archived_at is null
            """)
        .param(organization)
        .query((row, _) -> row.getString("kind"))
        .list();
  }

  private static StaffMember member(ResultSet row) throws SQLException {
    return new StaffMember(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("name"),
        row.getString("post"),
        row.getString("duty"),
        row.getObject("joined_on", LocalDate.class),
        row.getObject("left_on", LocalDate.class),
        row.getObject("access_revoked_on", LocalDate.class),
        row.getObject("course_on", LocalDate.class),
        row.getInt("trainings"),
        row.getTimestamp("archived_at") != null);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
