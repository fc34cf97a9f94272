package kz.senim.server.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A stacked picture of sums over time, in a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param met the outline of the lowest band, as an SVG polygon's points
 * @param top the largest sum, which is the height of the box
 */
public record TrendPicture(String met, String notMet, String undecided, int top) {

  static final int WIDTH = 600;
  static final int HEIGHT = 160;

  static TrendPicture of(List<Portfolio.Point> points) {
    int top =
        Math.max(
            1, points.stream().mapToInt(p -> p.met() + p.notMet() + p.undecided()).max().orElse(1));
    return new TrendPicture(
        band(points, top, _ -> 0, Portfolio.Point::met),
        band(points, top, Portfolio.Point::met, p -> p.met() + p.notMet()),
        band(points, top, p -> p.met() + p.notMet(), p -> p.met() + p.notMet() + p.undecided()),
        top);
  }

  private static String band(
      List<Portfolio.Point> points,
      int top,
      ToIntFunction<Portfolio.Point> below,
      ToIntFunction<Portfolio.Point> above) {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      corners.add(corner(points, i, above.applyAsInt(points.get(i)), top));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      corners.add(corner(points, i, below.applyAsInt(points.get(i)), top));
    }
    return String.join(" ", corners);
  }

  private static String corner(List<Portfolio.Point> points, int i, int value, int top) {
    int x = points.size() < 2 ? 0 : i * WIDTH / (points.size() - 1);
    return x + "," + (HEIGHT - Math.round((float) value * HEIGHT / top));
  }
}
