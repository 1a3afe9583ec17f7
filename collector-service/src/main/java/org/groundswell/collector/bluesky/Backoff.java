package org.groundswell.collector.bluesky;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from the shortest to the longest wait, of
 * which a random half is taken off so that many clients do not come back at the same moment. Not
 * thread-safe.
 */
final class Backoff {

  private final Duration min;
  private final Duration max;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration min, Duration max, RandomGenerator random) {
    this.min = min;
    this.max = max;
    this.random = random;
    this.next = min;
  }

  /** Begins anew, because an attempt has succeeded. */
  void reset() {
    next = min;
  }

  Duration next() {
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(max) < 0 ? doubled : max;
    long half = wait.toNanos() / 2;
    return Duration.ofNanos(half + random.nextLong(half + 1));
  }
}
