package kz.senim.server.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The evidence of organisations. A new version leaves the older ones to be read; nothing is
 * deleted. Contents are stored first, by {@link Contents}, so that no transaction waits for an
 * upload.
 */
@Component
@Transactional
public class Evidence {

  static final String PIECES =
      """
      select e.id, e.organization_id, e.kind, e.title, e.archived_reason,
             v.version, v.file_name, v.size, v.valid_from, v.valid_until,
             (select count(distinct l.requirement) from evidence_links l
              where l.evidence_id = e.id and l.removed_at is null) as serves
      from evidence e
      cross join lateral (
        select * from evidence_versions v where v.evidence_id = e.id
        order by coalesce(v.valid_from, '-infinity') <= :day desc, v.version desc limit 1) v
      """;

  /** Of pieces {@code p} that are not archived. */
  private static final String IN_STATE =
      """
      case :state
        when 'later' then p.valid_from > :day
        when 'expired' then p.valid_until < :day and coalesce(p.valid_from, '-infinity') <= :day
        when 'expiring' then p.valid_until between :day and :soon
          and coalesce(p.valid_from, '-infinity') <= :day
        when 'valid' then coalesce(p.valid_until, 'infinity') > :soon
          and coalesce(p.valid_from, '-infinity') <= :day
        else true end
      """;

  private final JdbcClient db;
  private final Audit audit;
  private final Viewers viewers;
  private final Clock clock;

