package org.groundswell.nlp.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code groundswell.signals}: every post of this collector in this partition of {@code
 * groundswell.posts} with an earlier event time has been analysed, and its signals precede this
 * record. Fields as in {@link CollectorClock} and {@link Coverage}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName("watermark")
@JsonInclude(Include.NON_NULL)
record Watermark(
    String collector,
    int partition,
    int partitions,
    Instant time,
    @Nullable Instant started,
    @Nullable List<String> sources,
    @Nullable List<Coverage.Run> coverage) {

  static Watermark of(CollectorClock clock) {
    return new Watermark(
        clock.collector(),
        clock.partition(),
        clock.partitions(),
        clock.time(),
        clock.started(),
        clock.coverage().sources(),
        clock.coverage().runs());
  }

  /** Returns {@code watermark:collector:partition}. */
  String key() {
    return "watermark:" + collector + ":" + partition;
  }
}
