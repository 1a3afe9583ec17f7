package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The promise among the posts of a partition.
 *
 * @param finished true in the last of a replay, null otherwise
 */
@JsonPropertyOrder("kind")
record ClockMark(
    String collector,
    int partition,
    int partitions,
    Instant time,
    Instant started,
    @Nullable Boolean finished) {

  @JsonProperty
  String kind() {
    return "clock";
  }
}
