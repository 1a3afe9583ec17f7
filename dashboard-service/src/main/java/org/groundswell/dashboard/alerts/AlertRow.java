package org.groundswell.dashboard.alerts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert}; the alert service owns the table. Nothing here can change a row: the
 * class is immutable to Hibernate, and the database role may only select.
 */
@Entity
@Immutable
@Table(name = "alert")
@SuppressWarnings("NullAway.Init") // Hibernate sets every field
class AlertRow {

  @Id private String id;
  private int revision;

  private long geonameId;
  private String placeName;

  @Enumerated(EnumType.STRING)
  private Alert.Level placeLevel;

  private @Nullable String admin1Name;
  private String countryCode;
  private String countryName;
  private double latitude;
  private double longitude;

  @Enumerated(EnumType.STRING)
  private EventType eventType;

  @Enumerated(EnumType.STRING)
  private Alert.Status status;

  @Enumerated(EnumType.STRING)
  private Alert.Stage stage;

  @Enumerated(EnumType.STRING)
  private Alert.Severity severity;

  @Enumerated(EnumType.STRING)
  private Alert.Urgency urgency;

  @Enumerated(EnumType.STRING)
  private Alert.Certainty certainty;

  private Instant started;
  private Instant detected;
  private Instant updated;
  private Instant lastSeen;
  private @Nullable Instant closed;

  private int authors;
  private int posts;

  @Column(name = "window_seconds")
  private int windowSeconds;

  private int observed;
  private double expected;
  private double probability;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<EventType, Double> eventTypes;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> sources;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Integer> languages;

  private String headline;

  @Enumerated(EnumType.STRING)
  private Alert.@Nullable Change change;

  private boolean warmingUp;
  private @Nullable LocalDate plannedFor;

  @Enumerated(EnumType.STRING)
  private Alert.@Nullable Ending ending;

  private @Nullable String mergedInto;
  private @Nullable String announcedBy;
  private @Nullable String followedBy;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Alert.PartPlace> places;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Alert.WindowFigures> windows;

  @JdbcTypeCode(SqlTypes.JSON)
  private Alert.@Nullable Remark acknowledgement;

  @JdbcTypeCode(SqlTypes.JSON)
  private Alert.@Nullable Remark dismissal;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Alert.Comment> comments;

  @ElementCollection
  @CollectionTable(name = "evidence", joinColumns = @JoinColumn(name = "alert_id"))
  @OrderBy("rank")
  private List<EvidenceRow> evidence;

  /** Returns the alert as one of a list. */
  Alert toAlert() {
    return toAlert(null);
  }

  /** Returns the alert with its evidence; needs the session that read this row. */
  Alert toAlertWithEvidence() {
    return toAlert(evidence.stream().map(EvidenceRow::toEvidence).toList());
  }

  private Alert toAlert(@Nullable List<Alert.Evidence> withEvidence) {
    return new Alert(
        id,
        revision,
        place(),
        eventType,
        status,
        stage,
        severity,
        urgency,
        certainty,
        started,
        detected,
        updated,
        lastSeen,
        closed,
        authors,
        posts,
        Duration.ofSeconds(windowSeconds),
        observed,
        expected,
        probability,
        eventTypes,
        sources,
        languages,
        headline,
        withEvidence,
        change,
        warmingUp ? true : null,
        plannedFor,
        ending,
        mergedInto,
        announcedBy,
        followedBy,
        nullIfEmpty(places),
        nullIfEmpty(windows),
        acknowledgement,
        dismissal,
        nullIfEmpty(comments));
  }

  private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  private Alert.Place place() {
    return new Alert.Place(
        geonameId,
        placeName,
        placeLevel,
        admin1Name,
        countryCode,
        countryName,
        latitude,
        longitude);
  }
}
