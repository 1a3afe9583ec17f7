package org.groundswell.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an alert after one revision, as the topic of alerts has it. Machine-made from
 * public posts and not verified; the meaning of each field is in the contract's schema.
 */
public record Alert(
    String id,
    int revision,
    AlertPlace place,
    EventType eventType,
    Status status,
    Stage stage,
    Severity severity,
    Urgency urgency,
    Certainty certainty,
    Instant started,
    Instant detected,
    Instant updated,
    Instant lastSeen,
    @Nullable Instant closed,
    long authors,
    int posts,
    Duration window,
    long observed,
    double expected,
    double probability,
    Map<EventType, Double> eventTypes,
    List<String> sources,
    Map<String, Integer> languages,
    String headline,
    List<AlertEvidence> evidence) {

  public Alert {
    if (id == null || !id.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("id is not allowed: " + id);
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revision is not allowed: " + revision);
    }
    evidence = List.copyOf(evidence);
  }

  /** Where it is. */
  public record AlertPlace(
      long geonameId,
      String name,
      Level level,
      @Nullable String admin1,
      String country,
      String countryName,
      double lat,
      double lon) {}

  /** A post that it is shown with; without excerpt, url and author once that was taken back. */
  public record AlertEvidence(
      String post,
      Instant time,
      EventType eventType,
      double probability,
      String language,
      @Nullable String excerpt,
      @Nullable String url,
      @Nullable String source,
      @Nullable String place,
      @Nullable String authorKey) {}

  /** Whether it is going on. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** How soon it asks for attention, in the words of the Common Alerting Protocol 1.2. */
  public enum Urgency {
    IMMEDIATE,
    EXPECTED,
    PAST
  }
}
