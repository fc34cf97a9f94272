package kz.senim.server.evidence;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Tells that evidence is about to expire; finds evidence. */
@Component
@Order(2)
class EvidenceNews implements NoticeSource, Searchable {

  private static final int NEAR = 30;

  /** The newest version of each piece that is not archived. */
  private static final String PIECES =
      """
      select e.id, e.organization_id, e.title, g.name, v.file_name, v.valid_until
      from evidence e join organizations g on g.id = e.organization_id
      join lateral (
        select * from evidence_versions v where v.evidence_id = e.id order by v.version desc limit 1) v on true
      where e.archived_at is null
      """;

  private final JdbcClient db;

  EvidenceNews(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<NoticeRequested> on(LocalDate day, Collection<UUID> organizations, People people) {
    List<NoticeRequested> all = new ArrayList<>();
    if (organizations.isEmpty()) {
      return all;
    }
    db.sql(
            PIECES
                + "and e.organization_id = any(:organizations) and v.valid_until between :day and :near order by v.valid_until, e.id")
        .param("organizations", organizations.toArray(UUID[]::new))
        .param("day", Date.valueOf(day))
        .param("near", Date.valueOf(day.plusDays(NEAR)))
        .query(
            (row, _) -> {
              LocalDate until = row.getObject("valid_until", LocalDate.class);
              UUID organization = row.getObject("organization_id", UUID.class);
              String id = row.getString("id");
              for (UUID account : people.of(organization)) {
                all.add(
                    new NoticeRequested(
                        account,
                        NoticeKind.EVIDENCE_EXPIRES,
                        "evidence:" + id + ":" + until,
                        List.of(
                            NoticeRequested.text(row.getString("title")),
                            NoticeRequested.text(row.getString("name")),
                            NoticeRequested.day(until)),
                        link(organization, id)));
              }
              return id;
            })
        .list();
    return all;
  }

  @Override
  public List<Group> find(Viewer viewer, Words words, Lang lang, int most) {
    if (viewer.roles().isEmpty()) {
      return List.of();
    }
    Within within = Within.all(viewer);
    return List.of(
        new Group(
            "tab.evidence",
            db
                .sql(
                    PIECES
                        + " and "
                        + within.sql("e.organization_id")
                        + """
                         and e.id in (
                          select found_by_words('evidence', array[:longest])
                          union select found_by_words('files', array[:longest]))
                        """
                        + " and "
                        + words.like("lower((e.title || ' ' || v.file_name) collate pg_c_utf8)")
                        + " order by e.title, e.id limit 1000")
                .param("within", within.value())
                .params(words.likes())
                .query(
                    (row, _) ->
                        new Found(
                            row.getString("title"),
                            row.getString("file_name") + " · " + row.getString("name"),
                            link(
                                row.getObject("organization_id", UUID.class), row.getString("id"))))
                .list()
                .stream()
                .filter(found -> words.in(found.title() + " " + found.detail()))
                .limit(most)
                .toList()));
  }

  private static String link(UUID organization, String id) {
    return "/organizations/" + organization + "/evidence/" + id;
  }
}
