package kz.senim.server.objects;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how every object stands when a new day or another law book has come. In small batches with
 * a transaction each, so that nobody waits for it.
 */
@Component
public class StandingRounds {

  private static final int BATCH = 200;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient db;
  private final Standings standings;
  private final LawBook book;

  StandingRounds(JdbcClient db, Standings standings, LawBook book) {
    this.db = db;
    this.standings = standings;
    this.book = book;
  }

  /** Counts the objects that were not yet counted for the day by this law book; says how many. */
  public int complete(LocalDate day) {
    int counted = 0;
    List<InformatizationObject> some;
    UUID organization = BEFORE_ALL;
    UUID last = BEFORE_ALL;
    do {
      some = uncounted(day, organization, last);
      if (!some.isEmpty()) {
        standings.complete(some, day);
        counted += some.size();
        organization = some.getLast().organization();
        last = some.getLast().id();
      }
    } while (some.size() == BATCH);
    return counted;
  }

  private List<InformatizationObject> uncounted(LocalDate day, UUID organization, UUID after) {
    return db.sql(
            """
            select o.id, o.organization_id, o.name, o.code
            from objects o
            where o.archived_at is null and (o.organization_id, o.id) > (:organization, :after)
              and not (exists (select 1 from object_standings s
                               where s.object_id = o.id and s.day = :day and s.book = :book)
                       and exists (select 1 from object_duties d
                                   where d.object_id = o.id and d.day >= :day and d.book = :book))
            order by o.organization_id, o.id limit :most
            """)
        .param("organization", organization)
        .param("after", after)
        .param("day", Date.valueOf(day))
        .param("book", book.fingerprint())
        .param("most", BATCH)
        .query(
            (row, _) ->
                new InformatizationObject(
                    row.getObject("id", UUID.class),
                    row.getObject("organization_id", UUID.class),
                    row.getString("name"),
                    row.getString("code"),
                    false))
        .list();
  }
}
