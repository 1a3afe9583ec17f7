package org.groundswell.alerts.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.topics.Topics;
import org.springframework.stereotype.Component;

/**
 * Counts what became of the records of the topic of alerts, {@code read = written + stale +
 * rejected}, and how long they took. Every rejected one is a dead letter. Thread-safe.
 */
@Component
class StoreCounts {

  private static final Duration[] DELAYS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10),
    Duration.ofHours(1)
  };

  private final Clock wall;
  private final Counter read;
  private final Counter written;
  private final Counter stale;
  private final Counter rejected;
  private final Counter deadLetters;
  private final Timer delay;
  private final Timer detectionDelay;

  StoreCounts(MeterRegistry meters, Topics topics, Clock wall) {
    this.wall = wall;
    read = meters.counter("groundswell.store.read");
    written = meters.counter("groundswell.store.written");
    stale = meters.counter("groundswell.store.stale");
    rejected = meters.counter("groundswell.store.rejected");
    deadLetters =
        meters.counter("groundswell.dead.letters", "topic", Topics.deadLettersOf(topics.alerts()));
    delay =
        timer("groundswell.store.delay", "From when a revision was published until it is stored")
            .register(meters);
    detectionDelay =
        timer("groundswell.alerts.delay", "From the minute that raised an alert until it is stored")
            .register(meters);
  }

  /** Counts a batch that has been dealt with. */
  void count(int all, int wrote, int refused) {
    read.increment(all);
    written.increment(wrote);
    rejected.increment(refused);
    deadLetters.increment(refused);
    stale.increment(all - wrote - refused);
  }

  /**
   * Times an alert that is stored now.
   *
   * @param published broker's time of the record, in milliseconds
   */
  void time(Alert alert, long published) {
    Instant now = wall.instant();
    delay.record(Duration.between(Instant.ofEpochMilli(published), now));
    if (alert.revision() == 1) {
      detectionDelay.record(Duration.between(alert.detected(), now));
    }
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(DELAYS);
  }
}
