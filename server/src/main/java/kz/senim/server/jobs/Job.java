package kz.senim.server.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work.
 *
 * @param kind the word of its {@link JobKind}
 * @param owner who started it, and in whose name it runs
 * @param title what it is of, for people
 * @param input what its kind needs to know, in that kind's own form
 * @param done how many of {@code total} steps are behind it
 * @param message what it is at, or what came of it
 * @param failure the key of the message that tells why it failed; null unless it did
 * @param attempts how often it was begun
 * @param resultName the name of the file that came of it; null when none did or it is gone
 */
public record Job(
    UUID id,
    String kind,
    UUID organization,
    UUID owner,
    Lang lang,
    String title,
    String input,
    State state,
    int done,
    int total,
    String message,
    @Nullable String failure,
    int attempts,
    boolean cancel,
    @Nullable String resultName,
    @Nullable String resultType,
    @Nullable Long resultSize,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** Where it stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** The word used for it in the database and in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it is still to be done or being done. */
  public boolean open() {
    return state == State.WAITING || state == State.RUNNING;
  }

  /** From 0 to 100. */
  public int percent() {
    return total == 0 ? 0 : Math.min(100, (int) (100L * done / total));
  }
}
