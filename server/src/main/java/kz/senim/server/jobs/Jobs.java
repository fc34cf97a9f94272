package kz.senim.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import kz.senim.core.text.Lang;
import kz.senim.server.audit.Audit;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.rounds.Rounds;
import kz.senim.server.walls.Scope;
import kz.senim.server.walls.SystemSource;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts long work and keeps it going: a few jobs at a time on each server, in the name of the
 * person who started it. A job is done by one server; when that one stops or dies, another one, or
 * its next start, takes it up again. What was interrupted too often is given up, and says so.
 */
@Component
public class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** How often a job is begun before it is given up. */
  static final int ATTEMPTS = 3;

  /** After so many missed signs of life a server is taken for dead. */
  private static final int SIGNS = 4;

  private static final Duration KEPT = Duration.ofDays(30);

  private final JobStore store;
  private final Map<String, JobKind> kinds = new HashMap<>();
  private final Audit audit;
  private final Clock clock;
  private final JobFiles files;
  private final TransactionTemplate transaction;
  private final Map<UUID, JobProgress> running = new ConcurrentHashMap<>();
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  @Autowired
  Jobs(
      JobStore store,
      List<JobKind> kinds,
      Audit audit,
      Clock clock,
      JobFiles files,
      JobSettings jobs,
      DataSource source,
      PlatformTransactionManager transactions) {
    this("job", store, kinds, audit, clock, files, jobs, source, transactions);
  }

  /**
   * @param name the word under which the executions of these jobs stand in the database
   */
  Jobs(
      String name,
      JobStore store,
      List<JobKind> kinds,
      Audit audit,
      Clock clock,
      JobFiles files,
      JobSettings jobs,
      DataSource source,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.files = files;
    this.transaction = new TransactionTemplate(transactions);
    kinds.forEach(kind -> this.kinds.put(kind.word(), kind));
    task =
        Tasks.oneTime(name)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ZERO))
            .execute((instance, _) -> run(UUID.fromString(instance.getId())));
    scheduler =
        // A job and its execution are written in one transaction.
        Scheduler.create(new SystemSource(new TransactionAwareDataSourceProxy(source)), task)
            .tableName("job_executions")
            .schedulerName(Rounds.SERVER)
            .threads(jobs.atOnce())
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(jobs.takeOver().dividedBy(SIGNS))
            .missedHeartbeatsLimit(SIGNS)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .failureLogging(LogLevel.OFF, false)
            .pollUsingLockAndFetch(0.5, 1.0)
            .build();
  }

  /**
   * Starts a job.
   *
   * @param kind the word of a {@link JobKind}
   * @param title what it is of, for people
   * @param input what the kind needs to know
   * @param total how many steps it has
   * @return its id, under {@code /jobs/} of which it can be watched
   */
  public UUID start(
      Viewer viewer,
      UUID organization,
      String kind,
      Lang lang,
      String title,
      String input,
      int total) {
    viewer.mustRead(organization);
    Job job =
        new Job(
            UUID.randomUUID(),
            kind,
            organization,
            viewer.account(),
            lang,
            title,
            input,
            Job.State.WAITING,
            0,
            total,
            "",
            null,
            0,
            false,
            null,
            null,
            null,
            clock.instant(),
            null);
    transaction.executeWithoutResult(
        _ -> {
          store.add(job);
          audit.record(organization, "job.start", "job " + job.id(), kind + ": " + title);
          scheduler.scheduleIfNotExists(task.instance(job.id().toString()), Instant.now());
        });
    scheduler.triggerCheckForDueExecutions();
    return job.id();
  }

  /** The person's own jobs, newest first. */
  List<Job> list(Viewer viewer, int most) {
    return store.of(viewer.account(), most);
  }

  /**
   * One's own job.
   *
   * @throws NotFound when it is somebody else's, or its organisation is not theirs any more
   */
  public Job get(Viewer viewer, UUID id) {
    Job job = store.find(id).orElseThrow(NotFound::new);
    if (!job.owner().equals(viewer.account())) {
      throw new NotFound();
    }
    viewer.mustRead(job.organization());
    return job;
  }

  void cancel(Viewer viewer, UUID id) {
    Job job = get(viewer, id);
    if (!job.open()) {
      return; // it came to its end while the page was open
    }
    store.cancel(id);
    audit.record(job.organization(), "job.cancel", "job " + id, job.title());
    if (job.state() == Job.State.WAITING) {
      store.end(id, job.attempts(), Job.State.CANCELLED, job.message(), null);
    }
  }

  /**
   * What came of the job, to be read from any place.
   *
   * @throws java.nio.file.NoSuchFileException when nothing did or it is gone
   * @throws kz.senim.server.vault.Damaged when it is not what was written; from a read also
   */
  SeekableByteChannel open(Job job) throws IOException {
    return files.open(job, store.isSealed(job.id()));
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    scheduler.start();
  }

  /** Files are for taking away, not for keeping; those that broken attempts left go with them. */
  void forget() {
    Scope.system(() -> store.forgetResults(KEPT));
    try {
      files.forget(clock.instant().minus(KEPT.plusDays(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Running jobs stop at their next step, and another server or the next start takes them up. */
  // The management port has a context of its own, which ends too.
  @EventListener(
      classes = ContextClosedEvent.class,
      condition = "event.applicationContext.parent == null")
  void close() {
    running.values().forEach(JobProgress::stop);
    scheduler.stop();
  }

  private void run(UUID id) {
    Job job = Scope.system(() -> store.begin(id)).orElse(null);
    if (job == null) {
      Scope.system(
          () ->
              store
                  .find(id)
                  .filter(Job::open)
                  .ifPresent(
                      open ->
                          store.end(
                              id, open.attempts(), Job.State.CANCELLED, open.message(), null)));
      return;
    }
    if (job.attempts() > ATTEMPTS) {
      end(job, Job.State.FAILED, job.message(), "jobs.failed.restarts");
      return;
    }
    JobFiles.Writing file = files.writing(job);
    JobProgress progress = new JobProgress(store, id, job.attempts(), file);
    running.put(id, progress);
    try {
      run(job, progress, file);
    } finally {
      running.remove(id, progress);
      file.forget();
    }
  }

  private void run(Job job, JobProgress progress, JobFiles.Writing file) {
    AccountPrincipal owner = new AccountPrincipal(job.owner(), job.owner().toString(), null);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of()));
    LocaleContextHolder.setLocale(java.util.Locale.of(job.lang().code()));
    try {
      JobKind kind = kinds.get(job.kind());
      if (kind == null) {
        throw new JobFailed("jobs.failed.kind");
      }
      kind.run(job, progress);
      String name = progress.name();
      if (name != null) {
        long size = file.keep();
        Scope.system(() -> store.result(job.id(), job.attempts(), name, progress.type(), size));
      }
      end(job, Job.State.DONE, progress.message(), null);
    } catch (JobStopped e) {
      switch (e.why()) {
        case CANCELLED -> end(job, Job.State.CANCELLED, "", null);
        case SHUTDOWN -> throw e; // its execution is put back, for whoever is there
        case LOST -> LOG.warn("job {} is done by another server by now", job.id());
      }
    } catch (JobFailed e) {
      end(job, Job.State.FAILED, "", e.getMessage());
    } catch (NotFound | AccessDeniedException e) {
      end(job, Job.State.FAILED, "", "jobs.failed.forbidden");
    } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
      LOG.warn("job {} lost the database and is done again: {}", job.id(), e.getMessage());
      throw e;
    } catch (Exception e) {
      LOG.error("job {} failed", job.id(), e);
      end(job, Job.State.FAILED, "", "jobs.failed.broken");
    } finally {
      SecurityContextHolder.clearContext();
      LocaleContextHolder.resetLocaleContext();
    }
  }

  /** Also when its owner was put out meanwhile. */
  private void end(Job job, Job.State state, String message, @Nullable String failure) {
    Scope.system(() -> store.end(job.id(), job.attempts(), state, message, failure));
  }
}
