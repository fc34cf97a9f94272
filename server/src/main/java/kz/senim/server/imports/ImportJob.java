package kz.senim.server.imports;

import java.util.List;
import java.util.UUID;
import kz.senim.server.jobs.Job;
import kz.senim.server.jobs.JobKind;
import kz.senim.server.jobs.JobProgress;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over many passports: each in one transaction with the note that it is done, so that after a
 * restart the next one follows.
 */
@Component
class ImportJob implements JobKind {

  static final String KIND = "import";

  private final Imports imports;
  private final Objects objects;
  private final Viewers viewers;
  private final IcuMessages messages;
  private final TransactionTemplate transaction;

  ImportJob(
      Imports imports,
      Objects objects,
      Viewers viewers,
      IcuMessages messages,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.objects = objects;
    this.viewers = viewers;
    this.messages = messages;
    this.transaction = transaction;
  }

  @Override
  public String word() {
    return KIND;
  }

  @Override
  public void run(Job job, JobProgress progress) {
    Viewer viewer = viewers.get();
    viewer.mustWrite(job.organization());
    Organization organization = objects.organization(viewer, job.organization());
    List<Told> all = imports.told(organization, UUID.fromString(job.input()), job.lang());
    List<Told> good = all.stream().filter(told -> told.passport() != null).toList();
    for (int i = job.done(); i < good.size(); i++) {
      Told told = good.get(i);
      int done = i + 1;
      transaction.executeWithoutResult(
          _ -> {
            imports.takeOver(viewer, organization, told, job.lang());
            progress.step(done, told.file());
          });
    }
    progress.say(messages.get(job.lang(), "imports.made", good.size(), all.size() - good.size()));
  }
}
