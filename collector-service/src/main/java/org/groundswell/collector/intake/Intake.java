package org.groundswell.collector.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.coverage.PostCounter;
import org.springframework.stereotype.Component;

/** Where sources come in. */
@Component
public final class Intake {

  private final Outbox outbox;
  private final AuthorKeys authors;
  private final StreamClock stream;
  private final Clock wall;
  private final MeterRegistry meters;
  private final PostTraces traces;
  private final PostCounter coverage;

  Intake(
      Outbox outbox,
      AuthorKeys authors,
      StreamClock stream,
      Clock wall,
      MeterRegistry meters,
      PostTraces traces,
      PostCounter coverage) {
    this.outbox = outbox;
    this.authors = authors;
    this.stream = stream;
    this.wall = wall;
    this.meters = meters;
    this.traces = traces;
    this.coverage = coverage;
  }

  /**
   * Opens the door of a source that has a clock of its own.
   *
   * @param name lower-case name, for counters and dead letters; each name once
   */
  public Door open(String name, SourceClock clock) {
    var counters = new DoorCounters(name, meters, wall);
    counters.watchSilence(name, clock::hasFinished, meters);
    coverage.open(name, clock::hasFinished);
    return new Door(name, clock::stamp, outbox, authors, wall, counters, traces, coverage);
  }

  /** Opens the door of a source whose posts go by the stream's clock. */
  public Door open(String name) {
    var counters = new DoorCounters(name, meters, wall);
    coverage.open(name, () -> false);
    return new Door(name, stream::stamp, outbox, authors, wall, counters, traces, coverage);
  }
}
