package org.groundswell.alerts.signals;

/** Whether a post speaks of a coming date, of now, or of something over. */
public enum Stage {
  PLANNED,
  ONGOING,
  PAST
}
