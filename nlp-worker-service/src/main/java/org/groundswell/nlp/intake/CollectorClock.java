package org.groundswell.nlp.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A collector's promise in {@code groundswell.posts}: no later record of its own in this partition
 * has an event time before {@code time}.
 *
 * @param collector id of the collector
 * @param partition partition of {@code groundswell.posts}
 * @param partitions how many of them there are
 * @param started where the collector's stream began
 * @param coverage how many posts it has seen since the clock before
 */
record CollectorClock(
    String collector,
    int partition,
    int partitions,
    Instant time,
    @Nullable Instant started,
    Coverage coverage) {

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

  /** Says whether this clock can stand for an earlier one of the same partition, too. */
  boolean takesIn(CollectorClock before) {
    return !time.isBefore(before.time) && before.coverage.hasRoomFor(coverage);
  }

  /** Returns this clock, telling what {@code before} told as well. */
  CollectorClock after(CollectorClock before) {
    return new CollectorClock(
        collector, partition, partitions, time, started, before.coverage.and(coverage));
  }

  @JsonCreator
  static CollectorClock read(
      @JsonProperty(value = "collector", required = true) String collector,
      @JsonProperty(value = "partition", required = true) int partition,
      @JsonProperty(value = "partitions", required = true) int partitions,
      @JsonProperty(value = "time", required = true) Instant time,
      @JsonProperty("started") @Nullable Instant started,
      @JsonProperty("sources") @Nullable JsonNode sources,
      @JsonProperty("coverage") @Nullable JsonNode coverage) {
    return new CollectorClock(
        collector, partition, partitions, time, started, Coverage.read(sources, coverage));
  }
}
