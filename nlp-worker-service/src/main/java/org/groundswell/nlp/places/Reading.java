package org.groundswell.nlp.places;

/**
 * A mention read as a place.
 *
 * @param kind of the name that leads to the place
 * @param logits that a place is meant at all
 * @param share of the belief that this place and not a namesake is meant, in (0, 1]
 * @param note what the logits came from; empty unless somebody asked
 */
record Reading(
    Mention mention, int place, NameKind kind, double logits, double share, String note) {

  private static final double LEAST_CONFIDENCE = 0.3;

  double confidence() {
    return share / (1 + Math.exp(-logits));
  }

  boolean isBelieved() {
    return logits >= 0 && confidence() >= LEAST_CONFIDENCE;
  }
}
