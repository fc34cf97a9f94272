package kz.senim.server.remedies;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.notices.NoticeKind;
import kz.senim.server.notices.NoticeRequested;
import kz.senim.server.notices.NoticeSource;
import kz.senim.server.objects.Within;
import kz.senim.server.search.Searchable;
import kz.senim.server.search.Words;
import kz.senim.server.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever is responsible that a remedy comes near its day or is past it; finds remedies. */
@Component
@Order(3)
class RemedyNews implements NoticeSource, Searchable {

  private static final int NEAR = 7;

  private final JdbcClient db;

  RemedyNews(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<NoticeRequested> on(LocalDate day, Collection<UUID> organizations, People people) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select r.id, r.task, r.owner_id, r.due, o.name from remedies r
            join objects o on o.id = r.object_id and o.archived_at is null
            where r.status = 'open' and r.organization_id in (:organizations) and r.due <= :near
            order by r.due, r.id
            """)
        .param("organizations", organizations)
        .param("near", Date.valueOf(day.plusDays(NEAR)))
        .query(
            (row, _) -> {
              LocalDate due = row.getObject("due", LocalDate.class);
              boolean overdue = due.isBefore(day);
              String id = row.getString("id");
              return notice(
                  row.getObject("owner_id", UUID.class),
                  overdue ? NoticeKind.REMEDY_OVERDUE : NoticeKind.REMEDY_DUE,
                  id,
                  row.getString("task"),
                  row.getString("name"),
                  due);
            })
        .list();
  }

  /** The same remedy with the same day is told of once for each kind. */
  static NoticeRequested notice(
      UUID account, NoticeKind kind, String id, String task, String where, LocalDate due) {
    return new NoticeRequested(
        account,
        kind,
        "remedy:" + id + ":" + due + ":" + kind.word(),
        List.of(NoticeRequested.text(task), NoticeRequested.text(where), NoticeRequested.day(due)),
        "/remedies/" + id);
  }

  @Override
  public List<Group> find(Viewer viewer, Words words, Lang lang, int most) {
    if (viewer.roles().isEmpty()) {
      return List.of();
    }
    Within within = Within.all(viewer);
    return List.of(
        new Group(
            "nav.remedies",
            db
                .sql(
                    """
                    select r.id, r.task, o.name from remedies r join objects o on o.id = r.object_id
                    where r.id in (select found_by_words('remedies', :patterns)) and o.archived_at is null and
                    """
                        + within.sql("r.organization_id")
                        + " order by r.due desc, r.id limit 1000")
                .param("within", within.value())
                .params(words.likes())
                .query(
                    (row, _) ->
                        new Found(
                            row.getString("task"),
                            row.getString("name"),
                            "/remedies/" + row.getString("id")))
                .list()
                .stream()
                .filter(found -> words.in(found.title()))
                .limit(most)
                .toList()));
  }
}
