package kz.senim.server.jobs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.SealedPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What came of jobs, in the order of the files' names. */
@Component
class JobFilesPlace implements SealedPlace {

  private static final Logger LOG = LoggerFactory.getLogger(JobFilesPlace.class);

  private static final Pattern JOB =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.[0-9]+)?");

  private final JobFiles files;
  private final JobStore store;

  JobFilesPlace(JobFiles files, JobStore store) {
    this.files = files;
    this.store = store;
  }

  @Override
  public String name() {
    return "jobs";
  }

  /** One file: it may be long. */
  @Override
  public Step renew(String after) throws IOException {
    List<String> left = files.names().stream().filter(name -> name.compareTo(after) > 0).toList();
    for (String name : left) {
      try {
        if (renewed(name)) {
          return new Step(name, 1, 0);
        }
      } catch (NoSuchFileException e) {
        // swept meanwhile
      } catch (Damaged e) {
        LOG.error("the result of a job, {}, is damaged: start the job again", name, e);
        return new Step(name, 0, 1);
      }
    }
    return new Step(null, 0, 0);
  }

  private boolean renewed(String name) throws IOException {
    Matcher job = JOB.matcher(name);
    if (!job.matches()) {
      return false;
    }
    boolean renewed = files.renew(name);
    store.sealed(UUID.fromString(job.group(1)));
    return renewed;
  }
}
