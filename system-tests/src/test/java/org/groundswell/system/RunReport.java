package org.groundswell.system;

import java.time.Instant;
import java.util.List;

/** The line of JSON that ends a run with {@code --once}. */
public record RunReport(
    long postsRead,
    long rejected,
    long analysed,
    long signals,
    long alertsOpened,
    List<Alert> alerts) {

  /** What of a report must not depend on how the run was made: all but the speed. */
  public RunReport {
    alerts = List.copyOf(alerts);
  }

  /** An alert as it was at the end. */
  public record Alert(
      String id,
      int revision,
      Place place,
      String eventType,
      String status,
      String severity,
      Instant started,
      Instant detected,
      int authors,
      int posts) {}

  /** Where an alert is. */
  public record Place(long geonameId, String name, String level, String country) {}
}
