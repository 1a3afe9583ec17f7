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
   */
  record Analysed(Outcome outcome, @Nullable Instant collectedAt) implements Result {

    Analysed(Outcome outcome) {
      this(outcome, null);
    }
  }

  /** A clock; it is no post and not counted as one. */
  record Ticked(CollectorClock clock) implements Result {}
}
