package kz.senim.core.law;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Places in an act: their spelling and their order in the text. */
public final class Citation {

  private static final String NUMBER = "\\d{1,4}(-\\d{1,2})?";
  private static final Pattern SPELLING =
      Pattern.compile(
          "("
              + NUMBER
              + "|annex-\\d{1,2}|article-"
              + NUMBER
              + "|issue-\\d{1,3})"
              + "(/"
              + NUMBER
              + ")*(/item-\\d{1,3})?");

  /**
   * In the order of the text: 9, 9-1, 10; 38, 38/item-1, 38/1, 38/2, 38/2/item-1, 39. What is no
   * citation, which whoever reads it reports, comes last.
   */
  public static final Comparator<String> ORDER = Citation::compare;

  private Citation() {}

  public static boolean isSpelled(String citation) {
    return SPELLING.matcher(citation).matches();
  }

  /** The citation of the unit that contains this one, or an empty string for a paragraph. */
  public static String parent(String citation) {
    int slash = citation.lastIndexOf('/');
    return slash < 0 ? "" : citation.substring(0, slash);
  }

  private static int compare(String a, String b) {
    if (!isSpelled(a) || !isSpelled(b)) {
      int spelledFirst = Boolean.compare(isSpelled(b), isSpelled(a));
      return spelledFirst == 0 ? a.compareTo(b) : spelledFirst;
    }
    String[] left = a.split("/", -1);
    String[] right = b.split("/", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = comparePart(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int comparePart(String a, String b) {
    int byKind = Integer.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    }
    String[] left = numbers(a);
    String[] right = numbers(b);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /** Items directly under a unit come before its numbered parts; annexes come last. */
  private static int kind(String part) {
    if (part.startsWith("item-")) {
      return 0;
    }
    return Character.isDigit(part.charAt(0)) ? 1 : 2;
  }

  private static String[] numbers(String part) {
    String digits = part.replaceFirst("^[a-z]+-", "");
    return digits.split("-", -1);
  }
}
