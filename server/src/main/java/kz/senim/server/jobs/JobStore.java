package kz.senim.server.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs in the database. */
@Component
class JobStore {

  private final JdbcClient db;
  private final Clock clock;

  JobStore(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(Job job) {
    db.sql(
            """
            insert into jobs (id, kind, organization_id, owner, lang, title, input, state, total, created_at)
            values (:id, :kind, :organization, :owner, :lang, :title, :input, 'waiting', :total, :at)
            """)
        .param("id", job.id())
        .param("kind", job.kind())
        .param("organization", job.organization())
        .param("owner", job.owner())
        .param("lang", job.lang().code())
        .param("title", job.title())
        .param("input", job.input())
        .param("total", job.total())
        .param("at", Timestamp.from(job.createdAt()))
        .update();
  }

  Optional<Job> find(UUID id) {
    return db.sql("select * from jobs where id = ?")
        .param(id)
        .query((row, _) -> job(row))
        .optional();
  }

  /** The person's own, newest first. */
  List<Job> of(UUID owner, int most) {
    return db.sql("select * from jobs where owner = ? order by created_at desc limit ?")
        .params(owner, most)
        .query((row, _) -> job(row))
        .list();
  }

  /**
   * Begins it, again or for the first time. Whoever was at it before is out of it from now on:
   * {@link #step} tells them so.
   *
   * @return the job as it is now; empty when it is not open any more or is to be cancelled
   */
  Optional<Job> begin(UUID id) {
    return db.sql(
            """
            update jobs set state = 'running', attempts = attempts + 1,
              started_at = coalesce(started_at, :at)
            where id = :id and state in ('waiting', 'running') and not cancel
            returning *
            """)
        .param("id", id)
        .param("at", now())
        .query((row, _) -> job(row))
        .optional();
  }

  /** What a step answers. */
  enum Answer {
    GO_ON,
    CANCEL,
    LOST
  }

  /** Notes a step of the attempt. */
  Answer step(UUID id, int attempt, int done, String message) {
    return db.sql(
            """
            update jobs set done = :done, message = :message
            where id = :id and attempts = :attempt and state = 'running'
            returning cancel
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("done", done)
        .param("message", message)
        .query(Boolean.class)
        .optional()
        .map(cancel -> cancel ? Answer.CANCEL : Answer.GO_ON)
        .orElse(Answer.LOST);
  }

  void cancel(UUID id) {
    db.sql("update jobs set cancel = true where id = ? and state in ('waiting', 'running')")
        .param(id)
        .update();
  }

  /** Ends it, unless another attempt has begun or it has ended already. */
  void end(UUID id, int attempt, Job.State state, String message, @Nullable String failure) {
    db.sql(
            """
            update jobs set state = :state, message = :message, failure = :failure, ended_at = :at,
              done = case when :state = 'done' then total else done end
            where id = :id and attempts = :attempt and state in ('waiting', 'running')
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("state", state.word())
        .param("message", message)
        .param("failure", failure)
        .param("at", now())
        .update();
  }

  void result(UUID id, int attempt, String name, @Nullable String type, long size) {
    db.sql(
            """
            update jobs set result_name = :name, result_type = :type, result_size = :size,
              result_sealed = true
            where id = :id and attempts = :attempt and state = 'running'
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("name", name)
        .param("type", type)
        .param("size", size)
        .update();
  }

  /** Forgets the results of jobs that ended so long ago. */
  void forgetResults(Duration age) {
    db.sql(
            """
            update jobs set result_name = null, result_size = null
            where result_name is not null and ended_at < ?
            """)
        .param(Timestamp.from(clock.instant().minus(age)))
        .update();
  }

  /** Notes that the result is encrypted by now; a job that is not known has none. */
  void sealed(UUID id) {
    db.sql("update jobs set result_sealed = true where id = ? and not result_sealed")
        .param(id)
        .update();
  }

  /** Whether the result may only be an encrypted one. */
  boolean isSealed(UUID id) {
    return db.sql("select result_sealed from jobs where id = ?")
        .param(id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Job job(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("organization_id", UUID.class),
        row.getObject("owner", UUID.class),
        Lang.valueOf(row.getString("lang").toUpperCase(Locale.ROOT)),
        row.getString("title"),
        row.getString("input"),
        Job.State.of(row.getString("state")),
        row.getInt("done"),
        row.getInt("total"),
        row.getString("message"),
        row.getString("failure"),
        row.getInt("attempts"),
        row.getBoolean("cancel"),
        row.getString("result_name"),
        row.getString("result_type"),
        row.getObject("result_size", Long.class),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
