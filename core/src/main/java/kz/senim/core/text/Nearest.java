package kz.senim.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a mistyped one was probably meant to be. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known word with the smallest edit distance to {@code given}, if that distance is at most a
   * third of the word's length (and at least 2).
   */
  public static Optional<String> to(String given, Collection<String> known) {
    if (given.length() > 100) {
      return Optional.empty();
    }
    int limit = Math.max(2, given.length() / 3);
    String best = null;
    int bestDistance = limit + 1;
    for (String word : known) {
      if (Math.abs(word.length() - given.length()) <= bestDistance) {
        int distance = distance(given, word);
        // Of equally near ones the first of the alphabet, so that an answer is always the same.
        boolean first = distance == bestDistance && best != null && word.compareTo(best) < 0;
        if (distance < bestDistance || first) {
          best = word;
          bestDistance = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The known word with the smallest edit distance to {@code given}, however large that is.
   *
   * @throws java.util.NoSuchElementException when no word is known
   */
  public static String among(String given, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(word -> distance(given, word))).orElseThrow();
  }

  /** {@code "; did you mean …?"}, or nothing when no known word is near. */
  public static Message hint(String given, Collection<String> known) {
    return to(given, known).map(word -> Hint.NEAR.with(word)).orElse(Message.NOTHING);
  }

  /** As {@link #hint}; when no known word is near, all that there are. */
  public static Message hintOrAll(String given, Collection<String> known) {
    return to(given, known)
        .map(word -> Hint.NEAR.with(word))
        .orElseGet(() -> known.isEmpty() ? Hint.NONE.with() : Hint.ALL.with(known));
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution =
            previous[j - 1]
                + (Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1))
                    ? 0
                    : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
