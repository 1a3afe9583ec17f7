package org.groundswell.system;

import java.time.Instant;
import java.util.List;

/** The line of JSON that ends a run with {@code --once}. */
record RunReport(
    long postsRead,
    long rejected,
    long analysed,
    long signals,
    long alertsOpened,
    double seconds,
    double postsPerSecond,
    List<Alert> alerts) {

  /** Everything of an alert that must not depend on how the run was made. */
  record Alert(
      String id,
      int revision,
      String place,
      String level,
      String country,
      double lat,
      double lon,
      String eventType,
      String status,
      String severity,
      String certainty,
      Instant started,
      Instant detected,
      Instant lastSeen,
      int authors,
      int posts) {}
}
