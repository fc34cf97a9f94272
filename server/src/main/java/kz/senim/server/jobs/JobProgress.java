package kz.senim.server.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;

/** How a running job tells how far it is, and what came of it. */
public final class JobProgress {

  private final JobStore store;
  private final UUID job;
  private final int attempt;
  private final JobFiles.Writing file;
  private volatile boolean stopping;
  private @Nullable String name;
  private @Nullable String type;
  private String message = "";

  JobProgress(JobStore store, UUID job, int attempt, JobFiles.Writing file) {
    this.store = store;
    this.job = job;
    this.attempt = attempt;
    this.file = file;
  }

  /**
   * Notes that so many steps are done; inside a transaction, together with what the step did.
   *
   * @param message what the job is at now, such as the name of the object
   * @throws JobStopped when the job is to end here
   */
  public void step(int done, String message) {
    if (stopping) {
      throw new JobStopped(JobStopped.Why.SHUTDOWN);
    }
    switch (Scope.system(() -> store.step(job, attempt, done, message))) {
      case GO_ON -> {}
      case CANCEL -> throw new JobStopped(JobStopped.Why.CANCELLED);
      // Another server took this one for dead. What it does from here on is not wanted.
      case LOST -> throw new JobStopped(JobStopped.Why.LOST);
    }
  }

  /**
   * Begins the file that comes of the job, which is encrypted while it is written. It is kept when
   * the job comes to its end and {@link #result} has named it.
   */
  public OutputStream open() throws IOException {
    return file.open();
  }

  /** Names the file that was written. */
  public void result(String fileName, String contentType) {
    name = fileName;
    type = contentType;
  }

  /** What came of it, in its owner's language. */
  public void say(String text) {
    message = text;
  }

  void stop() {
    stopping = true;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String type() {
    return type;
  }

  String message() {
    return message;
  }
}
