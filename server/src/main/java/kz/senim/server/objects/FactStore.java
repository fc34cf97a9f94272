package kz.senim.server.objects;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of objects and organisations. On a day, a fact is what was recorded last among what
 * is true by then; what is told of an object goes before what is told of its organisation.
 */
@Component
@Transactional
public class FactStore {

  /** Of these subjects each object has its own; everything else is the organisation's. */
  private static final Set<String> OF_OBJECT = Set.of("object", "integration-gateway");

  private static final String COLUMNS =
      """
      f.id, f.object_id, f.fact, f.value, f.source, f.told_by, f.signed_by, f.observed,
      f.valid_from, f.valid_until, f.reference
      """;

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final LawBook book;
  private final Clock clock;

  FactStore(JdbcClient db, JdbcTemplate batch, LawBook book, Clock clock) {
    this.db = db;
    this.batch = batch;
    this.book = book;
    this.clock = clock;
  }

  /** Whether the fact is told of each object by itself. */
  public static boolean isOfObject(Fact fact) {
    return OF_OBJECT.contains(fact.subject());
  }

  /** What is known of the object on the day. One statement. */
  public Facts load(InformatizationObject object, LocalDate day) {
    List<Row> rows =
        db.sql(
                """
                select distinct on (f.fact, f.object_id)
                """
                    + COLUMNS
                    + """
                    from fact_records f
                    where f.organization_id = :organization
                      and (f.object_id is null or f.object_id = :object)
                      and (f.valid_from is null or f.valid_from <= :day)
                    order by f.fact, f.object_id, f.id desc
                    """)
            .param("organization", object.organization())
            .param("object", object.id())
            .param("day", Date.valueOf(day))
            .query((row, _) -> row(row))
            .list();
    return facts(rows, List.of());
  }

  /** What was known of the day by then: what was recorded later is left out. One statement. */
  public Facts loadAsKnown(InformatizationObject object, LocalDate day, Instant then) {
    List<Row> rows =
        db.sql(
                """
                select distinct on (f.fact, f.object_id)
                """
                    + COLUMNS
                    + """
                    from fact_records f
                    where f.organization_id = :organization
                      and (f.object_id is null or f.object_id = :object)
                      and (f.valid_from is null or f.valid_from <= :day)
                      and f.recorded_at < :then
                    order by f.fact, f.object_id, f.id desc
                    """)
            .param("organization", object.organization())
            .param("object", object.id())
            .param("day", Date.valueOf(day))
            .param("then", Timestamp.from(then))
            .query((row, _) -> row(row))
            .list();
    return facts(rows, List.of());
  }

  /** What is known on the day of each of the organisation's objects. One statement. */
  public Map<UUID, Facts> loadAll(UUID organization, Collection<UUID> objects, LocalDate day) {
    Map<UUID, UUID> owners = new LinkedHashMap<>();
    objects.forEach(object -> owners.put(object, organization));
    return load(owners, day);
  }

  /** What is known on the day of each object, of whichever organisations. One statement. */
  Map<UUID, Facts> loadEach(Collection<InformatizationObject> objects, LocalDate day) {
    Map<UUID, UUID> owners = new LinkedHashMap<>();
    objects.forEach(object -> owners.put(object.id(), object.organization()));
    return load(owners, day);
  }

  /**
   * @param owners the organisation of each object
   */
  private Map<UUID, Facts> load(Map<UUID, UUID> owners, LocalDate day) {
    Map<UUID, Facts> all = new HashMap<>();
    if (owners.isEmpty()) {
      return all;
    }
    Map<UUID, List<Row>> shared = new HashMap<>();
    Map<UUID, List<Row>> own = new HashMap<>();
    // In the order of the index, which spares sorting.
    db.sql(
            """
            select distinct on (f.organization_id, f.object_id, f.fact) f.organization_id,
            """
                + COLUMNS
                + """
                from fact_records f
                where f.organization_id in (:organizations)
                  and (f.valid_from is null or f.valid_from <= :day)
                order by f.organization_id, f.object_id, f.fact, f.id desc
                """)
        .param("organizations", Set.copyOf(owners.values()))
        .param("day", Date.valueOf(day))
        .query(
            (row, _) -> {
              Row read = row(row);
              UUID object = read.object();
              (object == null
                      ? shared.computeIfAbsent(
                          row.getObject("organization_id", UUID.class), _ -> new ArrayList<>())
                      : own.computeIfAbsent(object, _ -> new ArrayList<>()))
                  .add(read);
              return read;
            })
        .list();
    owners.forEach(
        (object, organization) ->
            all.put(
                object,
                facts(
                    own.getOrDefault(object, List.of()),
                    shared.getOrDefault(organization, List.of()))));
    return all;
  }

