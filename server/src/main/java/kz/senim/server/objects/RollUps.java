package kz.senim.server.objects;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums by organisation what is kept of its objects: how they stand, by chapter and by month, and
 * what is due. In the transaction that changes an object's figures.
 */
@Component
@Transactional
class RollUps {

  private static final String LATEST =
      """
      with latest as (
        select o.organization_id, s.*
        from objects o
        cross join lateral (
          select * from object_standings s
          where s.object_id = o.id and s.day <= :day order by s.day desc limit 1) s
        where o.organization_id in (:organizations) and o.archived_at is null)
      """;

  private final JdbcClient db;

  RollUps(JdbcClient db) {
    this.db = db;
  }

  /** Of objects that are not archived. Nine statements. */
  void rollUp(Collection<UUID> organizations, LocalDate day) {
    if (organizations.isEmpty()) {
      return;
    }
    // Two changes at once in one organisation are summed one after the other.
    db.sql(
            "select id from organizations where id in (:organizations) order by id for no key"
                + " update")
        .param("organizations", organizations)
        .query(UUID.class)
        .list();
    sums(organizations, day);
    sections(organizations, day);
    deadlines(organizations);
  }

  private void sums(Collection<UUID> organizations, LocalDate day) {
    // Months that went by without a standing have that of the month before.
    run(
        """
        insert into organization_months
        select m.month::date, c.organization_id, c.met, c.not_met, c.undecided
        from organization_current c
        cross join lateral generate_series(
          date_trunc('month', c.day) + interval '1 month',
          date_trunc('month', :day::date) - interval '1 month', interval '1 month') m(month)
        where c.organization_id in (:organizations)
        on conflict (month, organization_id) do nothing
        """,
        organizations,
        day);
    run(
        LATEST
            + """
            , sums as (
              select o.id, :day::date as day, count(l.object_id) as objects, coalesce(sum(l.met), 0) as met,
                     coalesce(sum(l.not_met), 0) as not_met, coalesce(sum(l.undecided), 0) as undecided,
                     coalesce(sum(l.high_not_met), 0) as high_not_met, min(l.next_due) as next_due
              from organizations o left join latest l on l.organization_id = o.id
              where o.id in (:organizations)
              group by o.id),
            standings as (
              insert into organization_standings select * from sums
              on conflict (organization_id, day) do update set
                objects = excluded.objects, met = excluded.met, not_met = excluded.not_met,
                undecided = excluded.undecided, high_not_met = excluded.high_not_met,
                next_due = excluded.next_due),
            months as (
              insert into organization_months
              select date_trunc('month', day)::date, id, met, not_met, undecided from sums
              on conflict (month, organization_id) do update set
                met = excluded.met, not_met = excluded.not_met, undecided = excluded.undecided)
            insert into organization_current select * from sums
            on conflict (organization_id) do update set
              day = excluded.day, objects = excluded.objects, met = excluded.met,
              not_met = excluded.not_met, undecided = excluded.undecided,
              high_not_met = excluded.high_not_met, next_due = excluded.next_due
            where organization_current.day <= excluded.day
            """,
        organizations,
        day);
  }

  private void sections(Collection<UUID> organizations, LocalDate day) {
    run(
        "delete from organization_sections where organization_id in (:organizations)",
        organizations);
    run(
        LATEST
            + """
            insert into organization_sections
            select l.organization_id, c.key, sum((c.value->>0)::int), sum((c.value->>1)::int),
                   sum((c.value->>2)::int)
            from latest l, jsonb_each(l.sections) c
            group by l.organization_id, c.key
            """,
        organizations,
        day);
  }

  /** A duty that is counted from a fact of the organisation stands there once for each day. */
  private void deadlines(Collection<UUID> organizations) {
    run("delete from deadlines where organization_id in (:organizations)", organizations);
    run(
        """
        insert into deadlines
          (organization_id, objects, requirement, recurring, shared, period, counted, due, fact, outcome, open)
        select o.organization_id, array_agg(o.id order by o.name, o.id), d.requirement, d.recurring, d.shared,
               min(d.period), min(d.counted), d.due, min(d.fact),
               case when bool_or(d.outcome = 'not-met') then 'not-met'
                    when bool_or(d.outcome = 'undecided') then 'undecided' else 'met' end,
               bool_or(d.outcome <> 'met')
        from object_duties k
        join objects o on o.id = k.object_id and o.archived_at is null
        cross join jsonb_to_recordset(k.duties) as d(
          requirement text, recurring boolean, period text, counted date, due date, fact text,
          shared boolean, outcome text)
        where k.organization_id in (:organizations)
        group by o.organization_id, d.requirement, d.recurring, d.due, d.shared,
                 case when not d.shared then o.id end
        """,
        organizations);
    run(
        """
        with gone as (delete from deadline_days where organization_id in (:organizations))
        update organization_current set calendar = pg_current_xact_id()::text::bigint
        where organization_id in (:organizations)
        """,
        organizations);
    run(
        """
        insert into deadline_days
        select organization_id, due, count(*), count(*) filter (where open)
        from deadlines where organization_id in (:organizations) group by organization_id, due
        """,
        organizations);
  }

  private void run(String statement, Collection<UUID> organizations) {
    db.sql(statement).param("organizations", organizations).update();
  }

  private void run(String statement, Collection<UUID> organizations, LocalDate day) {
    db.sql(statement)
        .param("organizations", organizations)
        .param("day", Date.valueOf(day))
        .update();
  }
}
