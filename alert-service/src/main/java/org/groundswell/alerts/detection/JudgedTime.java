package org.groundswell.alerts.detection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far detection has judged, as a gauge: the slowest of this instance's partitions decides. Not
 * a number while none has judged anything. Thread-safe.
 */
public final class JudgedTime {

  private static final int SECONDS_PER_MINUTE = 60;

  private final Map<Integer, Long> minutes = new ConcurrentHashMap<>();

  public JudgedTime(MeterRegistry meters) {
    Gauge.builder("groundswell.detection.time", this, JudgedTime::seconds)
        .description("Event time up to which every minute is judged, in seconds since 1970")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Says that a partition has judged all before a minute, counted from 1970. */
  void reached(int partition, long minute) {
    minutes.put(partition, minute);
  }

  /** Says that another instance may have the partition now. */
  void left(int partition) {
    minutes.remove(partition);
  }

  private double seconds() {
    return minutes.values().stream()
        .mapToDouble(minute -> minute * SECONDS_PER_MINUTE)
        .min()
        .orElse(Double.NaN);
  }
}
