package org.groundswell.alerts.detection;

import java.time.Duration;

/**
 * The trailing windows that voices are counted in. Each ends with the minute that is judged.
 *
 * <p>A list with a figure for each window has it at the window's {@link #position}.
 */
public enum Window {
  QUARTER(0, 15, "15 minutes"),
  HOUR(1, 60, "1 hour"),
  SIX_HOURS(2, 360, "6 hours"),
  DAY(3, 1440, "24 hours");

  /** All windows, shortest first. */
  public static final Window[] ALL = values();

  private final int position;
  private final int minutes;
  private final String words;

  Window(int position, int minutes, String words) {
    this.position = position;
    this.minutes = minutes;
    this.words = words;
  }

  public int position() {
    return position;
  }

  public int minutes() {
    return minutes;
  }

  public double hours() {
    return minutes / 60.0;
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** Returns the length as words in a sentence. */
  public String words() {
    return words;
  }
}
