package org.groundswell.nlp.intake;

import org.groundswell.nlp.pipeline.Outcome;

/** What one record of a batch comes to. */
sealed interface Result {

  /** A post, or what should have been one. */
  record Analysed(Outcome outcome) implements Result {}

  /** A clock; it is no post and not counted as one. */
  record Ticked(CollectorClock clock) implements Result {}
}
