package org.groundswell.collector.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.groundswell.collector.intake.Rejection.Reason;
import org.groundswell.collector.topics.Topics;

/**
 * The counters of one source, {@code read = published + rejected}; deletions and dead letters are
 * counted apart. Thread-safe.
 */
final class DoorCounters {

  private static final String PREFIX = "groundswell.collector.";

  final LongAdder read = new LongAdder();
  final LongAdder published = new LongAdder();
  final LongAdder deletions = new LongAdder();
  final Counter deadLetters;
  private final Map<Reason, LongAdder> rejected = new EnumMap<>(Reason.class);
  private final Clock wall;
  private volatile long lastPostMillis;

  DoorCounters(String source, MeterRegistry meters, Clock wall) {
    this.wall = wall;
    lastPostMillis = wall.millis();
    deadLetters = meters.counter("groundswell.dead.letters", "topic", Topics.DEAD_LETTERS);
    register(meters, "read", Tags.of("source", source), read);
    register(meters, "published", Tags.of("source", source), published);
    register(meters, "deletions", Tags.of("source", source), deletions);
    for (Reason reason : Reason.values()) {
      var adder = new LongAdder();
      rejected.put(reason, adder);
      String tag = reason.name().toLowerCase(Locale.ROOT);
      register(meters, "rejected", Tags.of("source", source, "reason", tag), adder);
    }
  }

  /** Counts a post as read. */
  void countRead() {
    read.increment();
    lastPostMillis = wall.millis();
  }

  /** Tells, for a source from which posts are due, how long none has come. */
  void watchSilence(String source, BooleanSupplier over, MeterRegistry meters) {
    Gauge.builder(PREFIX + "silence", () -> over.getAsBoolean() ? Double.NaN : silentSeconds())
        .description("Time since the last post of a source, or since the start")
        .tag("source", source)
        .baseUnit("seconds")
        .register(meters);
  }

  void reject(Reason reason) {
    Objects.requireNonNull(rejected.get(reason)).increment(); // every reason is there
  }

  Counts counts() {
    long refused = rejected.values().stream().mapToLong(LongAdder::sum).sum();
    return new Counts(read.sum(), published.sum(), refused);
  }

  private double silentSeconds() {
    return (wall.millis() - lastPostMillis) / 1e3;
  }

  private static void register(MeterRegistry meters, String name, Tags tags, LongAdder adder) {
    FunctionCounter.builder(PREFIX + name, adder, LongAdder::sum)
        .tags(tags)
        .baseUnit("posts")
        .register(meters);
  }
}
