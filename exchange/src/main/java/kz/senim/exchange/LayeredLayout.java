package kz.senim.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places the boxes of a flow chart in layers from top to bottom: every line leads downwards, except
 * those that close a circle. A line that crosses a layer gets a place of its own in it, so that it
 * runs past the boxes and not through them. The boxes of the main way stand straight under one
 * another.
 */
final class LayeredLayout {

  private static final int ROUNDS = 120;

  /** A box, or the place where a line crosses a layer; where it stands is filled in. */
  static final class Box {
    final String id;
    final int width;
    final int height;
    final List<Box> above = new ArrayList<>();
    final List<Box> below = new ArrayList<>();
    boolean main;
    int layer;
    int x;
    int y;

    Box(String id, int width, int height) {
      this.id = id;
      this.width = width;
      this.height = height;
    }

    boolean isCrossing() {
      return height == 0;
    }

    int centre() {
      return x + width / 2;
    }
  }

  /**
   * A line.
   *
   * @param up whether it leads upwards
   * @param way the upper box, the places where it crosses layers, the lower box
   */
  record Line(String from, String to, boolean up, List<Box> way) {}

  private final int gapAcross;
  private final int gapDown;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<List<Box>> layers = new ArrayList<>();
  private final List<Integer> bottoms = new ArrayList<>();
  private int width;
  private int height;

  LayeredLayout(int gapAcross, int gapDown) {
    this.gapAcross = gapAcross;
    this.gapDown = gapDown;
  }

  void box(Box box) {
    boxes.put(box.id, box);
  }

  void edge(String from, String to) {
    next.computeIfAbsent(from, _ -> new java.util.LinkedHashSet<>()).add(to);
  }

  Box get(String id) {
    Box box = boxes.get(id);
    if (box == null) {
      throw new IllegalArgumentException(id);
    }
    return box;
  }

