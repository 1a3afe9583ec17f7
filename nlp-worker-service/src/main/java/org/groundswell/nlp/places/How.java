package org.groundswell.nlp.places;

/** The evidence that a place was found by. */
public enum How {
  /** Coordinates that the source attached to the post. */
  COORDINATES,
  /** A place name that the source attached to the post. */
  SOURCE_PLACE,
  /** The words of the post. */
  TEXT,
  /** The location that the author's profile states: where people live, not what they speak of. */
  PROFILE
}
