package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DoorCountersTests {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicBoolean over = new AtomicBoolean();
  private Instant now = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void tellsHowLongASourceHasBeenSilent() {
    DoorCounters counters = counters();
    now = now.plusSeconds(40);
    assertThat(silence()).as("since the start").isEqualTo(40);

    counters.countRead();
    now = now.plusSeconds(7);

    assertThat(silence()).isEqualTo(7);
  }

  @Test
  void tellsNothingOnceTheSourceIsOver() {
    counters();

    over.set(true);

    assertThat(silence()).isNaN();
  }

  private DoorCounters counters() {
    var counters = new DoorCounters("replay", meters, new Watch());
    counters.watchSilence("replay", over::get, meters);
    return counters;
  }

  private double silence() {
    return meters.get("groundswell.collector.silence").tag("source", "replay").gauge().value();
  }

  private final class Watch extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
