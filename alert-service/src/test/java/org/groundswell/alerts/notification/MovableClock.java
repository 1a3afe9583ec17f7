package org.groundswell.alerts.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The wall clock, and as far ahead of it as a test wants. */
final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  void move(Duration further) {
    ahead = ahead.plus(further);
  }

  /** Back to the wall's time. */
  void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