  /** All that was told of the object and its organisation in that time, newest first. */
  public List<FactRecord> told(InformatizationObject object, Instant from, Instant before) {
    return db
        .sql(
            "select "
                + COLUMNS
                + """
                , f.recorded_at, a.name as recorded_by_name
                from fact_records f join accounts a on a.id = f.recorded_by
                where f.organization_id = ? and (f.object_id is null or f.object_id = ?)
                  and f.recorded_at >= ? and f.recorded_at < ?
                order by f.id desc
                """)
        .params(object.organization(), object.id(), Timestamp.from(from), Timestamp.from(before))
        .query((row, _) -> told(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty for a fact that the law book does not hold any more. */
  private Optional<FactRecord> told(ResultSet row) throws SQLException {
    Row read = row(row);
    if (read.fact() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FactRecord(
            row.getLong("id"),
            read.object(),
            book.facts().get(read.fact()),
            read.value(),
            row.getTimestamp("recorded_at").toInstant(),
            row.getString("recorded_by_name")));
  }

  /** All that was ever told of one fact, newest first. */
  public List<FactRecord> history(InformatizationObject object, Fact fact) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                , f.recorded_at, a.name as recorded_by_name
                from fact_records f join accounts a on a.id = f.recorded_by
                where f.organization_id = ? and (f.object_id is null or f.object_id = ?) and f.fact = ?
                order by f.id desc
                """)
        .params(object.organization(), object.id(), fact.id())
        .query(
            (row, _) -> {
              Row read = row(row);
              return new FactRecord(
                  row.getLong("id"),
                  read.object(),
                  fact,
                  read.value(),
                  row.getTimestamp("recorded_at").toInstant(),
                  row.getString("recorded_by_name"));
            })
        .list();
  }

  /**
   * Records facts of an object; those of its organisation are recorded there. One statement.
   *
   * @param values null takes the fact back
   */
  void record(UUID account, InformatizationObject object, Map<Fact, @Nullable FactValue> values) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    values.forEach(
        (fact, value) -> {
          @Nullable Object[] row = {
            object.organization(),
            isOfObject(fact) ? object.id() : null,
            fact.id(),
            value == null ? null : FactText.write(value.value()),
            value == null ? "declared" : value.source().word(),
            value == null ? null : value.by(),
            value == null ? null : value.signedBy(),
            value == null ? null : value.observed(),
            value == null ? null : value.from(),
            value == null ? null : value.until(),
            value == null ? null : value.reference(),
            Timestamp.from(clock.instant()),
            account
          };
          rows.add(row);
        });
    batch.batchUpdate(
        """
        insert into fact_records
          (organization_id, object_id, fact, value, source, told_by, signed_by, observed,
           valid_from, valid_until, reference, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private record Row(@Nullable UUID object, int fact, @Nullable FactValue value) {}

  /** What is told of the object itself goes before what is told of the organisation. */
  private Facts facts(List<Row> rows, List<Row> shared) {
    @Nullable FactValue[] values = new FactValue[book.facts().size()];
    for (List<Row> some : List.of(shared, rows)) {
      some.stream().filter(row -> row.object() == null).forEach(row -> put(values, row));
    }
    rows.stream()
        .filter(row -> row.object() != null && row.value() != null)
        .forEach(row -> put(values, row));
    Facts.Builder facts = new Facts.Builder(book);
    for (int i = 0; i < values.length; i++) {
      FactValue value = values[i];
      if (value != null) {
        facts.put(i, value);
      }
    }
    return facts.build();
  }

  private static void put(@Nullable FactValue[] values, Row row) {
    if (row.fact() >= 0) {
      values[row.fact()] = row.value();
    }
  }

  private Row row(ResultSet row) throws SQLException {
    int index = book.factIndex(row.getString("fact"));
    String text = row.getString("value");
    UUID object = row.getObject("object_id", UUID.class);
    if (index < 0 || text == null) {
      return new Row(object, index, null); // taken back, or no fact of this law book any more
    }
    Object value;
    try {
      value = FactText.read(book.facts().get(index), text);
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Row(object, index, null);
    }
    return new Row(
        object,
        index,
        new FactValue(
            value,
            FactValue.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
            row.getString("told_by"),
            row.getString("signed_by"),
            row.getObject("observed", LocalDate.class),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class),
            row.getString("reference")));
  }
}
