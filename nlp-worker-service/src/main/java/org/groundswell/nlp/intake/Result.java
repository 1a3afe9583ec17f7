package org.groundswell.nlp.intake;

import java.time.Instant;
import org.groundswell.nlp.pipeline.Outcome;
import org.jspecify.annotations.Nullable;

/** What one record of a batch comes to. */
sealed interface Result {

  /**
   * A post, or what should have been one.
   *
   * @param collectedAt when the collector took it in, as far as it says so
   * @param traceparent where its trace has come to; null unless the post is traced
   */
  record Analysed(Outcome outcome, @Nullable Instant collectedAt, @Nullable String traceparent)
      implements Result {

    Analysed(Outcome outcome) {
      this(outcome, null);
    }

    Analysed(Outcome outcome, @Nullable Instant collectedAt) {
      this(outcome, collectedAt, null);
    }

    Analysed with(@Nullable String trace) {
      return new Analysed(outcome, collectedAt, trace);
    }
  }

  /** A clock; it is no post and not counted as one. */
  record Ticked(CollectorClock clock) implements Result {}
}
