package org.groundswell.collector.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.coverage.CoverageRun;
import org.groundswell.collector.coverage.PostCounter;
import org.groundswell.collector.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the stream's clock into every partition of the posts, behind all posts that were sent
 * before. Times within a partition never go back. Thread-safe.
 *
 * <p>The clock of partition 0 tells how many posts were sent since the one before. What is too much
 * for one clock is told ahead, at the time of the clock before: no clock passes a minute of which a
 * count is still to be told.
 */
@Component
public final class ClockWriter {

  private static final Logger log = LoggerFactory.getLogger(ClockWriter.class);

  private final StreamClock stream;
  private final Outbox outbox;
  private final String collector;
  private final PostCounter counter;
  private final CoverageWriter coverage;
  private final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
  private @Nullable Instant started;
  private Instant last = Instant.MIN;

  ClockWriter(
      StreamClock stream,
      Outbox outbox,
      CollectorProperties properties,
      PostCounter counter,
      CoverageWriter coverage,
      MeterRegistry meters) {
    this.stream = stream;
    this.outbox = outbox;
    this.collector = properties.id();
    this.counter = counter;
    this.coverage = coverage;
    Gauge.builder("groundswell.collector.stream.time", this, ClockWriter::seconds)
        .description("The last clock that was written, in seconds since 1970")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Says whether a record of the posts with this key is a clock of {@code collector}. */
  static boolean isKey(@Nullable String key, String collector) {
    return key != null && (key.equals(key(collector)) || key.startsWith(key(collector) + ":"));
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
    low.ifPresent(coverage::writePassed);
  }

  /**
   * Writes the clock as it stands now; nothing while there is none. For sources without checkpoint.
   */
  public void write() {
    Optional<Instant> low;
    synchronized (outbox) {
      low = stream.low();
      low.ifPresent(this::tell);
    }
    low.ifPresent(coverage::writePassed);
  }

  /**
   * Ends a file's clock and writes the mark that says so.
   *
   * @return completes when every partition has the mark
   */
  public CompletableFuture<Void> finish(SourceClock clock) {
    Instant time;
    CompletableFuture<Void> written;
    synchronized (outbox) {
      Instant end = clock.finish();
      Instant low = stream.low().orElseThrow(); // already a moment later, or held by other sources
      time = low.isBefore(end) ? low : end;
      written = write(time, true);
    }
    coverage.writePassed(time);
    return written;
  }

  /**
   * Tells what was counted behind the last clock, at its time, so that no figure is lost. Sources
   * have stopped by now.
   */
  void end() {
    try {
      coverage.writeRest();
      tellRest();
    } catch (KafkaException e) {
      report(e);
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
      Instant beginning = started == null ? time : started;
      started = beginning;
      var mark = ClockMark.of(collector, partitions, time, beginning, finished);
      List<CoverageRun> untold = tellAhead(mark);
      last = time;
      return send(mark, untold).whenComplete((_, failure) -> report(failure));
    }
  }

  private CompletableFuture<Void> send(ClockMark mark, List<CoverageRun> untold) {
    var marks = new CompletableFuture<?>[mark.partitions()];
    marks[0] = send(mark.telling(counter.sources(), untold));
    for (int partition = 1; partition < marks.length; partition++) {
      marks[partition] = send(mark.in(partition));
    }
    return CompletableFuture.allOf(marks);
  }

  /** Tells all but the last portion of what is untold, which it returns; often empty. */
  private List<CoverageRun> tellAhead(ClockMark mark) {
    List<List<CoverageRun>> untold = counter.untold();
    if (untold.isEmpty()) {
      return List.of();
    }
    ClockMark before = mark.at(last.equals(Instant.MIN) ? mark.time() : last);
    for (List<CoverageRun> portion : untold.subList(0, untold.size() - 1)) {
      var _ = send(before.telling(counter.sources(), portion)); // comes back when it fails
    }
    return untold.getLast();
  }

  private void tellRest() {
    int partitions = outbox.partitions(Topics.POSTS);
    synchronized (outbox) {
      if (started != null) {
        tellRest(ClockMark.of(collector, partitions, last, started, null));
      } else if (checkpoints.isEmpty()) { // or it is not told: it will be sent again
        stream.low().ifPresent(this::tell);
      }
    }
  }

  private void tellRest(ClockMark mark) {
    for (List<CoverageRun> portion : counter.untold()) {
      var _ = send(mark.telling(counter.sources(), portion));
    }
  }

  private CompletableFuture<Void> send(ClockMark mark) {
    List<CoverageRun> told = mark.coverage();
    if (told == null) {
      return outbox.send(Topics.POSTS, mark.partition(), key(collector), mark);
    }
    // A later clock says more of the time, but not of the figures: compaction must keep this one.
    String key = key(collector) + ":" + UUID.randomUUID();
    return outbox
        .send(Topics.POSTS, mark.partition(), key, mark)
        .whenComplete((_, failure) -> giveBack(told, failure));
  }

  private void giveBack(List<CoverageRun> told, @Nullable Throwable failure) {
    if (failure != null) {
      counter.giveBack(told);
    }
  }

  /** A lost clock harms nothing: the next one says all that it said. It should be seen, though. */
  private static void report(@Nullable Throwable failure) {
    if (failure != null) {
      log.warn("A clock did not reach Kafka: {}", failure.getMessage());
    }
  }

  private static String key(String collector) {
    return "clock:" + collector;
  }

  private double seconds() {
    synchronized (outbox) {
      return started == null ? Double.NaN : last.toEpochMilli() / 1000.0;
    }
  }
}
