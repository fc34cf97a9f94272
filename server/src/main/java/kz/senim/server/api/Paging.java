package kz.senim.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: it goes on behind what the cursor stands for, so that nothing
 * is skipped or told twice when something is added meanwhile.
 *
 * @param key what the cursor of the part before stands for; null from the start
 * @param limit how many at most
 */
public record Paging(@Nullable String key, int limit) {

  static final int DEFAULT = 50;
  static final int MOST = 200;

  /**
   * The part for an answer.
   *
   * @param found one more than the limit when there are more
   * @param key what the cursor behind a row stands for
   */
  public <R, T> Part<T> part(List<R> found, Function<R, String> key, Function<R, T> view) {
    boolean more = found.size() > limit;
    List<R> shown = more ? found.subList(0, limit) : found;
    return new Part<>(
        shown.stream().map(view).toList(), more ? cursor(key.apply(shown.getLast())) : null);
  }

  /**
   * The part for an answer, of a list that knows how it goes on.
   *
   * @param next what the cursor stands for; null at the end
   */
  public <T> Part<T> part(List<T> items, @Nullable String next) {
    return new Part<>(items, next == null ? null : cursor(next));
  }

  /** The part of a list that is whole in memory. */
  public <R, T> Part<T> of(List<R> all, Function<R, T> view) {
    int from = Math.clamp(number(), 0, all.size());
    int until = Math.min(all.size(), from + limit);
    return new Part<>(
        all.subList(from, until).stream().map(view).toList(),
        until < all.size() ? cursor(Integer.toString(until)) : null);
  }

  /** How many to look for, so that it shows whether there are more. */
  public int oneMore() {
    return limit + 1;
  }

  /**
   * @throws Refusal when the cursor is none of such a list
   */
  public @Nullable UUID id() {
    if (key == null) {
      return null;
    }
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  private int number() {
    return (int) number(0);
  }

  /**
   * @throws Refusal when the cursor is none of such a list
   */
  public long number(long without) {
    if (key == null) {
      return without;
    }
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw badCursor();
    }
  }

  /**
   * What the cursor stands for, in the form of the list.
   *
   * @param read null for what is none
   * @throws Refusal when the cursor is none of such a list
   */
  public <P> @Nullable P place(Function<String, @Nullable P> read) {
    if (key == null) {
      return null;
    }
    P place = read.apply(key);
    if (place == null) {
      throw badCursor();
    }
    return place;
  }

  private static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** What the cursor stands for. */
  static String key(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  private static Refusal badCursor() {
    return new Mistakes().add("after", "api.bad-cursor", "api.bad-cursor.fix").refusal();
  }
}
