package kz.senim.server.duties;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import kz.senim.server.objects.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the deadlines that are kept with the standings of the objects. Whoever calls it has checked
 * who may look.
 */
@Component
@Transactional(readOnly = true)
class KeptDeadlines {

  private static final String OF = "WITHIN and (:object::uuid is null or :object = any(objects))";

  /**
   * Overdue, then those that are met past their day, then those to come, then those without a day.
   */
  private static final String SOME =
      """
      with listed as (
        (select id, 0 as part from deadlines where open and due < :day and OF
         order by due, requirement, id limit :most)
        union all
        (select id, 1 from deadlines where not open and due < :day and :all and OF
         order by due, requirement, id limit :most)
        union all
        (select id, 2 from deadlines where due >= :day and :all and OF
         order by due, requirement, id limit :most)
        union all
        (select id, 3 from deadlines where due is null and :all and OF
         order by due, requirement, id limit :most))
      """
          .replace("OF", OF);

  private static final String DEADLINES =
      """
      select d.*, g.name, g.bin from deadlines d join organizations g on g.id = d.organization_id
      """;

  private static final int MOST_REMEMBERED = 100;

  private final JdbcClient db;
  private final LawBook book;

  /** By account, those longest not asked for go first. */
  private final Map<UUID, Summed> sums =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Summed> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  private record Summed(String version, List<Day> days) {}

  KeptDeadlines(JdbcClient db, LawBook book) {
    this.db = db;
    this.book = book;
  }

  /** How many are due on a day; {@code due} is null for those without one. */
  record Day(@Nullable LocalDate due, int deadlines, int open) {}

  /**
   * What is kept of organisations.
   *
   * @param objects how many they have, as last counted
   * @param version another one whenever a deadline of theirs changed, or which organisations they
   *     are
   */
  record Kept(int objects, String version) {}

  Kept kept(Within within) {
    return db.sql(
            """
            select coalesce(sum(objects), 0) as objects,
              count(*) || ' ' || coalesce(sum(uuid_hash_extended(organization_id, calendar)), 0) as version
            from organization_current where
            """
                + within.sql("organization_id"))
        .param("within", within.value())
        .query(Kept.class)
        .single();
  }

  /** Whether every object of the organisations was decided for the day by this law book. */
  boolean hold(Within within, LocalDate day) {
    return !db.sql(
            """
            select exists (
              select 1 from objects o
              left join object_duties d on d.object_id = o.id and d.day = :day and d.book = :book
              where WITHIN and o.archived_at is null and d.object_id is null)
            """
                .replace("WITHIN", within.sql("o.organization_id")))
        .param("within", within.value())
        .param("day", Date.valueOf(day))
        .param("book", book.fingerprint())
        .query(Boolean.class)
        .single();
  }

  /**
   * A part of the list: overdue first, then by day, those without a day last.
   *
   * @param object only those that concern it; null for all
   */
  List<Deadline> some(
      Within within,
      @Nullable UUID object,
      LocalDate day,
      boolean onlyOverdue,
      int from,
      int most) {
    return read(
        db.sql(
                SOME.replace("WITHIN", within.sql("organization_id"))
                    + DEADLINES
                    + """
                    join listed on listed.id = d.id
                    order by listed.part, d.due, d.requirement, d.id limit :limit offset :from
                    """)
            .param("within", within.value())
            .param("object", object)
            .param("day", Date.valueOf(day))
            .param("all", !onlyOverdue)
            .param("most", from + most)
            .param("limit", most)
            .param("from", from),
        day);
  }

  /** Those due from the first day to the last, by day. */
  List<Deadline> between(
      Within within,
      @Nullable UUID object,
      LocalDate first,
      LocalDate last,
      int most,
      LocalDate day) {
    return read(
        db.sql(
                DEADLINES
                    + "where d.due between :first and :last and "
                    + of(within, "d.organization_id")
                    + " order by d.due, d.requirement, d.id limit :most")
            .param("within", within.value())
            .param("object", object)
            .param("first", Date.valueOf(first))
            .param("last", Date.valueOf(last))
            .param("most", most),
        day);
  }

