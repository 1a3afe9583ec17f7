package org.groundswell.collector.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.groundswell.collector.intake.Rejection.Reason;

/** The counters of one source, {@code read = published + rejected}; deletions are counted apart. */
final class DoorCounters {

  private static final String PREFIX = "groundswell.collector.";

  final LongAdder read = new LongAdder();
  final LongAdder published = new LongAdder();
  final LongAdder deletions = new LongAdder();
  private final Map<Reason, LongAdder> rejected = new EnumMap<>(Reason.class);

  DoorCounters(String source, MeterRegistry meters) {
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

  void reject(Reason reason) {
    Objects.requireNonNull(rejected.get(reason)).increment(); // every reason is there
  }

  Counts counts() {
    long refused = rejected.values().stream().mapToLong(LongAdder::sum).sum();
    return new Counts(read.sum(), published.sum(), refused);
  }

  private static void register(MeterRegistry meters, String name, Tags tags, LongAdder adder) {
    FunctionCounter.builder(PREFIX + name, adder, LongAdder::sum)
        .tags(tags)
        .baseUnit("posts")
        .register(meters);
  }
}
