package kz.senim.server.staff;

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

/** What the people of the register were trained in. */
@Component
@Transactional
public class Trainings {

  private final JdbcClient db;
  private final Staff staff;
  private final Audit audit;
  private final Clock clock;

  Trainings(JdbcClient db, Staff staff, Audit audit, Clock clock) {
    this.db = db;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A training as it is kept.
   *
   * @param archived whether it counts no more
   */
  record Kept(Training training, boolean archived) {}

  /** Those that follow that one, archived ones too, in the order of ids. One statement. */
  List<Kept> after(UUID member, @Nullable UUID after, int most) {
    return db.sql(
            "select * from staff_trainings where member_id = :member"
                + " and (cast(:after as uuid) is null or id > :after) order by id limit :most")
        .param("member", member)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> kept(row))
        .list();
  }

  /**
   * @throws NotFound when the person has none such
   */
  Kept get(StaffMember member, UUID id) {
    return db.sql("select * from staff_trainings where member_id = ? and id = ?")
        .params(member.id(), id)
        .query((row, _) -> kept(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(training(row), row.getTimestamp("archived_at") != null);
  }

  private static Training training(ResultSet row) throws SQLException {
    return new Training(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("title"),
        row.getObject("finished_on", LocalDate.class),
        row.getString("certificate"));
  }

  /** The newest first. */
  List<Training> of(UUID member) {
    return db.sql(
            """
            select id, kind, title, finished_on, certificate from staff_trainings
            where member_id = ? and archived_at is null order by finished_on desc, id
            """)
        .param(member)
        .query((row, _) -> training(row))
        .list();
  }

  public void add(Viewer viewer, StaffMember member, Training training) {
    viewer.mustWrite(member.organization());
    db.sql(
            """
            insert into staff_trainings
              (id, member_id, kind, title, finished_on, certificate, created_at, created_by)
            values (:id, :member, :kind, :title, :finished, :certificate, :at, :by)
            """)
        .param("id", training.id())
        .param("member", member.id())
        .param("kind", training.kind())
        .param("title", training.title())
        .param("finished", training.finishedOn())
        .param("certificate", training.certificate())
        .param("at", now())
        .param("by", viewer.account())
        .update();
    audit.record(member.organization(), "staff.train", "staff " + member.id(), training.toString());
    staff.refresh(viewer, member.organization());
  }

  void archive(Viewer viewer, StaffMember member, UUID training, String reason) {
    viewer.mustWrite(member.organization());
    db.sql(
            """
            update staff_trainings set archived_at = ?, archived_by = ?, archived_reason = ?
            where id = ? and member_id = ? and archived_at is null
            """)
        .params(now(), viewer.account(), reason, training, member.id())
        .update();
    audit.record(member.organization(), "staff.training.archive", "training " + training, reason);
    staff.refresh(viewer, member.organization());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
