package kz.senim.server.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of documents. */
@Component
@Transactional
class Reviews {

  private final JdbcClient db;
  private final Documents documents;
  private final Audit audit;
  private final Clock clock;

  Reviews(JdbcClient db, Documents documents, Audit audit, Clock clock) {
    this.db = db;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /** A review that was made. */
  record Review(LocalDate day, String result, String by) {}

  /** Newest first. */
  List<Review> of(UUID document) {
    return db.sql(
            """
            select r.reviewed_on, r.result, a.name from document_reviews r
            join accounts a on a.id = r.recorded_by where r.document_id = ? order by r.reviewed_on desc
            """)
        .param(document)
        .query((row, _) -> review(row))
        .list();
  }

  /** The reviews before that day, newest first. One statement. */
  List<Review> before(UUID document, @Nullable LocalDate before, int most) {
    return db.sql(
            """
            select r.reviewed_on, r.result, a.name from document_reviews r
            join accounts a on a.id = r.recorded_by
            where r.document_id = :document and (cast(:before as date) is null or r.reviewed_on < :before)
            order by r.reviewed_on desc limit :most
            """)
        .param("document", document)
        .param("before", before)
        .param("most", most)
        .query((row, _) -> review(row))
        .list();
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getObject("reviewed_on", LocalDate.class),
        row.getString("result"),
        row.getString("name"));
  }

  /** Whether there was none yet on that day; else nothing is changed. */
  boolean add(Viewer viewer, SecurityDocument document, LocalDate day, String result) {
    viewer.mustWrite(document.organization());
    int added =
        db.sql(
                """
                insert into document_reviews (document_id, reviewed_on, result, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?) on conflict (document_id, reviewed_on) do nothing
                """)
            .params(document.id(), day, result, Timestamp.from(clock.instant()), viewer.account())
            .update();
    if (added == 0) {
      return false;
    }
    audit.record(
        document.organization(),
        "document.review",
        "document " + document.id(),
        day + " " + result);
    documents.refresh(viewer, document.organization());
    return true;
  }
}
