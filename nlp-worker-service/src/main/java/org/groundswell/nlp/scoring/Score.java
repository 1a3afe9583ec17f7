package org.groundswell.nlp.scoring;

import org.springframework.util.Assert;

/**
 * What a post was judged to be.
 *
 * @param probability in [0, 1] that the post speaks of unrest
 * @param eventType the likeliest kind, given that it does
 */
public record Score(double probability, EventType eventType) {

  /** Refuses a probability outside [0, 1]. */
  public Score {
    Assert.isTrue(
        probability >= 0 && probability <= 1,
        () -> "probability (%s) must lie in [0, 1]".formatted(probability));
  }
}
