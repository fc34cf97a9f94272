package kz.senim.server.overview;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

  /** The organisations of an account, each with its latest sums on or before the day. */
  private static final String MINE =
      """
      with mine as (
        select o.id, o.name, s.objects, s.met, s.not_met, s.undecided, s.high_not_met, s.next_due
        from organizations o
        left join lateral (
          select * from organization_standings s
          where s.organization_id = o.id and s.day <= :day
          order by s.day desc limit 1) s on true
        where o.archived_at is null
          and exists (select 1 from memberships m where m.organization_id = o.id and m.account_id = :account)),
      found as (
        select * from mine
        where (:words = '' or name ilike '%' || :words || '%')
          and (not :heavy or high_not_met > 0)
          and (not :overdue or next_due < :day))
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

  Total total(UUID account, LocalDate day, Filter filter) {
    return sql(
            "select count(*), coalesce(sum(objects), 0), coalesce(sum(met), 0), coalesce(sum(not_met), 0),"
                + " coalesce(sum(undecided), 0), coalesce(sum(high_not_met), 0),"
                + " count(*) filter (where next_due < :day) from found",
            account,
            day,
            filter)
        .query(
            (row, _) ->
                new Total(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7)))
        .single();
  }

  /** A page of organisations, those with most heavy failures first. */
  List<Row> page(UUID account, LocalDate day, Filter filter, int page) {
    return sql(
            "select * from found order by high_not_met desc nulls last, not_met desc nulls last, name, id"
                + " limit :limit offset :offset",
            account,
            day,
            filter)
        .param("limit", PAGE)
        .param("offset", (long) page * PAGE)
        .query((row, _) -> row(row))
        .list();
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

  /** The sums at the ends of the twelve months before the day, and on the day. */
  List<Point> trend(UUID account, LocalDate day) {
    return db.sql(
            """
            select p.day, coalesce(sum(s.met), 0), coalesce(sum(s.not_met), 0), coalesce(sum(s.undecided), 0)
            from (select (:day::date - make_interval(months => 11 - n))::date from generate_series(0, 11) n) p(day)
            cross join (select distinct organization_id from memberships where account_id = :account) m
            join organizations o on o.id = m.organization_id and o.archived_at is null
            join lateral (
              select * from organization_standings s
              where s.organization_id = o.id and s.day <= p.day
              order by s.day desc limit 1) s on true
            group by p.day order by p.day
            """)
        .param("account", account)
        .param("day", Date.valueOf(day))
        .query(
            (row, _) ->
                new Point(
                    row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  private JdbcClient.StatementSpec sql(String select, UUID account, LocalDate day, Filter filter) {
    return db.sql(MINE + select)
        .param("account", account)
        .param("day", Date.valueOf(day))
        .param("words", filter.words().replaceAll("([%_\\\\])", "\\\\$1"))
        .param("heavy", filter.heavy())
        .param("overdue", filter.overdue());
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
