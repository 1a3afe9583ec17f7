package org.groundswell.collector.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the stream's clock into every partition of the posts, behind all posts that were sent
 * before. Times within a partition never go back. Thread-safe.
 */
@Component
public final class ClockWriter {

  private static final Logger log = LoggerFactory.getLogger(ClockWriter.class);

  private final StreamClock stream;
  private final Outbox outbox;
  private final String collector;
  private final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
  private @Nullable Instant started;
  private Instant last = Instant.MIN;

  ClockWriter(
      StreamClock stream, Outbox outbox, CollectorProperties properties, MeterRegistry meters) {
    this.stream = stream;
    this.outbox = outbox;
    this.collector = properties.id();
    Gauge.builder("groundswell.collector.stream.time", this, ClockWriter::seconds)
        .description("The last clock that was written, in seconds since 1970")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Has {@code checkpoint} saved before each regular clock. */
  public void before(Checkpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  /**
   * Writes the clock as it stands before the checkpoints are saved; nothing while there is none.
   */
  void tick() {
    Optional<Instant> low = stream.low();
    checkpoints.forEach(Checkpoint::save);
    low.ifPresent(this::tell);
  }

  /**
   * Writes the clock as it stands now; nothing while there is none. For sources without checkpoint.
   */
  public void write() {
    synchronized (outbox) {
      stream.low().ifPresent(this::tell);
    }
  }

  /**
   * Ends a file's clock and writes the mark that says so.
   *
   * @return completes when every partition has the mark
   */
  public CompletableFuture<Void> finish(SourceClock clock) {
    synchronized (outbox) {
      Instant end = clock.finish();
      Instant low = stream.low().orElseThrow(); // already a moment later, or held by other sources
      return write(low.isBefore(end) ? low : end, true);
    }
  }

  private void tell(Instant time) {
    var _ = write(time, null); // reports its own failure
  }

  private CompletableFuture<Void> write(Instant time, @Nullable Boolean finished) {
    int partitions = outbox.partitions(Topics.POSTS);
    synchronized (outbox) {
      if (time.isBefore(last)) {
        return CompletableFuture.completedFuture(null);
      }
      last = time;
      Instant beginning = started == null ? time : started;
      started = beginning;
      var marks = new CompletableFuture<?>[partitions];
      for (int partition = 0; partition < partitions; partition++) {
        var mark = new ClockMark(collector, partition, partitions, time, beginning, finished);
        marks[partition] = outbox.send(Topics.POSTS, partition, "clock:" + collector, mark);
      }
      return CompletableFuture.allOf(marks).whenComplete((_, failure) -> report(failure));
    }
  }

  /** A lost clock harms nothing: the next one says more. That it is lost should be seen. */
  private static void report(@Nullable Throwable failure) {
    if (failure != null) {
      log.warn("A clock did not reach Kafka: {}", failure.getMessage());
    }
  }

  private double seconds() {
    synchronized (outbox) {
      return started == null ? Double.NaN : last.toEpochMilli() / 1000.0;
    }
  }
}
