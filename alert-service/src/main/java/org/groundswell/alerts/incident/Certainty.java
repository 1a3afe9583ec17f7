package org.groundswell.alerts.incident;

/** How sure it is, in the words of the Common Alerting Protocol 1.2, least sure first. */
public enum Certainty {
  POSSIBLE,
  LIKELY,
  OBSERVED
}
