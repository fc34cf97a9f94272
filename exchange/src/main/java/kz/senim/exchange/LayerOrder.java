package kz.senim.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders the boxes of each layer so that few lines cross: the mean of the neighbours, repeated. */
final class LayerOrder {

  private static final int ROUNDS = 24;

  private final List<List<LayeredLayout.Box>> layers;
  private final Map<LayeredLayout.Box, Integer> place = new HashMap<>();

  LayerOrder(List<List<LayeredLayout.Box>> layers) {
    this.layers = layers;
  }

  /** Leaves each layer in the best order found. */
  void sort() {
    layers.forEach(this::number);
    List<List<LayeredLayout.Box>> best = copy();
    int fewest = crossings();
    for (int round = 0; round < ROUNDS && fewest > 0; round++) {
      boolean down = round % 2 == 0;
      for (List<LayeredLayout.Box> layer : down ? layers : layers.reversed()) {
        Map<LayeredLayout.Box, Double> mean = new HashMap<>();
        for (LayeredLayout.Box box : layer) {
          mean.put(box, mean(box, down));
        }
        layer.sort(Comparator.comparing(mean::get));
        number(layer);
      }
      swap();
      int found = crossings();
      if (found < fewest) {
        fewest = found;
        best = copy();
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).clear();
      layers.get(i).addAll(best.get(i));
    }
  }

  private double mean(LayeredLayout.Box box, boolean down) {
    List<LayeredLayout.Box> side = down ? box.above : box.below;
    return side.stream()
        .mapToInt(other -> place.getOrDefault(other, 0))
        .average()
        .orElse(place.getOrDefault(box, 0));
  }

  /** Neighbours change places where that takes a crossing away. */
  private void swap() {
    for (List<LayeredLayout.Box> layer : layers) {
      for (int i = 1; i < layer.size(); i++) {
        LayeredLayout.Box left = layer.get(i - 1);
        LayeredLayout.Box right = layer.get(i);
        int now = between(left.above, right.above) + between(left.below, right.below);
        int then = between(right.above, left.above) + between(right.below, left.below);
        if (then < now) {
          layer.set(i - 1, right);
          layer.set(i, left);
          number(layer);
        }
      }
    }
  }

  private int between(List<LayeredLayout.Box> left, List<LayeredLayout.Box> right) {
    int crossings = 0;
    for (LayeredLayout.Box a : left) {
      for (LayeredLayout.Box b : right) {
        crossings += place.getOrDefault(a, 0) > place.getOrDefault(b, 0) ? 1 : 0;
      }
    }
    return crossings;
  }

  private int crossings() {
    int crossings = 0;
    for (List<LayeredLayout.Box> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        for (int j = i + 1; j < layer.size(); j++) {
          crossings += between(layer.get(i).below, layer.get(j).below);
        }
      }
    }
    return crossings;
  }

  private void number(List<LayeredLayout.Box> layer) {
    for (int i = 0; i < layer.size(); i++) {
      place.put(layer.get(i), i);
    }
  }

  private List<List<LayeredLayout.Box>> copy() {
    List<List<LayeredLayout.Box>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }
}
