package kz.senim.server.imports;

/**
 * Something wrong in a file: where, what, and what would be right.
 *
 * @param place as people find it: {@code line 12, column 5} in a text, {@code E14} in a workbook;
 *     empty for the file as a whole
 * @param snippet what stands there
 * @param caret under which character of the snippet it is, from 0; negative for the whole of it
 */
public record Mistake(String place, String message, String snippet, int caret) {

  private static final int BEFORE = 60;
  private static final int SHOWN = 100;

  /** The snippet, cut to what a line holds. */
  public String shown() {
    int from = start();
    return snippet.substring(from, Math.min(snippet.length(), from + SHOWN));
  }

  /** A line that points to the place under {@link #shown}; empty when it is all of it. */
  public String pointer() {
    return caret < 0 || snippet.isEmpty() ? "" : " ".repeat(within() - start()) + "^";
  }

  private int within() {
    return Math.min(caret, snippet.length());
  }

  private int start() {
    return caret < 0 ? 0 : Math.max(0, within() - BEFORE);
  }
}
