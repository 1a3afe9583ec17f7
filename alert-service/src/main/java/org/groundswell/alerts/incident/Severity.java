package org.groundswell.alerts.incident;

/** How bad it is, in the words of the Common Alerting Protocol 1.2, mildest first. */
public enum Severity {
  MINOR,
  MODERATE,
  SEVERE,
  EXTREME
}
