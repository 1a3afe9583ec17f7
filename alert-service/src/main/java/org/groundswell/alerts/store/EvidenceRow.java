package org.groundswell.alerts.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.groundswell.alerts.incident.Alert.AlertEvidence;
import org.groundswell.alerts.signals.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A post that an alert is shown with.
 *
 * @param rank from 1, the most telling first
 */
@Embeddable
record EvidenceRow(
    String post,
    int rank,
    @Nullable String source,
    Instant postTime,
    @Enumerated(EnumType.STRING) EventType eventType,
    double probability,
    String language,
    @Nullable String placeName,
    @Nullable String excerpt,
    @Nullable String url,
    @Nullable String authorKey) {

  static EvidenceRow of(int rank, AlertEvidence post) {
    return new EvidenceRow(
        post.post(),
        rank,
        post.source(),
        post.time(),
        post.eventType(),
        post.probability(),
        post.language(),
        post.place(),
        post.excerpt(),
        post.url(),
        post.authorKey());
  }
}
