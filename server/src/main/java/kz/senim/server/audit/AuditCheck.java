package kz.senim.server.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the chain from one entry to the next, and notes where it breaks. */
final class AuditCheck {

  /** What is noted; more would say no more. */
  private static final int MOST = 50;

  private final List<Fault> faults = new ArrayList<>();
  private long entries;
  private long last;
  private byte @Nullable [] hash;

  /** What is wrong. */
  enum Kind {
    /** The entry is not what was chained. */
    CHANGED,
    /** There are no entries of these places. */
    MISSING,
    /** An entry in the log that is not in the chain. */
    UNCHAINED,
    /** A sealed file is not there. */
    FILE_MISSING,
    /** A sealed file is not the one that was written. */
    FILE_CHANGED,
    /** A line of a file is none. */
    UNREADABLE;

    /** The word used in messages. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A place where the chain breaks.
   *
   * @param where a position, an entry's number or a file's name
   */
  public record Fault(Kind kind, String where) {}

  /**
   * What came of it.
   *
   * @param entries how many were looked at
   * @param last the last position
   */
  public record Result(long entries, long last, List<Fault> faults) {

    public boolean whole() {
      return faults.isEmpty();
    }
  }

  /** The chain begins after this place. */
  void begin(long position, byte[] before) {
    last = position;
    hash = before;
  }

  /** The next entry, with the hash that is written beside it. */
  void next(long position, @Nullable ChainEntry entry, byte[] written) {
    entries++;
    if (entries > 1 || hash != null) {
      if (position != last + 1) {
        note(Kind.MISSING, (last + 1) + (position > last + 2 ? "–" + (position - 1) : ""));
        hash = null; // what it should follow is not there
      }
    }
    if (entry == null) {
      note(Kind.MISSING, Long.toString(position));
    } else if (hash != null && !Arrays.equals(entry.hash(hash), written)) {
      note(Kind.CHANGED, Long.toString(position));
    }
    last = position;
    hash = written;
  }

  /** The chain must have this hash here. */
  void mustBe(long position, byte[] known) {
    if (last == position && hash != null && !Arrays.equals(hash, known)) {
      note(Kind.CHANGED, Long.toString(position));
    }
  }

  void note(Kind kind, String where) {
    if (faults.size() < MOST) {
      faults.add(new Fault(kind, where));
    }
  }

  long last() {
    return last;
  }

  byte @Nullable [] hash() {
    return hash;
  }

  Result result() {
    return new Result(entries, last, List.copyOf(faults));
  }
}
