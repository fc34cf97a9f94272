package kz.senim.server.notices;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.StandingRounds;
import kz.senim.server.walls.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What every new day asks for: to count how each object stands on it, and to tell people what comes
 * near. From six in the morning on, and at the start when the day or the law book is another than
 * that of the last round. It may run twice: what is there already is left alone. Of several servers
 * on one database one goes round; when it dies over it, another one begins within ten minutes.
 */
@Component
class DailyRound {

  private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);

  /** Any number that nothing else locks. */
  private static final long LOCK = 0x53454e494dL;

  private static final int ORGANIZATIONS_AT_ONCE = 50;

  private final DataSource source;
  private final JdbcClient db;
  private final Objects objects;
  private final StandingRounds standings;
  private final List<NoticeSource> sources;
  private final Notices notices;
  private final LawBook book;
  private final Clock clock;

  DailyRound(
      DataSource source,
      JdbcClient db,
      Objects objects,
      StandingRounds standings,
      List<NoticeSource> sources,
      Notices notices,
      LawBook book,
      Clock clock) {
    this.source = source;
    this.db = db;
    this.objects = objects;
    this.standings = standings;
    this.sources = sources;
    this.notices = notices;
    this.book = book;
    this.clock = clock;
  }

  /** Asked every ten minutes, which costs one statement when the round is done. */
  void sinceSix() {
    if (LocalTime.now(clock).getHour() >= 6) {
      Scope.system(() -> runUnlessDone(LocalDate.now(clock)));
    }
  }

  /** Beside the start, so that the first page need not wait. */
  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    Thread.ofVirtual()
        .name("daily-round")
        .start(() -> Scope.system(() -> runUnlessDone(LocalDate.now(clock))));
  }

  private void runUnlessDone(LocalDate day) {
    if (!done(day)) {
      locked(
          () -> {
            // Another server may have ended its round between the two looks.
            if (!done(day)) {
              goRound(day);
            }
          });
    }
  }

  private boolean done(LocalDate day) {
    return db.sql("select exists(select 1 from notice_rounds where day = ? and book = ?)")
        .params(Date.valueOf(day), book.fingerprint())
        .query(Boolean.class)
        .single();
  }

  /**
   * @return false when another server, or this one, is going round at this moment
   */
  boolean run(LocalDate day) {
    return locked(() -> goRound(day));
  }

  private boolean locked(Runnable work) {
    // The lock belongs to the connection, which therefore is kept until the end.
    try (Connection connection = source.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(?)")) {
        return false;
      }
      try {
        work.run();
      } finally {
        ask(connection, "select pg_advisory_unlock(?)");
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the daily round could not be locked", e);
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private void goRound(LocalDate day) {
    int counted;
    try {
      counted = standings.complete(day);
    } catch (BeforeTheLaw e) {
      LOG.warn("no daily round for {}: {}", day, e.getMessage());
      return;
    }
    List<UUID> some = objects.after(null, ORGANIZATIONS_AT_ONCE);
    while (!some.isEmpty()) {
      Map<UUID, Set<UUID>> people = people(some);
      for (NoticeSource news : sources) {
        notices.add(news.on(day, some, of -> people.getOrDefault(of, Set.of())));
      }
      some = objects.after(some.getLast(), ORGANIZATIONS_AT_ONCE);
    }
    db.sql(
            """
            insert into notice_rounds (day, book, finished_at) values (?, ?, ?)
            on conflict (day, book) do update set finished_at = excluded.finished_at
            """)
        .params(Date.valueOf(day), book.fingerprint(), Timestamp.from(clock.instant()))
        .update();
    LOG.info("daily round for {}: {} objects counted", day, counted);
  }

  /** Who can change something in the organisations. */
  private Map<UUID, Set<UUID>> people(List<UUID> organizations) {
    Map<UUID, Set<UUID>> people = new HashMap<>();
    db.sql(
            """
            select m.organization_id, m.account_id
            from memberships m join accounts a on a.id = m.account_id and a.disabled_at is null
            where m.organization_id in (:ids) and m.role <> 'auditor'
            """)
        .param("ids", organizations)
        .query(
            (row, _) ->
                people
                    .computeIfAbsent(
                        row.getObject("organization_id", UUID.class), _ -> new HashSet<>())
                    .add(row.getObject("account_id", UUID.class)))
        .list();
    return people;
  }
}
