package kz.senim.server.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.audit.Audit;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which requirements a piece of evidence serves: of one object, or of all the organisation's. */
@Component
@Transactional
public class Links {

  private final JdbcClient db;
  private final Objects objects;
  private final LawBook book;
  private final Audit audit;
  private final Clock clock;

  Links(JdbcClient db, Objects objects, LawBook book, Audit audit, Clock clock) {
    this.db = db;
    this.objects = objects;
    this.book = book;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A piece that serves a requirement.
   *
   * @param shared whether for all the organisation's objects
   */
  public record Proof(Piece piece, long link, boolean shared) {}

  /** A piece that could be attached. */
  public record Choice(UUID id, String kind, String title) {}

  /** What the piece serves, in no order of the law. One statement. */
  public List<Link> of(Piece piece) {
    return db.sql(
            """
            select l.id, l.requirement, l.object_id, o.name as object_name
            from evidence_links l left join objects o on o.id = l.object_id
            where l.evidence_id = ? and l.removed_at is null
            order by l.requirement, o.name nulls first, l.id
            """)
        .param(piece.id())
        .query(
            (row, _) ->
                new Link(
                    row.getLong("id"),
                    row.getString("requirement"),
                    row.getObject("object_id", UUID.class),
                    row.getString("object_name")))
        .list();
  }

  /** The pieces that serve a requirement of an object. One statement. */
  public List<Proof> proofs(UUID organization, UUID object, String requirement, LocalDate day) {
    return db.sql(
            "select p.*, k.id as link, k.object_id from ("
                + Evidence.PIECES
                + """
                where e.organization_id = :organization and e.archived_at is null) p
                join evidence_links k on k.evidence_id = p.id
                where k.removed_at is null and k.requirement = :requirement
                  and (k.object_id is null or k.object_id = :object)
                order by p.title, p.id, k.id
                """)
        .param("organization", organization)
        .param("object", object)
        .param("requirement", requirement)
        .param("day", day)
        .query(
            (row, _) ->
                new Proof(
                    Evidence.piece(row),
                    row.getLong("link"),
                    row.getObject("object_id", UUID.class) == null))
        .list();
  }

  /** The pieces in use of an organisation, newest first, at most 500. One statement. */
  public List<Choice> choices(UUID organization) {
    return db.sql(
            """
            select id, kind, title from evidence
            where organization_id = ? and archived_at is null order by created_at desc, id limit 500
            """)
        .param(organization)
        .query(
            (row, _) ->
                new Choice(
                    row.getObject("id", UUID.class), row.getString("kind"), row.getString("title")))
        .list();
  }

  /**
   * Says that pieces serve requirements; what they serve already stays.
   *
   * @param object null for all the organisation's objects
   * @throws NotFound when a requirement, the object or a piece is none of the organisation's
   */
  public void add(
      Viewer viewer,
      UUID organization,
      Collection<UUID> pieces,
      Collection<String> requirements,
      @Nullable UUID object) {
    viewer.mustWrite(organization);
    if (!requirements.stream().allMatch(id -> book.findRequirement(id).isPresent())
        || (object != null
            && !objects.objectToChange(viewer, object).organization().equals(organization))) {
      throw new NotFound();
    }
    Set<UUID> asked = Set.copyOf(pieces);
    int theirs =
        asked.isEmpty()
            ? 0
            : db.sql(
                    """
                    select count(*) from evidence
                    where id in (:pieces) and organization_id = :organization and archived_at is null
                    """)
                .param("pieces", asked)
                .param("organization", organization)
                .query(Integer.class)
                .single();
    if (theirs < asked.size()) {
      throw new NotFound();
    }
    if (asked.isEmpty() || requirements.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into evidence_links (evidence_id, requirement, object_id, linked_at, linked_by)
            select e.id, r.id, :object::uuid, :at::timestamptz, :by::uuid
            from evidence e cross join unnest(:requirements::text[]) r (id)
            where e.id in (:pieces)
            on conflict do nothing
            """)
        .param("pieces", asked)
        .param("requirements", requirements.toArray(String[]::new))
        .param("object", object)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", viewer.account())
        .update();
    String of = object == null ? "" : " of object " + object;
    for (UUID piece : asked) {
      audit.record(
          organization, "evidence.link", "evidence " + piece, String.join(", ", requirements) + of);
    }
  }

  /** Takes a link away; the log keeps it. */
  public void remove(Viewer viewer, Piece piece, long link) {
    viewer.mustWrite(piece.organization());
    List<String> removed =
        db.sql(
                """
                update evidence_links set removed_at = :at, removed_by = :by
                where id = :id and evidence_id = :piece and removed_at is null returning requirement
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", viewer.account())
            .param("id", link)
            .param("piece", piece.id())
            .query((row, _) -> row.getString("requirement"))
            .list();
    if (removed.isEmpty()) {
      throw new NotFound();
    }
    audit.record(
        piece.organization(), "evidence.unlink", "evidence " + piece.id(), removed.getFirst());
  }
}
