package org.groundswell.nlp.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Times the steps of the analysis, once for each post that reaches them; also those of a batch that
 * comes back. The trace of a chosen post tells its own times. Thread-safe.
 */
@Component
class StepTimes {

  static final String NAME = "groundswell.nlp.step";

  /** From a short post's text to a long one's places, in microseconds. */
  private static final long[] BUCKETS = {50, 100, 250, 500, 1_000, 2_500, 10_000, 100_000};

  private final Map<Step, Timer> timers = new EnumMap<>(Step.class);

  StepTimes(MeterRegistry meters) {
    for (Step step : Step.values()) {
      timers.put(step, timer(step).register(meters));
    }
  }

  <T> T time(Step step, Supplier<T> work) {
    long begun = System.nanoTime();
    try {
      return work.get();
    } finally {
      record(step, System.nanoTime() - begun);
    }
  }

  private void record(Step step, long nanos) {
    Span post = Span.current();
    if (post.isRecording()) {
      post.setAttribute("groundswell.step." + step.label() + ".nanos", nanos);
    }
    Objects.requireNonNull(timers.get(step)).record(nanos, TimeUnit.NANOSECONDS); // all are there
  }

  private static Timer.Builder timer(Step step) {
    var buckets = new Duration[BUCKETS.length];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(BUCKETS[i]));
    }
    return Timer.builder(NAME)
        .description("Time that a step of the analysis takes for one post")
        .tag("step", step.label())
        .serviceLevelObjectives(buckets);
  }
}
