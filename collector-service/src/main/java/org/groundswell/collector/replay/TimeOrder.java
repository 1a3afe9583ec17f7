package org.groundswell.collector.replay;

/** Stable sorting of positions by time, in 8 bytes a position beside the times. */
final class TimeOrder {

  private TimeOrder() {}

  /** Returns the positions of {@code times} from the earliest on; equal times keep their order. */
  static int[] of(long[] times) {
    int[] order = new int[times.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] from = order;
    int[] to = new int[times.length];
    for (long width = 1; width < times.length; width *= 2) {
      for (long low = 0; low < times.length; low += 2 * width) {
        merge(times, from, to, (int) low, width);
      }
      int[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  private static void merge(long[] times, int[] from, int[] to, int low, long width) {
    int middle = (int) Math.min(low + width, from.length);
    int high = (int) Math.min(low + 2 * width, from.length);
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          left < middle && (right >= high || times[from[left]] <= times[from[right]]);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
