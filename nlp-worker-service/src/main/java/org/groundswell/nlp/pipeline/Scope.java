package org.groundswell.nlp.pipeline;

/** The level of place that a signal is counted at. */
public enum Scope {
  TOWN,
  ADMIN1,
  COUNTRY
}
