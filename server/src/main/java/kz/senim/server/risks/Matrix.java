package kz.senim.server.risks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many risks there are of each likelihood and impact.
 *
 * @param rows the most likely first; in each the least impact first
 * @param missing how many risks stand nowhere, as they are not assessed
 */
public record Matrix(List<Row> rows, int missing) {

  /** The cells of one likelihood. */
  public record Row(int likelihood, List<Cell> cells) {}

  /**
   * @param level {@code low}, {@code medium} or {@code high}
   * @param above whether it lies above what may be accepted
   */
  public record Cell(int likelihood, int impact, int count, String level, boolean above) {}

  static Matrix of(
      List<Risk> risks,
      Function<Risk, @Nullable Integer> likelihood,
      Function<Risk, @Nullable Integer> impact,
      @Nullable Integer acceptable) {
    int[][] counts = new int[Risk.SCALE + 1][Risk.SCALE + 1];
    int missing = 0;
    for (Risk risk : risks) {
      Integer l = likelihood.apply(risk);
      Integer i = impact.apply(risk);
      if (l == null || i == null) {
        missing++;
      } else {
        counts[l][i]++;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int l = Risk.SCALE; l >= 1; l--) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 1; i <= Risk.SCALE; i++) {
        cells.add(
            new Cell(
                l, i, counts[l][i], Risk.level(l * i), acceptable != null && l * i > acceptable));
      }
      rows.add(new Row(l, cells));
    }
    return new Matrix(rows, missing);
  }
}