  Evidence(JdbcClient db, Audit audit, Viewers viewers, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Which pieces are asked for; an empty word asks for all.
   *
   * @param state a word of {@link Piece#state}; empty for all that are not archived
   * @param page from 0
   */
  public record Filter(String kind, String state, String words, int page) {

    static final int PAGE = 50;
  }

  /**
   * Some pieces of many.
   *
   * @param total how many there are on all pages
   */
  public record Page(List<Piece> pieces, int total, int page) {

    public int pages() {
      return Math.max(1, (total + Filter.PAGE - 1) / Filter.PAGE);
    }
  }

  /** How many pieces are about to expire, and how many have. */
  public record Ends(int expiring, int expired) {}

  /** The organisation's pieces, those that end first at the top. One statement. */
  public Page list(UUID organization, Filter filter, LocalDate day) {
    int[] total = {0};
    List<Piece> pieces =
        db.sql(
                "select *, count(*) over () as total from ("
                    + PIECES
                    + """
                    where e.organization_id = :organization
                      and (e.archived_at is not null) = (:state = 'archived')
                      and (:kind = '' or e.kind = :kind)
                    ) p
                    where
                    """
                    + IN_STATE
                    + """
                      and position(lower(:words collate pg_c_utf8)
                                   in lower(p.title || ' ' || p.file_name collate pg_c_utf8)) > 0
                    order by p.valid_until nulls last, p.title, p.id
                    limit :limit offset :offset
                    """)
            .param("organization", organization)
            .param("day", day)
            .param("soon", day.plusDays(Piece.SOON_DAYS))
            .param("kind", filter.kind())
            .param("state", filter.state())
            .param("words", filter.words().strip())
            .param("limit", Filter.PAGE)
            .param("offset", (long) filter.page() * Filter.PAGE)
            .query(
                (row, _) -> {
                  total[0] = row.getInt("total");
                  return piece(row);
                })
            .list();
    return new Page(pieces, total[0], filter.page());
  }

  /**
   * The organisation's pieces that follow that one in the order of ids. One statement.
   *
   * @param kind empty for all
   * @param state a word of {@link Piece#state}; empty for all, archived ones too
   */
  List<Piece> after(
      UUID organization, String kind, String state, @Nullable UUID after, int most, LocalDate day) {
    return db.sql(
            "select * from ("
                + PIECES
                + """
                where e.organization_id = :organization
                  and (cast(:after as uuid) is null or e.id > :after)
                  and (:kind = '' or e.kind = :kind)
                  and (:state = '' or (e.archived_at is not null) = (:state = 'archived'))
                ) p where
                """
                + IN_STATE
                + "order by p.id limit :most")
        .param("organization", organization)
        .param("kind", kind)
        .param("state", state)
        .param("soon", day.plusDays(Piece.SOON_DAYS))
        .param("after", after)
        .param("most", most)
        .param("day", day)
        .query((row, _) -> piece(row))
        .list();
  }

  /** Counts what ends. One statement. */
  public Ends ends(UUID organization, LocalDate day) {
    return db.sql(
            "select count(*) filter (where valid_until between :day and :soon) as expiring,"
                + " count(*) filter (where valid_until < :day) as expired from ("
                + PIECES
                + "where e.organization_id = :organization and e.archived_at is null) p")
        .param("organization", organization)
        .param("day", day)
        .param("soon", day.plusDays(Piece.SOON_DAYS))
        .query((row, _) -> new Ends(row.getInt("expiring"), row.getInt("expired")))
        .single();
  }

  /**
   * A piece, for one of its organisation's people.
   *
   * @throws NotFound when there is none there, or not for them
   */
  public Piece piece(Viewer viewer, UUID organization, UUID id, LocalDate day) {
    viewer.mustRead(organization);
    return db.sql(PIECES + "where e.id = :id and e.organization_id = :organization")
        .param("id", id)
        .param("organization", organization)
        .param("day", day)
        .query((row, _) -> piece(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** All versions of a piece, newest first. */
  public List<Version> versions(Piece piece) {
    return db.sql(
            """
            select v.*, a.name as uploaded_by_name
            from evidence_versions v join accounts a on a.id = v.uploaded_by
            where v.evidence_id = ? order by v.version desc
            """)
        .param(piece.id())
        .query(
            (row, _) ->
                new Version(
                    row.getInt("version"),
                    new Content(
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("media_type"),
                        row.getString("file_name"),
                        row.getString("scan")),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    row.getString("remark"),
                    row.getTimestamp("uploaded_at").toInstant(),
                    row.getString("uploaded_by_name")))
        .list();
  }

  /** Lets the viewer read a version's content, which the audit log tells. */
  Content read(Viewer viewer, UUID organization, UUID id, int version) {
    Piece piece = piece(viewer, organization, id, LocalDate.now(clock));
    Content content =
        versions(piece).stream()
            .filter(one -> one.number() == version)
            .findFirst()
            .orElseThrow(NotFound::new)
            .content();
    audit.record(
        organization, "evidence.read", "evidence " + id, version + ": " + content.fileName());
    return content;
  }

  /** Adds a piece for each content. */
  public List<UUID> add(
      Viewer viewer, UUID organization, Description said, List<Content> contents) {
    viewer.mustWrite(organization);
    List<UUID> added = new ArrayList<>();
    for (Content content : contents) {
      UUID id = UUID.randomUUID();
      String title = said.title().isBlank() || contents.size() > 1 ? name(content) : said.title();
      db.sql(
              """
              insert into evidence (id, organization_id, kind, title, created_at, created_by)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(id, organization, said.kind(), title.strip(), now(), viewer.account())
          .update();
      insert(viewer, id, 1, said, content);
      audit.record(organization, "evidence.add", "evidence " + id, title);
      added.add(id);
    }
    return added;
  }

  /** Notes files that were let not in. */
  void refused(UUID organization, List<String> refusals) {
    for (String refusal : refusals) {
      Viewer viewer = viewers.get();
      audit.record(
          viewer.account(),
          viewer.email(),
          organization,
          "evidence.refused",
          "file",
          refusal,
          false);
    }
  }

  /** Adds a version, which takes the place of those before it. */
  public void supersede(Viewer viewer, Piece piece, Description said, Content content) {
    mustChange(viewer, piece);
    // Two at once come one after the other.
    db.sql("select id from evidence where id = ? for update")
        .param(piece.id())
        .query(UUID.class)
        .single();
    int version =
        db.sql("select max(version) + 1 from evidence_versions where evidence_id = ?")
            .param(piece.id())
            .query(Integer.class)
            .single();
    insert(viewer, piece.id(), version, said, content);
    audit.record(
        piece.organization(),
        "evidence.supersede",
        "evidence " + piece.id(),
        version + ": " + content.fileName());
  }

  private void insert(Viewer viewer, UUID id, int version, Description said, Content content) {
    db.sql(
            """
            insert into evidence_versions
              (evidence_id, version, sha256, size, media_type, file_name, valid_from, valid_until,
               remark, uploaded_at, uploaded_by, scan)
            values (:id, :version, :sha256, :size, :type, :name, :from, :until, :remark, :at, :by,
              :scan)
            """)
        .param("id", id)
        .param("version", version)
        .param("sha256", content.sha256())
        .param("size", content.size())
        .param("type", content.mediaType())
        .param("name", content.fileName())
        .param("from", said.validFrom())
        .param("until", said.validUntil())
        .param("remark", said.remark())
        .param("scan", content.scan())
        .param("at", now())
        .param("by", viewer.account())
        .update();
  }

  /** Corrects what is said of a piece and of its version that counts today. */
  public void describe(Viewer viewer, Piece piece, Description said) {
    mustChange(viewer, piece);
    db.sql("update evidence set kind = ?, title = ? where id = ?")
        .params(said.kind(), said.title().isBlank() ? piece.title() : said.title(), piece.id())
        .update();
    db.sql(
            """
            update evidence_versions set valid_from = :from, valid_until = :until
            where evidence_id = :id and version = :version
            """)
        .param("from", said.validFrom())
        .param("until", said.validUntil())
        .param("id", piece.id())
        .param("version", piece.version())
        .update();
    audit.record(
        piece.organization(),
        "evidence.describe",
        "evidence " + piece.id(),
        told(piece.kind(), piece.title(), piece.validFrom(), piece.validUntil())
            + " → "
            + told(said.kind(), said.title(), said.validFrom(), said.validUntil()));
  }

  private static String told(
      String kind, String title, @Nullable LocalDate from, @Nullable LocalDate until) {
    return "%s, %s, %s–%s".formatted(kind, title, from, until);
  }

  /** Puts the piece away; it can be read still, and proves nothing. */
  public void archive(Viewer viewer, Piece piece, String reason) {
    mustChange(viewer, piece);
    db.sql("update evidence set archived_at = ?, archived_by = ?, archived_reason = ? where id = ?")
        .params(now(), viewer.account(), reason.strip(), piece.id())
        .update();
    audit.record(piece.organization(), "evidence.archive", "evidence " + piece.id(), reason);
  }

  private static void mustChange(Viewer viewer, Piece piece) {
    viewer.mustWrite(piece.organization());
    if (piece.archived()) {
      throw new NotFound();
    }
  }

  static String name(Content content) {
    int dot = content.fileName().lastIndexOf('.');
    return dot > 0 ? content.fileName().substring(0, dot) : content.fileName();
  }

  static Piece piece(ResultSet row) throws SQLException {
    return new Piece(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("kind"),
        row.getString("title"),
        row.getString("archived_reason"),
        row.getInt("version"),
        row.getString("file_name"),
        row.getLong("size"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getInt("serves"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