  List<Line> lines() {
    return lines;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Where a layer's tallest box ends. */
  int bottom(int layer) {
    return bottoms.get(layer);
  }

  /**
   * Gives every box its place.
   *
   * @param main the main way, from the first box
   */
  void place(List<String> main) {
    main.forEach(id -> get(id).main = true);
    Map<String, Set<String>> down = new HashMap<>();
    Set<List<String>> up = circles(main.getFirst(), down);
    boxes.keySet().forEach(id -> deepen(id, down));
    for (Map.Entry<String, Set<String>> entry : next.entrySet()) {
      for (String to : entry.getValue()) {
        boolean back = up.contains(List.of(entry.getKey(), to));
        lines.add(line(entry.getKey(), to, back));
      }
    }
    fill(main.getFirst());
    new LayerOrder(layers).sort();
    across();
    down();
  }

  /** Lines that close a circle, found depth first; all others go into {@code down}. */
  private Set<List<String>> circles(String first, Map<String, Set<String>> down) {
    Set<List<String>> up = new HashSet<>();
    Set<String> done = new HashSet<>();
    search(first, new HashSet<>(), done, up, down);
    boxes.keySet().forEach(id -> search(id, new HashSet<>(), done, up, down));
    return up;
  }

  private void search(
      String id,
      Set<String> path,
      Set<String> done,
      Set<List<String>> up,
      Map<String, Set<String>> down) {
    if (!done.add(id)) {
      return;
    }
    path.add(id);
    for (String to : next.getOrDefault(id, Set.of())) {
      if (path.contains(to)) {
        up.add(List.of(id, to));
      } else {
        down.computeIfAbsent(id, _ -> new HashSet<>()).add(to);
        search(to, path, done, up, down);
      }
    }
    path.remove(id);
  }

  /** Pushes what comes after a box below it; there are no circles any more. */
  private void deepen(String id, Map<String, Set<String>> down) {
    for (String to : down.getOrDefault(id, Set.of())) {
      if (get(to).layer <= get(id).layer) {
        get(to).layer = get(id).layer + 1;
        deepen(to, down);
      }
    }
  }

  private Line line(String from, String to, boolean up) {
    Box upper = get(up ? to : from);
    Box lower = get(up ? from : to);
    List<Box> way = new ArrayList<>(List.of(upper));
    for (int layer = upper.layer + 1; layer < lower.layer; layer++) {
      Box crossing = new Box(from + ">" + to + "@" + layer, 10, 0);
      crossing.layer = layer;
      crossing.main = upper.main && lower.main && !up;
      way.add(crossing);
    }
    way.add(lower);
    for (int i = 1; i < way.size(); i++) {
      way.get(i - 1).below.add(way.get(i));
      way.get(i).above.add(way.get(i - 1));
    }
    return new Line(from, to, up, way);
  }

  /** Boxes into their layers, depth first, so that what belongs together begins side by side. */
  private void fill(String first) {
    Set<Box> seen = new HashSet<>();
    fill(get(first), seen);
    boxes.values().forEach(box -> fill(box, seen));
  }

  private void fill(Box box, Set<Box> seen) {
    if (!seen.add(box)) {
      return;
    }
    while (layers.size() <= box.layer) {
      layers.add(new ArrayList<>());
    }
    layers.get(box.layer).add(box);
    box.below.forEach(under -> fill(under, seen));
    box.above.forEach(over -> fill(over, seen));
  }

  private void across() {
    for (List<Box> layer : layers) {
      int x = 0;
      for (Box box : layer) {
        box.x = x;
        x += box.width + gapAcross;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (List<Box> layer : round % 2 == 0 ? layers : layers.reversed()) {
        settle(layer, round < ROUNDS / 3 ? round % 2 == 0 : null);
      }
    }
    int left = boxes.values().stream().mapToInt(box -> box.x).min().orElse(0);
    for (List<Box> layer : layers) {
      for (Box box : layer) {
        box.x -= left;
        width = Math.max(width, box.x + box.width);
      }
    }
  }

  /**
   * Moves the boxes of a layer as near as their order and gaps allow to the middle of what they are
   * connected with: least squares under an order (pooling adjacent violators).
   *
   * @param fromAbove whether only the layer above counts, or only that below; null for both
   */
  private void settle(List<Box> layer, @Nullable Boolean fromAbove) {
    int n = layer.size();
    double[] mean = new double[n];
    double[] weight = new double[n];
    int[] size = new int[n];
    double[] shift = new double[n];
    int blocks = 0;
    double offset = 0;
    for (int i = 0; i < n; i++) {
      Box box = layer.get(i);
      if (i > 0) {
        Box before = layer.get(i - 1);
        offset += before.width / 2.0 + box.width / 2.0 + gapAcross;
      }
      shift[i] = offset;
      mean[blocks] = wanted(box, fromAbove) - offset;
      weight[blocks] = box.main ? 10_000 : box.isCrossing() ? 4 : 1;
      size[blocks] = 1;
      blocks++;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        double both = weight[blocks - 2] + weight[blocks - 1];
        mean[blocks - 2] =
            (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / both;
        weight[blocks - 2] = both;
        size[blocks - 2] += size[blocks - 1];
        blocks--;
      }
    }
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int k = 0; k < size[block]; k++, i++) {
        Box box = layer.get(i);
        box.x = (int) Math.round(mean[block] + shift[i] - box.width / 2.0);
      }
    }
  }

  private static double wanted(Box box, @Nullable Boolean fromAbove) {
    if (box.main) {
      return 0;
    }
    double sum = 0;
    int count = 0;
    if (fromAbove == null || fromAbove) {
      for (Box other : box.above) {
        sum += other.centre();
        count++;
      }
    }
    if (fromAbove == null || !fromAbove) {
      for (Box other : box.below) {
        sum += other.centre();
        count++;
      }
    }
    return count == 0 ? box.centre() : sum / count;
  }

  private void down() {
    int y = 0;
    for (List<Box> layer : layers) {
      int tallest = 0;
      for (Box box : layer) {
        box.y = y;
        tallest = Math.max(tallest, box.height);
      }
      bottoms.add(y + tallest);
      y += tallest + gapDown;
    }
    height = y - gapDown;
  }
}