  /** Those deadlines, in this order. */
  List<Deadline> these(List<Long> ids, LocalDate day) {
    return read(
        db.sql(
                DEADLINES
                    + "join unnest(:ids::bigint[]) with ordinality asked(id, place)"
                    + " on asked.id = d.id order by asked.place")
            .param("ids", ids.toArray(Long[]::new)),
        day);
  }

  /**
   * How many are due on each day. To sum the days of thousands of organisations costs more than the
   * rest of a page: the sums of those who have so many are remembered until one of them changes.
   *
   * @param version as {@link #kept} told
   */
  List<Day> days(Within within, @Nullable UUID object, String version) {
    UUID account = within.allOf();
    if (account == null || object != null) {
      return sum(within, object);
    }
    Summed known = sums.get(account);
    if (known == null || !known.version().equals(version)) {
      known = new Summed(version, sum(within, null));
      sums.put(account, known);
    }
    return known.days();
  }

  private List<Day> sum(Within within, @Nullable UUID object) {
    String select =
        object == null
            ? "select due, sum(deadlines), sum(open) from deadline_days where "
                + within.sql("organization_id")
            : "select due, count(*), count(*) filter (where open) from deadlines where "
                + of(within, "organization_id");
    return db.sql(select + " group by due order by due")
        .param("within", within.value())
        .param("object", object)
        .query((row, _) -> new Day(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3)))
        .list();
  }

  private static String of(Within within, String column) {
    return OF.replace("WITHIN", within.sql(column));
  }

  /** A deadline whose objects are not read yet. */
  private record Row(List<UUID> objects, Deadline deadline) {}

  /** The names of the objects are read for all of them at once. */
  private List<Deadline> read(JdbcClient.StatementSpec statement, LocalDate day) {
    RowMapper<Optional<Row>> mapper = (row, _) -> row(row, day);
    List<Row> rows = statement.query(mapper).list().stream().flatMap(Optional::stream).toList();
    Set<UUID> ids = new HashSet<>();
    rows.forEach(row -> ids.addAll(row.objects()));
    Map<UUID, InformatizationObject> objects = new HashMap<>();
    db.sql("select id, organization_id, name, code from objects where id = any(?)")
        .param(array(ids))
        .query(
            (row, _) ->
                new InformatizationObject(
                    row.getObject("id", UUID.class),
                    row.getObject("organization_id", UUID.class),
                    row.getString("name"),
                    row.getString("code"),
                    false))
        .list()
        .forEach(object -> objects.put(object.id(), object));
    return rows.stream()
        .map(
            row ->
                row.deadline()
                    .with(
                        row.objects().stream()
                            .flatMap(id -> Stream.ofNullable(objects.get(id)))
                            .toList()))
        .filter(deadline -> !deadline.objects().isEmpty())
        .toList();
  }

  /** Empty for a duty that the law book does not hold any more. */
  private Optional<Row> row(ResultSet row, LocalDate day) throws SQLException {
    Requirement requirement = book.findRequirement(row.getString("requirement")).orElse(null);
    int fact = book.factIndex(row.getString("fact"));
    if (requirement == null || fact < 0) {
      return Optional.empty();
    }
    Organization organization =
        new Organization(
            row.getObject("organization_id", UUID.class),
            row.getString("name"),
            row.getString("bin"),
            false);
    String period = row.getString("period");
    LocalDate due = row.getObject("due", LocalDate.class);
    Deadline deadline =
        new Deadline(
            organization,
            List.of(),
            row.getBoolean("shared"),
            requirement,
            row.getBoolean("recurring"),
            period == null ? null : Period.parse(period),
            row.getObject("counted", LocalDate.class),
            due,
            book.facts().get(fact),
            outcome(row.getString("outcome")),
            row.getBoolean("open") && due != null && due.isBefore(day));
    UUID[] objects = (UUID[]) row.getArray("objects").getArray();
    return Optional.of(new Row(List.of(objects), deadline));
  }

  private static Outcome outcome(String word) {
    return Stream.of(Outcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
