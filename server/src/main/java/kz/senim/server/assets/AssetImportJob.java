package kz.senim.server.assets;

import java.util.List;
import java.util.UUID;
import kz.senim.server.jobs.Job;
import kz.senim.server.jobs.JobFailed;
import kz.senim.server.jobs.JobKind;
import kz.senim.server.jobs.JobProgress;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over a long inventory, some assets at a time: each part in one transaction with the note
 * that it is done, so that after a restart the next one follows.
 */
@Component
class AssetImportJob implements JobKind {

  static final String KIND = "asset-import";

  /** So many assets are taken over at once. */
  static final int PART = 500;

  private final AssetImports imports;
  private final Assets assets;
  private final Viewers viewers;
  private final IcuMessages messages;
  private final TransactionTemplate transaction;

  AssetImportJob(
      AssetImports imports,
      Assets assets,
      Viewers viewers,
      IcuMessages messages,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.assets = assets;
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
    if (job.done() < job.total()) {
      take(job, viewer, progress);
    }
    progress.say(messages.get(job.lang(), "assets.file.taken", job.total()));
  }

  private void take(Job job, Viewer viewer, JobProgress progress) {
    AssetImports.Waiting file = imports.claimed(job.organization(), UUID.fromString(job.input()));
    List<AssetEntry> entries;
    try {
      entries = imports.good(file, job.lang());
    } catch (NotFound e) {
      throw new JobFailed("assets.file.changed");
    }
    for (int from = job.done(); from < entries.size(); from += PART) {
      List<AssetEntry> part = entries.subList(from, Math.min(entries.size(), from + PART));
      int done = from + part.size();
      transaction.executeWithoutResult(
          _ -> {
            assets.take(viewer, job.organization(), part);
            if (done == entries.size()) {
              imports.finish(file, done);
            }
            progress.step(done, part.getLast().name());
          });
    }
  }
}
