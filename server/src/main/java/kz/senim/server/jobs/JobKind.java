package kz.senim.server.jobs;

/** A kind of long work. One bean for each. */
public interface JobKind {

  /** The word that names it in the database and in messages. */
  String word();

  /**
   * Does the work in its owner's name and language. After a restart it is called again with the
   * steps that are done already: it goes on from there, or does them again without harm.
   *
   * @throws JobFailed when it cannot be done, for a reason that its owner should know
   * @throws JobStopped passed on from {@link JobProgress#step}
   */
  void run(Job job, JobProgress progress) throws Exception;
}
