package org.groundswell.sample.chance;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Items of which some are drawn more often than others. */
public final class Weighted<T> {

  private final List<T> items;
  private final double[] cumulative;

  /**
   * @param weight how often an item is drawn against the others; not negative
   * @throws IllegalArgumentException when there is nothing to draw
   */
  public Weighted(List<T> items, ToDoubleFunction<T> weight) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw from");
    }
    this.items = List.copyOf(items);
    this.cumulative = items.stream().mapToDouble(weight).toArray();
    for (int i = 1;
        i < cumulative.length;
        i++) { // in order, so that rounding is the same everywhere
      cumulative[i] += cumulative[i - 1];
    }
  }

  /** One item, by its weight. */
  public T draw(Dice dice) {
    double at = dice.unit() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    int index = found >= 0 ? found + 1 : -found - 1;
    return items.get(Math.min(index, items.size() - 1));
  }
}
