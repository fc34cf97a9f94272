package kz.senim.server.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody should be told of something. Any module may publish it in the transaction of what it
 * tells of; the notice is made once that is committed.
 *
 * @param account who is told
 * @param key the same for the same occasion: one person is told of it once, however often it is
 *     asked for
 * @param args what the kind's text speaks of, as {@link NoticeKind} says; turned into words in the
 *     reader's language when it is read
 * @param link the path of the page that shows it, such as {@code /remedies/0190…}
 */
public record NoticeRequested(
    UUID account, NoticeKind kind, String key, List<Arg> args, String link) {

  /** What an argument holds. */
  public enum Type {
    /** Words as somebody wrote them. */
    TEXT,
    /** A day, as ISO 8601 writes it. */
    DAY,
    /** The id of a requirement of the law book, shown as its statement. */
    REQUIREMENT,
    /** The id of a fact of the law book, shown as its question. */
    FACT
  }

  /** An argument that does not depend on the reader's language. */
  public record Arg(Type type, String value) {}

  public static Arg text(String words) {
    return new Arg(Type.TEXT, words);
  }

  public static Arg day(LocalDate day) {
    return new Arg(Type.DAY, day.toString());
  }

  public static Arg requirement(String id) {
    return new Arg(Type.REQUIREMENT, id);
  }

  public static Arg fact(String id) {
    return new Arg(Type.FACT, id);
  }
}
