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
  private final RollUps rollUps;
  private final JsonMapper json = JsonMapper.builder().build();

  Standings(
      JdbcClient db, JdbcTemplate batch, Assessor assessor, FactStore facts, RollUps rollUps) {
    this.db = db;
    this.batch = batch;
    this.assessor = assessor;
    this.book = assessor.book();
    this.facts = facts;
    this.rollUps = rollUps;
  }

  /**
   * Decides the organisation's objects for the day and keeps the counts and what is due. A constant
   * number of statements.
   */
  void refresh(UUID organization, Collection<UUID> objects, LocalDate day) {
    keep(facts.loadAll(organization, objects, day), day, false);
    rollUp(List.of(organization), day);
  }

  /**
   * As {@link #refresh} for objects of whichever organisations, where the day's counts by this law
   * book are not there yet: what a changed fact has brought in the meantime is newer. As many
   * statements.
   */
  void complete(Collection<InformatizationObject> objects, LocalDate day) {
    keep(facts.loadEach(objects, day), day, true);
    rollUp(objects.stream().map(InformatizationObject::organization).distinct().toList(), day);
  }

  /**
   * @param onlyMissing leaves alone what was kept for the day by this law book
   */
  private void keep(Map<UUID, Facts> known, LocalDate day, boolean onlyMissing) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> duties = new ArrayList<>();
    known.forEach(
        (object, facts) -> {
          Assessment assessment = assessor.assess(facts, day);
          List<Duties.Duty> due = Duties.of(book, facts, assessment);
          rows.add(columns(count(object, due, assessment)));
          duties.add(
              new Object[] {
                object,
                Date.valueOf(day),
                book.fingerprint(),
                json.writeValueAsString(due.stream().map(duty -> KeptDuty.of(book, duty)).toList()),
                object
              });
        });
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
            + (onlyMissing ? "where object_standings.book is distinct from excluded.book" : ""),
        rows);
    batch.batchUpdate(
        """
        insert into object_duties (object_id, organization_id, day, book, duties)
        select ?, o.organization_id, ?, ?, ?::jsonb from objects o where o.id = ?
        on conflict (object_id) do update set
          day = excluded.day, book = excluded.book, duties = excluded.duties
        where object_duties.day <= excluded.day
        """
            + (onlyMissing
                ? " and (object_duties.day, object_duties.book) is distinct from (excluded.day,"
                    + " excluded.book)"
                : ""),
        duties);
  }

  /** Sums what is kept of the organisations' objects. */
  void rollUp(Collection<UUID> organizations, LocalDate day) {
    rollUps.rollUp(organizations, day);
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

  /**
   * Counts an assessment that was made already.
   *
   * @param duties that fall out of it
   */
  Standing count(UUID object, List<Duties.Duty> duties, Assessment assessment) {
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
        duties.stream().flatMap(duty -> Stream.ofNullable(duty.due())).findFirst().orElse(null);
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
            select s.* from unnest(:objects) o(id)
            cross join lateral (
              select * from object_standings s
              where s.object_id = o.id and s.day <= :day order by s.day desc limit 1) s
            """)
        .param("objects", objects.toArray(UUID[]::new))
        .param("day", Date.valueOf(day))
        .query((row, _) -> standing(row))
        .list()
        .forEach(standing -> found.put(standing.object(), standing));
    return found;
  }

  /** Those up to the day and after that one, oldest first. One statement. */
  List<Standing> trendAfter(UUID object, @Nullable LocalDate after, LocalDate day, int most) {
    return db.sql(
            """
            select * from object_standings
            where object_id = :object and day <= :day and (cast(:after as date) is null or day > :after)
            order by day limit :most
            """)
        .param("object", object)
        .param("day", day)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> standing(row))
        .list();
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
