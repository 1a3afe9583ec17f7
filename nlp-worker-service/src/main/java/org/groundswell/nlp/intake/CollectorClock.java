package org.groundswell.nlp.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A collector's promise in {@code groundswell.posts}: no later record of its own in this partition
 * has an event time before {@code time}.
 *
 * @param collector id of the collector
 * @param partition partition of {@code groundswell.posts}
 * @param partitions how many of them there are
 * @param started where the collector's stream began
 */
record CollectorClock(
    @JsonProperty(required = true) String collector,
    @JsonProperty(required = true) int partition,
    @JsonProperty(required = true) int partitions,
    @JsonProperty(required = true) Instant time,
    @Nullable Instant started) {

  CollectorClock {
    if (collector == null || collector.isEmpty() || time == null) {
      throw new IllegalArgumentException(
          "Not allowed: collector = %s, time = %s".formatted(collector, time));
    }
    if (partition < 0 || partition >= partitions) {
      throw new IllegalArgumentException(
          "Not allowed: partition = %d of %d".formatted(partition, partitions));
    }
  }
}
