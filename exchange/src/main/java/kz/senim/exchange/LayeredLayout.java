package kz.senim.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Places the boxes of a flow chart in layers from top to bottom: a box stands one layer below the
 * first box that leads to it, boxes of a layer are ordered so that few lines cross, and each is
 * moved towards what it is connected with.
 */
final class LayeredLayout {

  private static final int SWEEPS = 12;

  /** A box; its place is filled in by the layout. */
  static final class Box {
    final String id;
    final int width;
    final int height;
    int layer = -1;
    int x;
    int y;

    Box(String id, int width, int height) {
      this.id = id;
      this.width = width;
      this.height = height;
    }

    int centre() {
      return x + width / 2;
    }
  }

  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, List<String>> next = new HashMap<>();
  private final Map<String, List<String>> before = new HashMap<>();
  private final int gapAcross;
  private final int gapDown;
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
    next.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
    before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
  }

  Box get(String id) {
    Box box = boxes.get(id);
    if (box == null) {
      throw new IllegalArgumentException(id);
    }
    return box;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Gives every box its place; the first one is at the top. */
  void place(String first) {
    Deque<String> open = new ArrayDeque<>(List.of(first));
    get(first).layer = 0;
    while (!open.isEmpty()) {
      String id = open.poll();
      for (String to : next.getOrDefault(id, List.of())) {
        Box box = get(to);
        if (box.layer < 0) {
          box.layer = get(id).layer + 1;
          open.add(to);
        }
      }
    }
    Map<Integer, List<Box>> layers = new TreeMap<>();
    for (Box box : boxes.values()) {
      layers.computeIfAbsent(Math.max(0, box.layer), _ -> new ArrayList<>()).add(box);
    }
    for (List<Box> layer : layers.values()) {
      pack(layer);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (List<Box> layer : layers.values()) {
        layer.sort(Comparator.comparingInt(this::wanted));
        settle(layer);
      }
    }
    int left = boxes.values().stream().mapToInt(box -> box.x).min().orElse(0);
    int y = 0;
    for (List<Box> layer : layers.values()) {
      int tallest = 0;
      for (Box box : layer) {
        box.x -= left;
        box.y = y;
        tallest = Math.max(tallest, box.height);
        width = Math.max(width, box.x + box.width);
      }
      for (Box box : layer) {
        box.y += (tallest - box.height) / 2;
      }
      y += tallest + gapDown;
    }
    height = y - gapDown;
  }

  private void pack(List<Box> layer) {
    int x = 0;
    for (Box box : layer) {
      box.x = x;
      x += box.width + gapAcross;
    }
  }

  /** The middle of what the box is connected with in the neighbouring layers. */
  private int wanted(Box box) {
    List<Integer> centres = new ArrayList<>();
    for (List<String> side :
        List.of(before.getOrDefault(box.id, List.of()), next.getOrDefault(box.id, List.of()))) {
      for (String id : side) {
        Box other = get(id);
        if (Math.abs(other.layer - box.layer) == 1) {
          centres.add(other.centre());
        }
      }
    }
    return centres.isEmpty()
        ? box.centre()
        : (int) centres.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  /** Moves boxes to where they want to be, as far as their order and gaps allow. */
  private void settle(List<Box> layer) {
    int free = Integer.MIN_VALUE / 2;
    for (Box box : layer) {
      box.x = Math.max(wanted(box) - box.width / 2, free);
      free = box.x + box.width + gapAcross;
    }
    // What was pushed to the right is shared out to both sides.
    int shift = 0;
    for (Box box : layer) {
      shift += wanted(box) - box.centre();
    }
    shift /= Math.max(1, layer.size());
    for (Box box : layer) {
      box.x += shift;
    }
  }
}
