package org.groundswell.alerts.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/** A subscription as operators see it: without its secrets. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    UUID id,
    String name,
    boolean enabled,
    ChannelView channel,
    @Nullable Area area,
    @Nullable Set<String> countries,
    @Nullable Set<EventType> kinds,
    @Nullable Severity minSeverity,
    @Nullable Certainty minCertainty,
    @Nullable Set<Stage> stages,
    @Nullable QuietHours quietHours,
    boolean excerpts,
    Instant created,
    Instant updated) {

  /**
   * How the subscriber is reached.
   *
   * @param url of a webhook only; that of Slack is a secret
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ChannelView(Channel type, @Nullable String url, List<String> to) {}

  static SubscriptionView of(SubscriptionRow row) {
    Selection selection = row.selection();
    return new SubscriptionView(
        row.getId(),
        row.name(),
        row.enabled(),
        new ChannelView(row.channel(), row.url(), row.recipients()),
        selection.area(),
        selection.countries(),
        selection.kinds(),
        selection.minSeverity(),
        selection.minCertainty(),
        selection.stages(),
        row.quietHours(),
        row.excerpts(),
        row.created(),
        row.updated());
  }
}
