package org.groundswell.alerts.incident;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.groundswell.alerts.incident.Alert.Status;

/**
 * Counts the revisions of alerts that were published, by status and severity; {@code opened} are
 * those that were the first of their alert. A restart may count again what was not committed.
 * Thread-safe.
 */
public final class AlertCounts {

  private final MeterRegistry meters;

  public AlertCounts(MeterRegistry meters) {
    this.meters = meters;
    for (Status status : Status.values()) {
      for (Severity severity : Severity.values()) {
        published(status, severity, 0);
      }
    }
    opened(0);
  }

  void count(Alert alert) {
    published(alert.status(), alert.severity(), 1);
    opened(alert.revision() == 1 ? 1 : 0);
  }

  private void published(Status status, Severity severity, int revisions) {
    meters
        .counter(
            "groundswell.alerts.published",
            "status",
            status.name().toLowerCase(Locale.ROOT),
            "severity",
            severity.name().toLowerCase(Locale.ROOT))
        .increment(revisions);
  }

  private void opened(int alerts) {
    meters.counter("groundswell.alerts.opened").increment(alerts);
  }
}
