package org.groundswell.system.faults;

/** The longest time between two answers, since the first. Thread-safe. */
final class Silence {

  private long last;
  private long longestNanos;
  private long answers;

  /** Notes that there was an answer just now. */
  synchronized void answered() {
    long now = System.nanoTime();
    if (answers++ > 0) {
      longestNanos = Math.max(longestNanos, now - last);
    }
    last = now;
  }

  synchronized long longestMillis() {
    return longestNanos / 1_000_000;
  }

  synchronized long answers() {
    return answers;
  }
}
