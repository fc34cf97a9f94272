package kz.senim.server.assets;

/**
 * Keeps what people typed from becoming a formula: a spreadsheet computes a cell that begins with
 * one of these signs, so such a text is exported behind an apostrophe, and read back without it.
 */
final class Cells {

  private static final String STARTS = "=+-@\t\r\n";

  private Cells() {}

  static String defused(String text) {
    return starts(text, 0) ? "'" + text : text;
  }

  static String plain(String text) {
    return text.startsWith("'") && starts(text, 1) ? text.substring(1) : text;
  }

  private static boolean starts(String text, int at) {
    return text.length() > at && STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
