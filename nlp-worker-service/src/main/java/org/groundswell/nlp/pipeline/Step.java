package org.groundswell.nlp.pipeline;

import java.util.Locale;

/** A step of the analysis; most posts stop after one of the first. */
enum Step {
  TEXT,
  LANGUAGE,
  SCORING,
  TIMING,
  PLACES;

  /** Returns the step as metrics and traces name it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
