package kz.senim.server.jobs;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.audit.Audit;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Starts long work and keeps it going: each job on a virtual thread of its own, a few at a time, in
 * the name of the person who started it. What a restart interrupts is taken up again; what was
 * interrupted too often is given up, and says so.
 */
@Component
public class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** How many run at the same time, so that pages stay fast. */
  private static final int AT_ONCE = 2;

  /** How often a job is begun before it is given up. */
  static final int ATTEMPTS = 3;

  private static final Duration KEPT = Duration.ofDays(30);

  private final JobStore store;
  private final Map<String, JobKind> kinds = new HashMap<>();
  private final Audit audit;
  private final Clock clock;
  private final Path folder;
  private final Map<UUID, JobProgress> running = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Jobs(JobStore store, List<JobKind> kinds, Audit audit, Clock clock, ServerSettings settings) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.folder = settings.data().resolve("jobs");
    kinds.forEach(kind -> this.kinds.put(kind.word(), kind));
  }

  /**
   * Starts a job; call it outside of a transaction.
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
    store.add(job);
    audit.record(organization, "job.start", "job " + job.id(), kind + ": " + title);
    launch(job.id());
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
    if (!running.containsKey(id)) {
      store.end(id, Job.State.CANCELLED, job.message(), null);
    }
  }

  Path file(UUID job) {
    return folder.resolve(job.toString());
  }

  /** Takes up what the last stop interrupted. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    Scope.system(this::takeUp);
  }

  private void takeUp() {
    for (Job job : store.open()) {
      if (running.containsKey(job.id())) {
        continue;
      }
      if (job.cancel()) {
        store.end(job.id(), Job.State.CANCELLED, job.message(), null);
      } else if (job.attempts() >= ATTEMPTS) {
        store.end(job.id(), Job.State.FAILED, job.message(), "jobs.failed.restarts");
      } else {
        launch(job.id());
      }
    }
  }

  /** Files are for taking away, not for keeping. */
  @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Almaty")
  void forget() throws IOException {
    for (UUID job : Scope.system(() -> store.forgetResults(KEPT))) {
      Files.deleteIfExists(file(job));
    }
  }

  /** Running jobs stop at their next step, and are taken up at the next start. */
  @PreDestroy
  void close() throws InterruptedException {
    running.values().forEach(JobProgress::stop);
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }

  private void launch(UUID id) {
    JobProgress progress = new JobProgress(store, id, file(id));
    running.put(id, progress);
    threads.execute(
        () -> {
          try {
            places.acquire();
            try {
              Scope.system(() -> store.find(id)).ifPresent(job -> run(job, progress));
            } finally {
              places.release();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the next start takes it up
          } finally {
            running.remove(id);
          }
        });
  }

  private void run(Job waiting, JobProgress progress) {
    UUID id = waiting.id();
    if (!Scope.system(() -> store.begin(id))) {
      end(id, Job.State.CANCELLED, waiting.message(), null);
      return;
    }
    Job job = Scope.system(() -> store.find(id)).orElseThrow();
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
      Files.createDirectories(folder);
      kind.run(job, progress);
      String name = progress.name();
      if (name != null) {
        long size = Files.size(progress.file());
        Scope.system(() -> store.result(id, name, progress.type(), size));
      }
      end(id, Job.State.DONE, progress.message(), null);
    } catch (JobStopped e) {
      if (e.cancelled()) {
        end(id, Job.State.CANCELLED, "", null);
      }
    } catch (JobFailed e) {
      end(id, Job.State.FAILED, "", e.getMessage());
    } catch (NotFound | AccessDeniedException e) {
      end(id, Job.State.FAILED, "", "jobs.failed.forbidden");
    } catch (Exception e) {
      LOG.error("job {} failed", id, e);
      end(id, Job.State.FAILED, "", "jobs.failed.broken");
    } finally {
      SecurityContextHolder.clearContext();
      LocaleContextHolder.resetLocaleContext();
    }
  }

  /** Also when its owner was put out meanwhile. */
  private void end(UUID id, Job.State state, String message, @Nullable String failure) {
    Scope.system(() -> store.end(id, state, message, failure));
  }
}
