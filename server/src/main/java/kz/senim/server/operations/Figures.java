package kz.senim.server.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kz.senim.server.rounds.ClockJumps;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures of the database that a monitor watches. They are the same on every server of a database:
 * take the largest, not the sum. Read by one statement, at most every ten seconds; unknown (NaN)
 * while the database does not answer.
 */
@Component
class Figures implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  private static final String ALL =
      """
      select 'jobs.waiting' as name, count(*)::float8 as value from jobs where state = 'waiting'
      union all select 'jobs.running', count(*) from jobs where state = 'running'
      union all select 'jobs.failed', count(*) from jobs
        where state = 'failed' and ended_at > now() - interval '1 day'
      union all select 'mails.ready', count(*) from notice_mails where state = 'ready'
      union all select 'mails.sending', count(*) from notice_mails where state = 'sending'
      union all select 'mails.failed', count(*) from notice_mails
        where state = 'failed' and created_at > now() - interval '1 day'
      union all select 'events.outstanding', count(*) from event_publication
        where completion_date is null
      union all select 'sessions', count(*) from spring_session
        where expiry_time > extract(epoch from now()) * 1000 and principal_name is not null
      union all select 'sign.in.refused', count(*) from audit_log
        where action = 'session.begin' and not allowed and at > now() - interval '1 hour'
      union all select 'evidence.bytes', coalesce(sum(size), 0) from
        (select distinct sha256, size from evidence_versions) contents
      union all select 'objects', count(*) from objects where archived_at is null
      union all select 'database.bytes', pg_database_size(current_database())
      """;

  private final JdbcClient db;
  private final FreeSpace space;
  private final ClockJumps jumps;
  private Map<String, Double> read = Map.of();
  private @Nullable Long readAt;

  Figures(JdbcClient db, FreeSpace space, ClockJumps jumps) {
    this.db = db;
    this.space = space;
    this.jumps = jumps;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String state : new String[] {"waiting", "running", "failed"}) {
      gauge(registry, "jobs", "jobs." + state, "Long work; failed: within a day", "state", state);
    }
    for (String state : new String[] {"ready", "sending", "failed"}) {
      gauge(registry, "mails", "mails." + state, "Mails; failed: within a day", "state", state);
    }
    gauge(registry, "events.outstanding", "events.outstanding", "Events not yet handled");
    gauge(registry, "sessions", "sessions", "Open sessions of people who signed in");
    gauge(registry, "sign.in.refused", "sign.in.refused", "Refused sign-ins of the last hour");
    gauge(registry, "evidence.bytes", "evidence.bytes", "Evidence, each content counted once");
    gauge(registry, "objects", "objects", "Registered objects");
    gauge(registry, "database.bytes", "database.bytes", "The database on its disk");
    Gauge.builder("senim.data.free.bytes", space, Figures::free)
        .description("Free on the disk of the data folder")
        .register(registry);
    Gauge.builder("senim.clock.jumps", jumps, ClockJumps::jumps)
        .description("How often the clock was set since the start")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String figure, String what, String... tags) {
    Gauge.builder("senim." + name, () -> figure(figure))
        .tags(tags)
        .description(what)
        .register(registry);
  }

  private static double free(FreeSpace space) {
    try {
      return space.free();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private synchronized double figure(String name) {
    Long at = readAt;
    if (at == null || System.nanoTime() - at > FRESH) {
      try {
        Map<String, Double> now = new HashMap<>();
        Scope.system(
            () -> {
              db.sql(ALL)
                  .query((row, _) -> now.put(row.getString("name"), row.getDouble("value")))
                  .list();
            });
        read = now;
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("figures cannot be read: {}", e.getMessage());
        read = Map.of();
      }
      readAt = System.nanoTime();
    }
    return read.getOrDefault(name, Double.NaN);
  }
}
