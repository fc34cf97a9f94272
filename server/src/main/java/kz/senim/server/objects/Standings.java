package kz.senim.server.objects;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps how each object stands, so that lists need not decide. Rewritten in the transaction that
 * changes a fact.
 */
@Component
@Transactional
public class Standings {

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final Assessor assessor;
  private final LawBook book;
  private final FactStore facts;
  private final JsonMapper json = JsonMapper.builder().build();

  Standings(JdbcClient db, JdbcTemplate batch, Assessor assessor, FactStore facts) {
    this.db = db;
    this.batch = batch;
    this.assessor = assessor;
    this.book = assessor.book();
    this.facts = facts;
  }

  /** Decides the organisation's objects for the day and keeps the counts. Five statements. */
  void refresh(UUID organization, Collection<UUID> objects, LocalDate day) {
    keep(facts.loadAll(organization, objects, day), day, "");
    rollUp(List.of(organization), day);
  }

  /**
   * As {@link #refresh} for objects of whichever organisations, where the day's counts by this law
   * book are not there yet: what a changed fact has brought in the meantime is newer. Five
   * statements.
   */
  void complete(Collection<InformatizationObject> objects, LocalDate day) {
    keep(
        facts.loadEach(objects, day),
        day,
        "where object_standings.book is distinct from excluded.book");
    rollUp(objects.stream().map(InformatizationObject::organization).distinct().toList(), day);
  }

  private void keep(Map<UUID, Facts> known, LocalDate day, String unless) {
    List<Object[]> rows = new ArrayList<>();
    known.forEach((object, facts) -> rows.add(columns(count(object, facts, day))));
    batch.batchUpdate(
        """
        insert into object_standings
          (object_id, day, book, met, not_met, undecided, not_applicable, high_not_met, next_due, sections)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
        on conflict (object_id, day) do update set
          book = excluded.book, met = excluded.met, not_met = excluded.not_met,
          undecided = excluded.undecided, not_applicable = excluded.not_applicable,
          high_not_met = excluded.high_not_met, next_due = excluded.next_due,
          sections = excluded.sections
        """
            + unless,
        rows);
  }

  /**
   * Sums the latest standings of each organisation's objects that are not archived. Three
   * statements.
   */
  void rollUp(Collection<UUID> organizations, LocalDate day) {
    if (organizations.isEmpty()) {
      return;
    }
    String latest =
        """
        with latest as (
          select distinct on (s.object_id) o.organization_id, s.*
          from object_standings s join objects o on o.id = s.object_id
          where o.organization_id in (:organizations) and o.archived_at is null and s.day <= :day
          order by s.object_id, s.day desc)
        """;
    db.sql(
            latest
                + """
                insert into organization_standings
                select o.id, :day, count(l.object_id), coalesce(sum(l.met), 0),
                       coalesce(sum(l.not_met), 0), coalesce(sum(l.undecided), 0),
                       coalesce(sum(l.high_not_met), 0), min(l.next_due)
                from organizations o left join latest l on l.organization_id = o.id
                where o.id in (:organizations)
                group by o.id
                on conflict (organization_id, day) do update set
                  objects = excluded.objects, met = excluded.met, not_met = excluded.not_met,
                  undecided = excluded.undecided, high_not_met = excluded.high_not_met,
                  next_due = excluded.next_due
                """)
        .param("organizations", organizations)
        .param("day", Date.valueOf(day))
        .update();
    db.sql("delete from organization_sections where organization_id in (:organizations)")
        .param("organizations", organizations)
        .update();
    db.sql(
            latest
                + """
                insert into organization_sections
                select l.organization_id, c.key, sum((c.value->>0)::int), sum((c.value->>1)::int),
                       sum((c.value->>2)::int)
                from latest l, jsonb_each(l.sections) c
                group by l.organization_id, c.key
                """)
        .param("organizations", organizations)
        .param("day", Date.valueOf(day))
        .update();
  }

  private @Nullable Object[] columns(Standing standing) {
    LocalDate due = standing.nextDue();
    return new @Nullable Object[] {
      standing.object(),
      Date.valueOf(standing.day()),
      book.fingerprint(),
      standing.met(),
      standing.notMet(),
      standing.undecided(),
      standing.notApplicable(),
      standing.highNotMet(),
      due == null ? null : Date.valueOf(due),
      json.writeValueAsString(standing.sections())
    };
  }

  private Standing count(UUID object, Facts known, LocalDate day) {
    return count(object, known, assessor.assess(known, day));
  }

  /** Counts an assessment that was made already. */
  Standing count(UUID object, Facts known, Assessment assessment) {
    Map<Outcome, Integer> counts = assessment.summary();
    Map<String, int[]> sections = new LinkedHashMap<>();
    int high = 0;
    for (Decision decision : assessment.decisions()) {
      int column =
          switch (decision.outcome()) {
            case MET -> 0;
            case NOT_MET -> 1;
            case UNDECIDED -> 2;
            case NOT_APPLICABLE -> -1;
          };
      if (column >= 0) {
        Provision provision = book.provisionOf(decision.requirement());
        sections
            .computeIfAbsent(provision.act() + "#" + provision.section(), _ -> new int[3])[
            column]++;
      }
      if (decision.outcome() == Outcome.NOT_MET
          && book.getSeverity(decision.requirement().severity()).level() == Vocabulary.Level.HIGH) {
        high++;
      }
    }
    LocalDate due =
        Duties.of(book, known, assessment).stream()
            .flatMap(duty -> Stream.ofNullable(duty.due()))
            .findFirst()
            .orElse(null);
    return new Standing(
        object,
        assessment.asOf(),
        counts.getOrDefault(Outcome.MET, 0),
        counts.getOrDefault(Outcome.NOT_MET, 0),
        counts.getOrDefault(Outcome.UNDECIDED, 0),
        counts.getOrDefault(Outcome.NOT_APPLICABLE, 0),
        high,
        due,
        sections);
  }

  /** The last standing of each object on or before the day. One statement. */
  public Map<UUID, Standing> latest(Collection<UUID> objects, LocalDate day) {
    Map<UUID, Standing> found = new HashMap<>();
    if (objects.isEmpty()) {
      return found;
    }
    db.sql(
            """
            select distinct on (object_id) *
            from object_standings
            where object_id in (:objects) and day <= :day
            order by object_id, day desc
            """)
        .param("objects", objects)
        .param("day", Date.valueOf(day))
        .query((row, _) -> standing(row))
        .list()
        .forEach(standing -> found.put(standing.object(), standing));
    return found;
  }

  /** All standings of the object up to the day, oldest first. */
  public List<Standing> trend(UUID object, LocalDate day) {
    return db.sql("select * from object_standings where object_id = ? and day <= ? order by day")
        .params(object, Date.valueOf(day))
        .query((row, _) -> standing(row))
        .list();
  }

  private Standing standing(ResultSet row) throws SQLException {
    Map<String, int[]> sections =
        json.readValue(
            row.getString("sections"), new TypeReference<LinkedHashMap<String, int[]>>() {});
    return new Standing(
        row.getObject("object_id", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getInt("met"),
        row.getInt("not_met"),
        row.getInt("undecided"),
        row.getInt("not_applicable"),
        row.getInt("high_not_met"),
        row.getObject("next_due", LocalDate.class),
        sections);
  }
}
