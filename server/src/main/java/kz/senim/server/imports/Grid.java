package kz.senim.server.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as a spreadsheet holds it. Rows may be of different lengths. */
record Grid(List<List<Cell>> rows) {

  static final int MOST_ROWS = 5_000;
  static final int MOST_COLUMNS = 250;

  /**
   * A cell.
   *
   * @param text what stands in it, without spaces around
   * @param day the day that stands in it as one; null when none does
   * @param place as people find it
   */
  record Cell(String text, @Nullable LocalDate day, String place) {

    boolean isEmpty() {
      return text.isEmpty() && day == null;
    }
  }

  static @Nullable Cell at(List<Cell> row, int column) {
    return column < 0 || column >= row.size() || row.get(column).isEmpty() ? null : row.get(column);
  }
}
