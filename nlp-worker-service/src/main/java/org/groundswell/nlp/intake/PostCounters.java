package org.groundswell.nlp.intake;

import static org.groundswell.nlp.language.LanguageDetector.UNDETERMINED;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.RejectReason;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the posts of committed batches: {@code posts.read} is always the sum of {@code posts} over
 * its outcomes and reasons, and every rejected post is a dead letter.
 */
@Component
class PostCounters {

  static final String READ = "groundswell.nlp.posts.read";
  static final String POSTS = "groundswell.nlp.posts";
  static final String MODEL = "groundswell.nlp.model";
  static final String SIGNALS = "groundswell.nlp.signals";
  static final String SIGNAL_AGE = "groundswell.nlp.signal.age";
  static final String DEAD_LETTERS = "groundswell.dead.letters";

  private static final Duration[] AGES = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1)
  };

  private final MeterRegistry meters;
  private final Clock wall;
  private final Counter deadLetters;
  private final Timer signalAge;

  PostCounters(MeterRegistry meters, TopicsProperties topics, Clock wall, UnrestScorer scorer) {
    this.meters = meters;
    this.wall = wall;
    deadLetters = meters.counter(DEAD_LETTERS, "topic", topics.postsDeadLetters());
    signalAge =
        Timer.builder(SIGNAL_AGE)
            .description("From when a post was collected until its signals are committed")
            .serviceLevelObjectives(AGES)
            .register(meters);
    beginAtZero();
    Gauge.builder(MODEL, () -> 1)
        .description("Always 1; tells the version of the scoring model that is at work")
        .tag("version", scorer.modelVersion())
        .register(meters);
  }

  /** So that a rate can be told of the first that comes. */
  private void beginAtZero() {
    meters.counter(READ);
    meters.counter(SIGNALS);
    count(new Label("forwarded", "none", UNDETERMINED), 0);
    for (DropReason reason : DropReason.values()) {
      count(new Label("dropped", reason.name(), UNDETERMINED), 0);
    }
    for (RejectReason reason : RejectReason.values()) {
      count(new Label("rejected", reason.name(), UNDETERMINED), 0);
    }
  }

  /** Counts a batch; call it only when the batch has been committed. */
  void count(List<Result> results) {
    var posts = new HashMap<Label, Integer>();
    for (Result result : results) {
      if (result instanceof Analysed(Outcome outcome, Instant collectedAt, _)) {
        posts.merge(Label.of(outcome), 1, Integer::sum);
        countMore(outcome, collectedAt);
      }
    }
    posts.forEach(this::count);
    meters.counter(READ).increment(posts.values().stream().mapToInt(Integer::intValue).sum());
  }

  private void countMore(Outcome outcome, @Nullable Instant collectedAt) {
    switch (outcome) {
      case Forwarded(var signals) -> {
        meters.counter(SIGNALS).increment(signals.size());
        if (collectedAt != null) {
          signalAge.record(Duration.between(collectedAt, wall.instant()));
        }
      }
      case Dropped _ -> {}
      case Rejected _ -> deadLetters.increment();
    }
  }

  private void count(Label label, int posts) {
    meters
        .counter(
            POSTS,
            "outcome",
            label.outcome(),
            "reason",
            label.reason().toLowerCase(Locale.ROOT),
            "language",
            label.language())
        .increment(posts);
  }

  /** What a post is counted under. */
  private record Label(String outcome, String reason, String language) {

    static Label of(Outcome outcome) {
      return switch (outcome) {
        case Forwarded(var signals) ->
            new Label("forwarded", "none", signals.getFirst().language());
        case Dropped(DropReason reason, String language) ->
            new Label("dropped", reason.name(), language);
        case Rejected(RejectReason reason, _) -> new Label("rejected", reason.name(), UNDETERMINED);
      };
    }
  }
}
