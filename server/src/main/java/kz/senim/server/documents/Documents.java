package kz.senim.server.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.staff.Staff;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents on information security that exist. Each change is told to the assessments. */
@Component
@Transactional
public class Documents {

  private static final String DOCUMENTS =
      """
      select d.*, (d.created_at at time zone 'Asia/Almaty')::date as created_on,
             (d.archived_at at time zone 'Asia/Almaty')::date as archived_on,
             (select max(reviewed_on) from document_reviews where document_id = d.id and reviewed_on <= :day)
               as reviewed_on,
             (select count(*) from document_acquaintances a join staff_members m on m.id = a.member_id
              where a.document_id = d.id and a.acquainted <= :day and m.archived_at is null
                and (m.joined_on is null or m.joined_on <= :day) and (m.left_on is null or m.left_on >= :day))
               as acquainted
      from security_documents d
      """;

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final DocumentFacts facts;
  private final Staff staff;
  private final Audit audit;
  private final Clock clock;

  Documents(
      JdbcClient db,
      JdbcTemplate batch,
      DocumentFacts facts,
      Staff staff,
      Audit audit,
      Clock clock) {
    this.db = db;
    this.batch = batch;
    this.facts = facts;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is typed of a document; see {@link SecurityDocument}. */
  public record Entry(
      int level,
      @Nullable String kind,
      String title,
      @Nullable String owner,
      @Nullable LocalDate approvedOn,
      @Nullable String act,
      boolean inKazakh,
      boolean inRussian,
      List<String> contents,
      @Nullable String place) {}

  /** All documents that were ever entered, also archived ones. One statement. */
  public List<SecurityDocument> list(UUID organization, LocalDate day) {
    return db.sql(
            DOCUMENTS + "where d.organization_id = :organization order by d.level, d.title, d.id")
        .param("day", day)
        .param("organization", organization)
        .query((row, _) -> document(row))
        .list();
  }

  /** Those that follow that one, archived ones too, in the order of ids. One statement. */
  List<SecurityDocument> after(UUID organization, @Nullable UUID after, int most, LocalDate day) {
    return db.sql(
            DOCUMENTS
                + "where d.organization_id = :organization"
                + " and (cast(:after as uuid) is null or d.id > :after) order by d.id limit :most")
        .param("day", day)
        .param("organization", organization)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> document(row))
        .list();
  }

  public SecurityDocument document(Viewer viewer, UUID id, LocalDate day) {
    SecurityDocument found =
        db.sql(DOCUMENTS + "where d.id = :id")
            .param("day", day)
            .param("id", id)
            .query((row, _) -> document(row))
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /**
   * @throws NotFound when the organisation has none such, or not for the viewer
   */
  SecurityDocument document(Viewer viewer, UUID organization, UUID id, LocalDate day) {
    SecurityDocument found = document(viewer, id, day);
    if (!found.organization().equals(organization)) {
      throw new NotFound();
    }
    return found;
  }

  /** Somebody who was made acquainted with a document. */
  record Acquainted(UUID member, String name, LocalDate day) {}

  /** Those who follow that one, in the order of ids. One statement. */
  List<Acquainted> acquaintedAfter(UUID document, @Nullable UUID after, int most) {
    return db.sql(
            """
            select m.id, m.name, a.acquainted from document_acquaintances a
            join staff_members m on m.id = a.member_id and m.archived_at is null
            where a.document_id = :document and (cast(:after as uuid) is null or m.id > :after)
            order by m.id limit :most
            """)
        .param("document", document)
        .param("after", after)
        .param("most", most)
        .query(
            (row, _) ->
                new Acquainted(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("acquainted", LocalDate.class)))
        .list();
  }

  List<UUID> acquainted(UUID document) {
    return db.sql("select member_id from document_acquaintances where document_id = ?")
        .param(document)
        .query((row, _) -> row.getObject("member_id", UUID.class))
        .list();
  }

  public UUID add(Viewer viewer, UUID organization, Entry entry) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    write(
            """
            insert into security_documents
              (id, organization_id, level, kind, title, owner, approved_on, act, in_kazakh, in_russian,
               contents, place, created_at, created_by)
            values (:id, :organization, :level, :kind, :title, :owner, :approved, :act, :kk, :ru,
                    :contents, :place, :at, :by)
            """,
            id,
            entry)
        .param("organization", organization)
        .param("level", entry.level())
        .param("kind", entry.kind())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(organization, "document.add", "document " + id, entry.title());
    refresh(viewer, organization);
    return id;
  }

  void change(Viewer viewer, SecurityDocument document, Entry entry) {
    viewer.mustWrite(document.organization());
    write(
            """
            update security_documents set title = :title, owner = :owner, approved_on = :approved, act = :act,
              in_kazakh = :kk, in_russian = :ru, contents = :contents, place = :place
            where id = :id and archived_at is null
            """,
            document.id(),
            entry)
        .update();
    audit.record(
        document.organization(),
        "document.change",
        "document " + document.id(),
        document + " -> " + entry);
    refresh(viewer, document.organization());
  }

  private JdbcClient.StatementSpec write(String sql, UUID id, Entry entry) {
    return db.sql(sql)
        .param("id", id)
        .param("title", entry.title())
        .param("owner", entry.owner())
        .param("approved", entry.approvedOn())
        .param("act", entry.act())
        .param("kk", entry.inKazakh())
        .param("ru", entry.inRussian())
        .param("contents", entry.contents().toArray(new String[0]))
        .param("place", entry.place());
  }

  /** Notes that people were made acquainted; who was before keeps the day. */
  public void acquaint(
      Viewer viewer, SecurityDocument document, Collection<UUID> members, LocalDate day) {
    viewer.mustWrite(document.organization());
    batch.batchUpdate(
        """
        insert into document_acquaintances
        select ?, m.id, ?, ?, ? from staff_members m where m.id = ? and m.organization_id = ?
        on conflict do nothing
        """,
        members.stream()
            .map(
                m ->
                    new Object[] {
                      document.id(), day, now(), viewer.account(), m, document.organization()
                    })
            .toList());
    audit.record(
        document.organization(),
        "document.acquaint",
        "document " + document.id(),
        day + ": " + members.size());
    refresh(viewer, document.organization());
  }

  void archive(Viewer viewer, SecurityDocument document, String reason) {
    viewer.mustWrite(document.organization());
    db.sql(
            """
            update security_documents set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, document.id())
        .update();
    audit.record(document.organization(), "document.archive", "document " + document.id(), reason);
    refresh(viewer, document.organization());
  }

  void refresh(Viewer viewer, UUID organization) {
    LocalDate today = LocalDate.now(clock);
    facts.tell(viewer, organization, list(organization, today), today);
    staff.refresh(viewer, organization);
  }

  private static SecurityDocument document(ResultSet row) throws SQLException {
    return new SecurityDocument(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getInt("level"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("owner"),
        row.getObject("approved_on", LocalDate.class),
        row.getString("act"),
        row.getBoolean("in_kazakh"),
        row.getBoolean("in_russian"),
        List.of((String[]) row.getArray("contents").getArray()),
        row.getString("place"),
        row.getObject("created_on", LocalDate.class),
        row.getObject("archived_on", LocalDate.class),
        row.getObject("reviewed_on", LocalDate.class),
        row.getInt("acquainted"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
