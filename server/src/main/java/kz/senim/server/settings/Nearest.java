package kz.senim.server.settings;

import java.util.Comparator;
import java.util.List;

/** Finds the name that somebody may have meant. */
final class Nearest {

  private Nearest() {}

  /** The known name with the fewest letters changed. */
  static String of(String name, List<String> known) {
    return known.stream().min(Comparator.comparingInt(some -> distance(name, some))).orElseThrow();
  }

  /** How many letters must be added, taken away or changed (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = before + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
