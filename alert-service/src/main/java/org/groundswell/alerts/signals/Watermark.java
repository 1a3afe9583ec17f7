package org.groundswell.alerts.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every post of a collector in one partition of the posts with an earlier event time has been
 * analysed, and its signals precede this record.
 *
 * @param partition of the topic of posts, from 0
 * @param partitions how many there are
 * @param started where the collector's stream began, when it says so
 */
public record Watermark(
    String collector, int partition, int partitions, Instant time, @Nullable Instant started)
    implements SignalRecord {

  public Watermark {
    Checks.text("collector", collector, 200);
    Checks.that(partition >= 0, "partition", partition);
    Checks.that(partition < partitions && partitions <= 100_000, "partitions", partitions);
    Checks.time("time", time);
    if (started != null) {
      Checks.time("started", started);
    }
  }
}
