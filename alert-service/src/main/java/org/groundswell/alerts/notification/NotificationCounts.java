package org.groundswell.alerts.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts what became of messages and of attempts to send them. Thread-safe. */
@Component
class NotificationCounts {

  private static final Duration[] DELAYS = {
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10),
    Duration.ofHours(1),
    Duration.ofHours(12)
  };

  private final MeterRegistry meters;
  private final Clock wall;
  private final String deadLetters;
  private final AtomicLong pending = new AtomicLong();

  NotificationCounts(MeterRegistry meters, NotificationProperties notification, Clock wallClock) {
    this.meters = meters;
    this.wall = wallClock;
    this.deadLetters = notification.deadLetters();
    Gauge.builder("groundswell.notifications.pending", pending, AtomicLong::doubleValue)
        .description("Messages that are to be sent yet, of all instances")
        .register(meters);
    for (Channel channel : Channel.values()) {
      count("sent", channel, 0);
      count("failed", channel, 0);
      count("dead", channel, 0);
    }
    meters.counter("groundswell.dead.letters", "topic", deadLetters);
  }

  /**
   * Counts a message that has been sent now.
   *
   * @param published when the broker had the revision that it tells of
   */
  void sent(Channel channel, Instant published) {
    count("sent", channel, 1);
    Timer.builder("groundswell.notifications.delay")
        .description("From when a revision was published until its message was sent")
        .tag("channel", channel.name())
        .serviceLevelObjectives(DELAYS)
        .register(meters)
        .record(Duration.between(published, wall.instant()));
  }

  /** Counts an attempt that failed. */
  void failed(Channel channel) {
    count("failed", channel, 1);
  }

  /** Counts a message that has been given up. */
  void dead(Channel channel) {
    count("dead", channel, 1);
  }

  void lettered() {
    meters.counter("groundswell.dead.letters", "topic", deadLetters).increment();
  }

  void pending(long messages) {
    pending.set(messages);
  }

  private void count(String what, Channel channel, int by) {
    meters.counter("groundswell.notifications." + what, "channel", channel.name()).increment(by);
  }
}
