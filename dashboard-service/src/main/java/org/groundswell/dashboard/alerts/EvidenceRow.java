package org.groundswell.dashboard.alerts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code evidence} but for its author key, which this service never reads. */
@Embeddable
record EvidenceRow(
    String post,
    int rank,
    @Column(name = "post_time") Instant time,
    @Enumerated(EnumType.STRING) EventType eventType,
    double probability,
    String language,
    @Nullable String excerpt,
    @Nullable String url,
    @Nullable String source,
    @Column(name = "place_name") @Nullable String place) {

  Alert.Evidence toEvidence() {
    return new Alert.Evidence(
        post, time, eventType, probability, language, excerpt, url, source, place);
  }
}
