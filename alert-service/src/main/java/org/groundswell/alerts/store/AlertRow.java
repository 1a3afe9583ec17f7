package org.groundswell.alerts.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.AlertPlace;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.Comment;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.incident.Alert.PartPlace;
import org.groundswell.alerts.incident.Alert.Remark;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.incident.Alert.Urgency;
import org.groundswell.alerts.incident.Alert.WindowFigures;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Stage;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** The newest known state of an alert, as a row of the database. */
@Entity
@Table(name = "alert")
// Hibernate fills and reads the fields
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class AlertRow implements Persistable<String> {

  @Id private String id;
  private int revision;

  private long geonameId;
  private String placeName;

  @Enumerated(EnumType.STRING)
  private Level placeLevel;

  @Column(name = "admin1_name")
  private @Nullable String admin1Name;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 2)
  private String countryCode;

  private String countryName;
  private double latitude;
  private double longitude;

  @Enumerated(EnumType.STRING)
  private EventType eventType;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  @Enumerated(EnumType.STRING)
  private Certainty certainty;

  private Instant started;
  private Instant detected;
  private Instant updated;
  private Instant lastSeen;
  private @Nullable Instant closed;

  private int authors;
  private int posts;
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
  private @Nullable Change change;

  private boolean warmingUp;
  private @Nullable LocalDate plannedFor;

  @Enumerated(EnumType.STRING)
  private @Nullable Ending ending;

  private @Nullable String mergedInto;
  private @Nullable String announcedBy;
  private @Nullable String followedBy;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<PartPlace> places;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<WindowFigures> windows;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Remark acknowledgement;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Remark dismissal;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Comment> comments;

  /** Has no order of its own, so that it is replaced as a whole. */
  @ElementCollection
  @CollectionTable(name = "evidence", joinColumns = @JoinColumn(name = "alert_id"))
  private List<EvidenceRow> evidence = new ArrayList<>();

  @Transient private boolean stored;

  protected AlertRow() {}

  static AlertRow of(Alert alert) {
    var row = new AlertRow();
    row.id = alert.id();
    row.take(alert);
    return row;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  boolean isOlderThan(Alert alert) {
    return revision < alert.revision();
  }

  /** Becomes a newer revision. */
  void take(Alert alert) {
    revision = alert.revision();
    takePlace(alert.place());
    eventType = alert.eventType();
    status = alert.status();
    stage = alert.stage();
    severity = alert.severity();
    urgency = alert.urgency();
    certainty = alert.certainty();
    started = alert.started();
    detected = alert.detected();
    updated = alert.updated();
    lastSeen = alert.lastSeen();
    closed = alert.closed();
    takeFigures(alert);
    headline = alert.headline();
    takeLife(alert);
    evidence.clear();
    for (var post : alert.evidence()) {
      evidence.add(EvidenceRow.of(evidence.size() + 1, post));
    }
  }

  private void takePlace(AlertPlace place) {
    geonameId = place.geonameId();
    placeName = place.name();
    placeLevel = place.level();
    admin1Name = place.admin1();
    countryCode = place.country();
    countryName = place.countryName();
    latitude = place.lat();
    longitude = place.lon();
  }

  private void takeFigures(Alert alert) {
    authors = Math.clamp(alert.authors(), 0, Integer.MAX_VALUE);
    posts = alert.posts();
    windowSeconds = (int) alert.window().toSeconds();
    observed = Math.clamp(alert.observed(), 0, Integer.MAX_VALUE);
    expected = alert.expected();
    probability = alert.probability();
    eventTypes = alert.eventTypes();
    sources = alert.sources();
    languages = alert.languages();
  }

  private void takeLife(Alert alert) {
    change = alert.change();
    warmingUp = Boolean.TRUE.equals(alert.warmingUp());
    plannedFor = alert.plannedFor();
    ending = alert.ending();
    mergedInto = alert.mergedInto();
    announcedBy = alert.announcedBy();
    followedBy = alert.followedBy();
    places = orEmpty(alert.places());
    windows = orEmpty(alert.windows());
    acknowledgement = alert.acknowledgement();
    dismissal = alert.dismissal();
    comments = orEmpty(alert.comments());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }
}
