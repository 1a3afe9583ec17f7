package org.groundswell.nlp.places;

/**
 * A mention read as a place.
 *
 * @param kind of the name that leads to the place
 * @param logits that a place is meant at all
 * @param share of the belief that this place and not a namesake is meant, in (0, 1]
 */
record Reading(Mention mention, int place, NameKind kind, double logits, double share) {

  double confidence() {
    return share / (1 + Math.exp(-logits));
  }
}
