package org.groundswell.nlp.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.RejectReason;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.springframework.stereotype.Component;

/**
 * Counts the posts of committed batches: {@code posts.read} is always the sum of {@code posts} over
 * its outcomes and reasons.
 */
@Component
class PostCounters {

  static final String READ = "groundswell.nlp.posts.read";
  static final String POSTS = "groundswell.nlp.posts";
  static final String SIGNALS = "groundswell.nlp.signals";

  private final MeterRegistry meters;

  PostCounters(MeterRegistry meters) {
    this.meters = meters;
    meters.counter(READ);
    meters.counter(SIGNALS);
    count("forwarded", "none", 0);
    for (DropReason reason : DropReason.values()) {
      count("dropped", reason.name(), 0);
    }
    for (RejectReason reason : RejectReason.values()) {
      count("rejected", reason.name(), 0);
    }
  }

  /** Counts a batch; call it only when the batch has been committed. */
  void count(List<Result> results) {
    for (Result result : results) {
      if (result instanceof Analysed(Outcome outcome)) {
        meters.counter(READ).increment();
        count(outcome);
      }
    }
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case Forwarded(var signals) -> {
        count("forwarded", "none", 1);
        meters.counter(SIGNALS).increment(signals.size());
      }
      case Dropped(DropReason reason) -> count("dropped", reason.name(), 1);
      case Rejected(RejectReason reason, _) -> count("rejected", reason.name(), 1);
    }
  }

  private void count(String outcome, String reason, int posts) {
    meters
        .counter(POSTS, "outcome", outcome, "reason", reason.toLowerCase(Locale.ROOT))
        .increment(posts);
  }
}
