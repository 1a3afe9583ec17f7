package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.groundswell.collector.coverage.CoverageRun;
import org.jspecify.annotations.Nullable;

/**
 * The promise among the posts of a partition.
 *
 * @param finished true in the last of a replay, null otherwise
 * @param sources the sources that are read; null but in partition 0
 * @param coverage what was sent since the clock before; null but in partition 0, and where there is
 *     nothing
 */
@JsonPropertyOrder("kind")
record ClockMark(
    String collector,
    int partition,
    int partitions,
    Instant time,
    Instant started,
    @Nullable Boolean finished,
    @Nullable List<String> sources,
    @Nullable List<CoverageRun> coverage) {

  /** Makes the mark of partition 0, which tells nothing yet. */
  static ClockMark of(
      String collector, int partitions, Instant time, Instant started, @Nullable Boolean finished) {
    return new ClockMark(collector, 0, partitions, time, started, finished, null, null);
  }

  ClockMark in(int otherPartition) {
    return new ClockMark(
        collector, otherPartition, partitions, time, started, finished, null, null);
  }

  /** Returns a mark of another time, at which nothing is finished. */
  ClockMark at(Instant otherTime) {
    return new ClockMark(
        collector, partition, partitions, otherTime, started, null, sources, coverage);
  }

  ClockMark telling(List<String> read, List<CoverageRun> sent) {
    return new ClockMark(
        collector,
        partition,
        partitions,
        time,
        started,
        finished,
        read,
        sent.isEmpty() ? null : sent);
  }

  @JsonProperty
  String kind() {
    return "clock";
  }
}
