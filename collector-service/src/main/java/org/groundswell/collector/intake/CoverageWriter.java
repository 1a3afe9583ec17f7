package org.groundswell.collector.intake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.groundswell.collector.coverage.PostCounter;
import org.groundswell.collector.coverage.SourceMinute;
import org.groundswell.collector.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to {@code groundswell.coverage} how many posts were seen, for people and their dashboards;
 * detection has the figures with the clocks. Nothing waits for it: what Kafka does not take is lost
 * with a warning. Thread-safe.
 */
@Component
final class CoverageWriter {

  private static final Logger log = LoggerFactory.getLogger(CoverageWriter.class);

  private final PostCounter counter;
  private final Outbox outbox;
  private final String collector;

  CoverageWriter(PostCounter counter, Outbox outbox, CollectorProperties properties) {
    this.counter = counter;
    this.outbox = outbox;
    this.collector = properties.id();
  }

  /** Writes the minutes that a clock has passed. */
  void writePassed(Instant clock) {
    write(counter.passed(clock));
  }

  /** Writes all that was counted, also of minutes that are not over. */
  void writeRest() {
    write(counter.rest());
  }

  private void write(List<SourceMinute> minutes) {
    if (minutes.isEmpty()) {
      return;
    }
    try {
      // While it is unknown, a send would hold all posts for as long as this waits.
      var _ = outbox.partitions(Topics.COVERAGE);
    } catch (KafkaException e) {
      report(e);
      return;
    }
    var sent = minutes.stream().map(this::send).toArray(CompletableFuture<?>[]::new);
    var _ = CompletableFuture.allOf(sent).whenComplete((_, failure) -> report(failure));
  }

  private CompletableFuture<Void> send(SourceMinute minute) {
    return outbox.send(Topics.COVERAGE, minute.source(), CoverageRecord.of(collector, minute));
  }

  private static void report(@Nullable Throwable failure) {
    if (failure != null) {
      log.warn(
          "Minutes did not reach {} and are missing there: {}",
          Topics.COVERAGE,
          failure.getMessage());
    }
  }
}
