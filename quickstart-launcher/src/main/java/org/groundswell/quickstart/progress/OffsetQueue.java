package org.groundswell.quickstart.progress;

import java.util.Arrays;

/** Offsets in rising order, added at one end and removed at the other. Grows as needed. */
final class OffsetQueue {

  private static final int INITIAL = 1024;

  private long[] ring = new long[INITIAL];
  private int first;
  private int size;

  void add(long offset) {
    if (size == ring.length) {
      grow();
    }
    ring[(first + size) % ring.length] = offset;
    size++;
  }

  /** Removes all offsets before the given one and returns how many there were. */
  int removeBefore(long offset) {
    int removed = 0;
    while (size > 0 && ring[first] < offset) {
      first = (first + 1) % ring.length;
      size--;
      removed++;
    }
    return removed;
  }

  private void grow() {
    long[] larger = Arrays.copyOf(ring, ring.length * 2);
    System.arraycopy(ring, first, larger, 0, size - first);
    System.arraycopy(ring, 0, larger, size - first, first);
    ring = larger;
    first = 0;
  }
}
