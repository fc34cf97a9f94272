package kz.senim.server.objects;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts that may soon not be relied on any more. */
@Component
public class ExpiringFacts {

  private final JdbcClient db;
  private final LawBook book;

  ExpiringFacts(JdbcClient db, LawBook book) {
    this.db = db;
    this.book = book;
  }

  /**
   * A fact with a last day.
   *
   * @param object whose page shows it: its own, or for a fact of the organisation any of its
   *     objects
   * @param name of the object it is told of, else of the organisation
   * @param until the last day on which it may be relied on
   */
  public record Expiring(
      UUID organization, UUID object, boolean shared, String name, Fact fact, LocalDate until) {}

  private record Found(
      UUID organization,
      @Nullable UUID object,
      boolean shared,
      String name,
      String fact,
      LocalDate until) {}

  /** Facts of the organisations as known on the first day, with a last day up to the last. */
  public List<Expiring> between(Collection<UUID> organizations, LocalDate first, LocalDate last) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    return db
        .sql(
            """
            select f.organization_id, f.object_id is null as shared, f.fact, f.valid_until,
                   coalesce(o.name, g.name) as name,
                   coalesce(f.object_id, (select x.id from objects x
                                          where x.organization_id = f.organization_id
                                            and x.archived_at is null
                                          order by x.name, x.id limit 1)) as shown_at
            from (select distinct on (organization_id, object_id, fact) *
                  from fact_records
                  where organization_id in (:organizations)
                    and (valid_from is null or valid_from <= :first)
                  order by organization_id, object_id, fact, id desc) f
            join organizations g on g.id = f.organization_id
            left join objects o on o.id = f.object_id
            where f.value is not null and f.valid_until between :first and :last
              and o.archived_at is null
            order by f.valid_until, f.id
            """)
        .param("organizations", organizations)
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(last))
        .query(
            (row, _) ->
                new Found(
                    row.getObject("organization_id", UUID.class),
                    row.getObject("shown_at", UUID.class),
                    row.getBoolean("shared"),
                    row.getString("name"),
                    row.getString("fact"),
                    row.getObject("valid_until", LocalDate.class)))
        .list()
        .stream()
        .flatMap(this::expiring)
        .toList();
  }

  /** None for a fact that the law book does not know any more, or that no page shows. */
  private Stream<Expiring> expiring(Found found) {
    int index = book.factIndex(found.fact());
    UUID object = found.object();
    return index < 0 || object == null
        ? Stream.empty()
        : Stream.of(
            new Expiring(
                found.organization(),
                object,
                found.shared(),
                found.name(),
                book.facts().get(index),
                found.until()));
  }
}
