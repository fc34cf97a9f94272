package kz.senim.server.remedies;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.LawBook;
import kz.senim.server.audit.Audit;
import kz.senim.server.notices.NoticeKind;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.OpenRemedies;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remedies: assigned, changed, done, opened again. Each change is kept. */
@Component
@Transactional
public class Remedies implements OpenRemedies {

  static final String FROM =
      """
      from remedies r
      join organizations g on g.id = r.organization_id and g.archived_at is null
      join objects o on o.id = r.object_id
      join accounts a on a.id = r.owner_id
      """;
  static final String COLUMNS =
      """
      select r.*, g.name as organization_name, o.name as object_name, a.name as owner_name
      """;
  static final RowMapper<Remedy> ROW =
      (row, _) ->
          new Remedy(
              row.getObject("id", UUID.class),
              row.getObject("organization_id", UUID.class),
              row.getString("organization_name"),
              row.getObject("object_id", UUID.class),
              row.getString("object_name"),
              row.getString("requirement"),
              row.getString("task"),
              row.getObject("owner_id", UUID.class),
              row.getString("owner_name"),
              row.getObject("due", LocalDate.class),
              "done".equals(row.getString("status")),
              row.getBoolean("met"));

  private final JdbcClient db;
  private final Objects objects;
  private final LawBook book;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Remedies(
      JdbcClient db,
      Objects objects,
      LawBook book,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.objects = objects;
    this.book = book;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Somebody who can answer for a remedy. */
  public record Member(UUID id, String name) {}

  /** The remedies of one requirement of an object, open ones first. One statement. */
  public List<Remedy> of(UUID object, String requirement) {
    return db.sql(
            COLUMNS
                + FROM
                + "where r.object_id = ? and r.requirement = ? order by r.status desc, r.due, r.id")
        .params(object, requirement)
        .query(ROW)
        .list();
  }

  @Override
  public int open(UUID object) {
    return db.sql("select count(*) from remedies where object_id = ? and status = 'open'")
        .param(object)
        .query(Integer.class)
        .single();
  }

  /**
   * A remedy, for one of its organisation's people.
   *
   * @throws NotFound when there is none, or not for them
   */
  public Remedy remedy(Viewer viewer, UUID id) {
    Remedy found =
        db.sql(COLUMNS + FROM + "where r.id = ?")
            .param(id)
            .query(ROW)
            .optional()
            .orElseThrow(NotFound::new);
    viewer.mustRead(found.organization());
    return found;
  }

  /** All that happened to a remedy, newest first. */
  public List<Change> history(Remedy remedy) {
    return historyBefore(remedy, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** What happened to a remedy before that, newest first. One statement. */
  List<Change> historyBefore(Remedy remedy, long before, int most) {
    return db.sql(
            """
            select h.*, o.name as owner_name, a.name as by_name
            from remedy_history h
            join accounts o on o.id = h.owner_id
            join accounts a on a.id = h.account_id
            where h.remedy_id = ? and h.id < ? order by h.id desc limit ?
            """)
        .params(remedy.id(), before, most)
        .query(
            (row, _) ->
                new Change(
                    row.getLong("id"),
                    row.getString("event"),
                    row.getString("task"),
                    row.getString("owner_name"),
                    row.getObject("due", LocalDate.class),
                    row.getString("note"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("by_name")))
        .list();
  }

  /** Those of the organisation's people who can do something there, by name. */
  public List<Member> members(UUID organization) {
    return db.sql(
            """
            select distinct a.id, a.name from accounts a join memberships m on m.account_id = a.id
            where m.organization_id = ? and m.role <> 'auditor' and a.disabled_at is null
            order by a.name, a.id
            """)
        .param(organization)
        .query((row, _) -> new Member(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }

  /**
   * Assigns a remedy; the plan is checked by whoever makes it.
   *
   * @param met whether the requirement is met today
   * @throws NotFound when there is no such object or requirement, or not for them
   */
  public UUID assign(Viewer viewer, UUID object, String requirement, Plan plan, boolean met) {
    InformatizationObject found = objects.objectToChange(viewer, object);
    if (book.findRequirement(requirement).isEmpty()) {
      throw new NotFound();
    }
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into remedies
              (id, organization_id, object_id, requirement, task, owner_id, due, status, met, created_at)
            values (:id, :organization, :object, :requirement, :task, :owner, :due, 'open', :met, :at)
            """)
        .param("id", id)
        .param("organization", found.organization())
        .param("object", object)
        .param("requirement", requirement)
        .param("task", plan.task())
        .param("owner", plan.owner())
        .param("due", plan.due())
        .param("met", met)
        .param("at", now())
        .update();
    note(viewer, id, "assigned", plan, "");
    tell(viewer, id, found.name(), plan);
    audit.record(
        found.organization(), "remedy.assign", "remedy " + id, requirement + ": " + plan.task());
    return id;
  }

  /** As above, of an object as it was assessed for today. */
  UUID assign(Viewer viewer, Assessed assessed, String requirement, Plan plan) {
    boolean met =
        assessed.assessment().with(Outcome.MET).stream()
            .anyMatch(decision -> decision.requirement().id().equals(requirement));
    return assign(viewer, assessed.object().id(), requirement, plan, met);
  }

  /** Whoever takes a remedy upon himself knows it. */
  private void tell(Viewer viewer, UUID id, String object, Plan plan) {
    if (!plan.owner().equals(viewer.account())) {
      events.publishEvent(
          RemedyNews.notice(
              plan.owner(),
              NoticeKind.REMEDY_ASSIGNED,
              id.toString(),
              plan.task(),
              object,
              plan.due()));
    }
  }

  void change(Viewer viewer, Remedy remedy, Plan plan, String note) {
    viewer.mustWrite(remedy.organization());
    db.sql("update remedies set task = ?, owner_id = ?, due = ? where id = ?")
        .params(plan.task(), plan.owner(), plan.due(), remedy.id())
        .update();
    note(viewer, remedy.id(), "changed", plan, note);
    if (!plan.owner().equals(remedy.owner())) {
      tell(viewer, remedy.id(), remedy.objectName(), plan);
    }
    audit.record(remedy.organization(), "remedy.change", "remedy " + remedy.id(), plan.task());
  }

  /** Marks the remedy as done, or opens it again; does nothing when it is so already. */
  void settle(Viewer viewer, Remedy remedy, boolean done, String note) {
    viewer.mustWrite(remedy.organization());
    String event = done ? "done" : "reopened";
    int changed =
        db.sql("update remedies set status = :status where id = :id and status <> :status")
            .param("status", done ? "done" : "open")
            .param("id", remedy.id())
            .update();
    if (changed == 1) {
      note(viewer, remedy.id(), event, new Plan(remedy.task(), remedy.owner(), remedy.due()), note);
      audit.record(remedy.organization(), "remedy." + event, "remedy " + remedy.id(), note);
    }
  }

  private void note(Viewer viewer, UUID remedy, String event, Plan plan, String note) {
    db.sql(
            """
            insert into remedy_history (remedy_id, event, task, owner_id, due, note, at, account_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            remedy,
            event,
            plan.task(),
            plan.owner(),
            plan.due(),
            note.strip(),
            now(),
            viewer.account())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
