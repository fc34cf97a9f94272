package kz.senim.server.duties;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands in the list that programs read part by part: by what it is, so that it
 * holds when the deadlines are written anew or worked out.
 *
 * @param part 0 overdue, 1 met and past its day, 2 to come, 3 without a day
 * @param due null in part 3
 * @param object the first by name that it concerns
 */
record DutyPlace(
    int part,
    @Nullable LocalDate due,
    String requirement,
    UUID object,
    boolean recurring,
    boolean shared)
    implements Comparable<DutyPlace> {

  static final int LATE = 0;
  static final int PAST = 1;
  static final int AHEAD = 2;
  static final int UNDATED = 3;

  // As the database orders identifiers: by their signs.
  private static final Comparator<DutyPlace> ORDER =
      Comparator.comparingInt(DutyPlace::part)
          .thenComparing(DutyPlace::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(DutyPlace::requirement)
          .thenComparing(place -> place.object().toString())
          .thenComparing(DutyPlace::recurring)
          .thenComparing(DutyPlace::shared);

  static DutyPlace of(Deadline deadline, LocalDate day) {
    LocalDate due = deadline.due();
    int part =
        due == null ? UNDATED : !due.isBefore(day) ? AHEAD : deadline.overdue() ? LATE : PAST;
    return new DutyPlace(
        part,
        due,
        deadline.requirement().id(),
        deadline.objects().getFirst().id(),
        deadline.recurring(),
        deadline.shared());
  }

  /** As a cursor holds it. */
  String text() {
    return String.join(
        " ",
        Integer.toString(part),
        due == null ? "-" : due.toString(),
        requirement,
        object.toString(),
        Boolean.toString(recurring),
        Boolean.toString(shared));
  }

  /** Null when the text is none that {@link #text} gave. */
  static @Nullable DutyPlace parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 6 || !words[0].matches("[0-3]")) {
      return null;
    }
    try {
      int part = Integer.parseInt(words[0]);
      return new DutyPlace(
          part,
          part == UNDATED ? null : LocalDate.parse(words[1]),
          words[2],
          UUID.fromString(words[3]),
          Boolean.parseBoolean(words[4]),
          Boolean.parseBoolean(words[5]));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public int compareTo(DutyPlace other) {
    return ORDER.compare(this, other);
  }
}
