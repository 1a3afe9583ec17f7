package org.groundswell.collector.replay;

import java.time.Duration;
import java.time.Instant;
import org.groundswell.collector.clock.SourceClock;
import org.jspecify.annotations.Nullable;

/**
 * Holds posts back until their time has come. While it waits it moves the clock on, up to what the
 * next post allows, so that a quiet hour is judged while it passes and not when it is over.
 */
final class Pacer {

  private static final long LONGEST_NAP_NANOS = Duration.ofMillis(200).toNanos();

  private final double speed;
  private final Duration disorder;
  private final SourceClock clock;
  private @Nullable Instant first;
  private long startedNanos;

  /**
   * @param speed seconds of the file per second, infinite for no waiting at all
   */
  Pacer(double speed, Duration disorder, SourceClock clock) {
    this.speed = speed;
    this.disorder = disorder;
    this.clock = clock;
  }

  /** Returns when {@code time} has come; at once for the first post and for one that is overdue. */
  void await(Instant time) throws InterruptedException {
    if (Double.isInfinite(speed)) {
      return;
    }
    if (first == null) {
      first = time;
      startedNanos = System.nanoTime();
    }
    for (long nanos = nanosUntil(first, time); nanos > 0; nanos = nanosUntil(first, time)) {
      clock.promise(time.minusNanos((long) (nanos * speed)).minus(disorder));
      Thread.sleep(Duration.ofNanos(Math.min(nanos, LONGEST_NAP_NANOS)));
    }
  }

  private long nanosUntil(Instant start, Instant time) {
    double due = Duration.between(start, time).toMillis() * 1e6 / speed;
    return (long) due - (System.nanoTime() - startedNanos);
  }
}
