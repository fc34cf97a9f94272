package kz.senim.server.operations;

/** What can be missing outside of the program. */
enum Outage {
  /** The database does not answer: it may come back any moment. */
  DATABASE("database", 503, 15),
  /** The disk of the data folder is full, or nearly so: somebody has to make room. */
  DISK("disk", 507, 300);

  private final String word;
  private final int status;
  private final int retryAfter;

  Outage(String word, int status, int retryAfter) {
    this.word = word;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The word used for it in messages and in the log. */
  String word() {
    return word;
  }

  int status() {
    return status;
  }

  /** Seconds after which trying again makes sense. */
  int retryAfter() {
    return retryAfter;
  }
}
