package kz.senim.server.overview;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads how many organisations stand, from the sums kept for each. */
@Component
@Transactional(readOnly = true)
class Portfolio {

  static final int PAGE = 50;
  private static final int MONTHS = 12;

  /**
   * The organisations of an account, each with its latest sums on or before the day: what is kept
   * as the newest, unless an earlier day is asked for.
   */
  private static final String FOUND =
      """
      with mine as materialized (
        select o.id, o.name, coalesce(c.objects, s.objects) as objects, coalesce(c.met, s.met) as met,
               coalesce(c.not_met, s.not_met) as not_met, coalesce(c.undecided, s.undecided) as undecided,
               coalesce(c.high_not_met, s.high_not_met) as high_not_met,
               case when c.day is null then s.next_due else c.next_due end as next_due
        from organizations o
        left join organization_current c on c.organization_id = o.id and c.day <= :day
        left join lateral (
          select * from organization_standings s
          where s.organization_id = o.id and s.day <= :day and c.day is null
          order by s.day desc limit 1) s on true
        where o.archived_at is null
          and o.id in (select organization_id from memberships where account_id = :account)),
      found as materialized (
        select * from mine
        where (:words = '' or name ilike '%' || :words || '%')
          and (not :heavy or high_not_met > 0)
          and (not :overdue or next_due < :day)),
      total as (
        select count(*) as organizations, coalesce(sum(objects), 0) as all_objects,
               coalesce(sum(met), 0) as all_met, coalesce(sum(not_met), 0) as all_not_met,
               coalesce(sum(undecided), 0) as all_undecided, coalesce(sum(high_not_met), 0) as all_heavy,
               count(*) filter (where next_due < :day) as all_overdue
        from found),
      page as (
        select * from found order by high_not_met desc nulls last, not_met desc nulls last, name, id
        limit :limit offset :offset)
      select total.*, now.*, page.*
      from total
      cross join (select coalesce(sum(met), 0) as now_met, coalesce(sum(not_met), 0) as now_not_met,
                         coalesce(sum(undecided), 0) as now_undecided from mine) now
      left join page on true
      order by high_not_met desc nulls last, not_met desc nulls last, name, id
      """;

  private final JdbcClient db;

  Portfolio(JdbcClient db) {
    this.db = db;
  }

  /** What is looked for; empty words and false are no limits. */
  record Filter(String words, boolean heavy, boolean overdue) {}

  /** Sums over organisations. */
  public record Total(
      int organizations, int objects, int met, int notMet, int undecided, int heavy, int overdue) {}

  /** An organisation with its sums. */
  public record Row(
      UUID id,
      String name,
      int objects,
      int met,
      int notMet,
      int undecided,
      int heavy,
      @Nullable LocalDate nextDue) {}

  /** Sums on one day of the trend. */
  public record Point(LocalDate day, int met, int notMet, int undecided) {}

  /**
   * What is found.
   *
   * @param rows a page of organisations, those with most heavy failures first
   * @param now sums over all the organisations of the account, found or not
   */
  public record Found(Total total, List<Row> rows, Point now) {}

  /** A page of what is found, with its sums. One statement. */
  Found find(UUID account, LocalDate day, Filter filter, int page) {
    List<Found> one = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    db.sql(FOUND)
        .param("account", account)
        .param("day", Date.valueOf(day))
        .param("words", filter.words().replaceAll("([%_\\\\])", "\\\\$1"))
        .param("heavy", filter.heavy())
        .param("overdue", filter.overdue())
        .param("limit", PAGE)
        .param("offset", (long) page * PAGE)
        .query(
            row -> {
              if (one.isEmpty()) {
                one.add(new Found(total(row), rows, now(row, day)));
              }
              if (row.getObject("id") != null) {
                rows.add(row(row));
              }
            });
    return one.getFirst();
  }

  private static Total total(ResultSet row) throws SQLException {
    return new Total(
        row.getInt("organizations"),
        row.getInt("all_objects"),
        row.getInt("all_met"),
        row.getInt("all_not_met"),
        row.getInt("all_undecided"),
        row.getInt("all_heavy"),
        row.getInt("all_overdue"));
  }

  private static Point now(ResultSet row, LocalDate day) throws SQLException {
    return new Point(
        day, row.getInt("now_met"), row.getInt("now_not_met"), row.getInt("now_undecided"));
  }

  /** The latest counts by {@code act#section} of each of the organisations. */
  Map<UUID, Map<String, int[]>> sections(Collection<UUID> organizations) {
    Map<UUID, Map<String, int[]>> found = new HashMap<>();
    if (organizations.isEmpty()) {
      return found;
    }
    db.sql("select * from organization_sections where organization_id in (:ids)")
        .param("ids", organizations)
        .query(
            (row, _) ->
                found
                    .computeIfAbsent(
                        row.getObject("organization_id", UUID.class), _ -> new HashMap<>())
                    .put(
                        row.getString("section"),
                        new int[] {
                          row.getInt("met"), row.getInt("not_met"), row.getInt("undecided")
                        }))
        .list();
    return found;
  }

  /**
   * The sums at the ends of the eleven months before that of the day, and on the day. One
   * statement.
   *
   * @param now the sums on the day
   */
  List<Point> trend(UUID account, Point now) {
    LocalDate month = now.day().withDayOfMonth(1);
    List<Point> points =
        new ArrayList<>(
            db.sql(
                    """
                    select s.month, sum(s.met), sum(s.not_met), sum(s.undecided)
                    from organization_months s
                    join (select distinct m.organization_id as id from memberships m
                          join organizations o on o.id = m.organization_id and o.archived_at is null
                          where m.account_id = :account) mine on mine.id = s.organization_id
                    where s.month >= :first and s.month < :month
                    group by s.month order by s.month
                    """)
                .param("account", account)
                .param("first", Date.valueOf(month.minusMonths(MONTHS - 1)))
                .param("month", Date.valueOf(month))
                .query(
                    (row, _) ->
                        new Point(
                            row.getObject(1, LocalDate.class)
                                .with(TemporalAdjusters.lastDayOfMonth()),
                            row.getInt(2),
                            row.getInt(3),
                            row.getInt(4)))
                .list());
    if (now.met() + now.notMet() + now.undecided() > 0) {
      points.add(now);
    }
    return points;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("objects"),
        row.getInt("met"),
        row.getInt("not_met"),
        row.getInt("undecided"),
        row.getInt("high_not_met"),
        row.getObject("next_due", LocalDate.class));
  }
}
