package kz.senim.server.remedies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.objects.Within;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remedies of many objects: in pages for people, and in parts for programs. */
@Component
@Transactional(readOnly = true)
public class RemedyLists {

  private final JdbcClient db;

  RemedyLists(JdbcClient db) {
    this.db = db;
  }

  /**
   * Which remedies are asked for.
   *
   * @param within organisations of the viewer
   * @param object null for all
   * @param status {@code open}, {@code met} (open, though the requirement is met), {@code done};
   *     empty for all
   * @param page from 0
   */
  public record Filter(
      Within within,
      @Nullable UUID object,
      String status,
      boolean overdue,
      boolean mine,
      int page) {

    static final int PAGE = 50;

    /** Counting goes no further: it would cost more than the page. */
    static final int COUNTED = 1000;

    static final int LAST_PAGE = 1999;
  }

  /**
   * Some remedies of many.
   *
   * @param total how many there are on all pages, up to {@value Filter#COUNTED} or the end of this
   *     page
   * @param uncounted whether there are more
   */
  public record Page(List<Remedy> remedies, int total, boolean uncounted, int page) {

    public int pages() {
      return Math.max(1, (total + Filter.PAGE - 1) / Filter.PAGE);
    }

    public boolean hasNext() {
      return page < Filter.LAST_PAGE && (uncounted || page + 1 < pages());
    }
  }

  /** Those due first at the top; open ones before those that are done. One statement. */
  public Page list(Viewer viewer, Filter filter, LocalDate day) {
    filter.within().organizations().forEach(viewer::mustRead);
    int end = (filter.page() + 1) * Filter.PAGE;
    int counted = Math.max(Filter.COUNTED, end);
    int[] total = {0};
    List<Remedy> remedies =
        db.sql(
                """
                with found as materialized (
                  select r.id from remedies r
                  join organizations g on g.id = r.organization_id and g.archived_at is null
                  join objects o on o.id = r.object_id and o.archived_at is null
                  where WITHIN
                    and (:object::uuid is null or r.object_id = :object)
                    and (:status = '' or r.status = case :status when 'met' then 'open' else :status end)
                    and (:status <> 'met' or r.met)
                    and (not :overdue or (r.status = 'open' and r.due < :day))
                    and (not :mine or r.owner_id = :account)
                  order by r.status desc, r.due, r.id limit :counted + 1)
                """
                        .replace("WITHIN", filter.within().sql("r.organization_id"))
                    + Remedies.COLUMNS
                    + ", (select count(*) from found) as total "
                    + Remedies.FROM
                    + """
                    where r.id in (select id from found)
                    order by r.status desc, r.due, r.id
                    limit :limit offset :offset
                    """)
            .param("within", filter.within().value())
            .param("object", filter.object())
            .param("status", filter.status())
            .param("overdue", filter.overdue())
            .param("mine", filter.mine())
            .param("account", viewer.account())
            .param("day", day)
            .param("counted", counted)
            .param("limit", Filter.PAGE)
            .param("offset", end - Filter.PAGE)
            .query(
                (row, n) -> {
                  total[0] = row.getInt("total");
                  return Remedies.ROW.mapRow(row, n);
                })
            .list();
    return new Page(remedies, Math.min(total[0], counted), total[0] > counted, filter.page());
  }

  /**
   * Which remedies programs ask for; null asks for all.
   *
   * @param status {@code open}, {@code met} (open, though the requirement is met) or {@code done}
   * @param overdueOn those that are open after their day
   */
  record Asked(
      @Nullable UUID object,
      @Nullable String requirement,
      @Nullable String status,
      @Nullable UUID owner,
      @Nullable LocalDate overdueOn) {}

  /** Those of the organisations that follow that one, in the order of ids. One statement. */
  List<Remedy> after(Collection<UUID> organizations, Asked asked, @Nullable UUID after, int most) {
    return db.sql(
            Remedies.COLUMNS
                + Remedies.FROM
                + """
                where r.organization_id = any(:organizations) and o.archived_at is null
                  and (:object::uuid is null or r.object_id = :object)
                  and (:requirement::text is null or r.requirement = :requirement)
                  and (:status::text is null or r.status = case :status when 'met' then 'open' else :status end)
                  and (:status::text is distinct from 'met' or r.met)
                  and (:owner::uuid is null or r.owner_id = :owner)
                  and (:overdue::date is null or (r.status = 'open' and r.due < :overdue))
                  and (:after::uuid is null or r.id > :after)
                order by r.id limit :most
                """)
        .param("organizations", organizations.toArray(UUID[]::new))
        .param("object", asked.object())
        .param("requirement", asked.requirement())
        .param("status", asked.status())
        .param("owner", asked.owner())
        .param("overdue", asked.overdueOn())
        .param("after", after)
        .param("most", most)
        .query(Remedies.ROW)
        .list();
  }
}
