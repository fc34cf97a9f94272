package kz.senim.server.imports;

/** For tests of other modules: what the reader of passports makes of a workbook. */
public final class GridReading {

  private GridReading() {}

  /** All that was read, or {@code refused} and why. */
  public static String xlsx(byte[] bytes) {
    try {
      return GridReader.xlsx(bytes).toString();
    } catch (GridReader.Unreadable e) {
      return "refused: " + e.getMessage();
    }
  }
}
