package org.groundswell.collector.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a post can have been made. One outside of them says nothing about when its
 * post was written, so it neither orders the file nor moves the clock.
 */
record Believable(Instant earliest, Instant latest) {

  /** Before the web there were no posts on it. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** A clock may be wrong by its time zone. */
  private static final Duration AHEAD = Duration.ofDays(1);

  static Believable at(Instant now) {
    return new Believable(EARLIEST, now.plus(AHEAD));
  }

  boolean isTrueOf(@Nullable Instant time) {
    return time != null && !time.isBefore(earliest) && !time.isAfter(latest);
  }
}
