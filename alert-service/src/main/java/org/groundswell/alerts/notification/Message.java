package org.groundswell.alerts.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.AlertEvidence;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.incident.Alert.PartPlace;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.incident.Alert.Urgency;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber is told, as webhooks carry it; the meaning of each field is in the contract's
 * schema.
 *
 * @param delivery the same whenever the message is sent again
 * @param revision that occasioned the message; the alert may already be newer
 */
record Message(
    UUID delivery,
    UUID subscription,
    Kind kind,
    String notice,
    @Nullable News news,
    @Nullable Integer revision,
    @Nullable Boolean first,
    @Nullable URI link,
    @Nullable ToldAlert alert) {

  private static final String NOTICE = "Machine-made from public posts and not verified.";

  /** Whether it tells of an alert. */
  enum Kind {
    ALERT,
    /** An operator tries whether messages arrive. */
    TEST
  }

  /**
   * Returns what is told of an alert.
   *
   * @param now the alert's newest known state
   * @param first whether the subscriber was told nothing of it yet
   * @param shown the posts that it may be shown with
   */
  static Message of(
      Delivery delivery, Alert now, boolean first, List<AlertEvidence> shown, @Nullable URI link) {
    return new Message(
        delivery.id(),
        delivery.subscription(),
        Kind.ALERT,
        NOTICE,
        delivery.news(),
        delivery.revision(),
        first,
        link,
        ToldAlert.of(now, shown));
  }

  static Message test(UUID id, UUID subscription) {
    return new Message(id, subscription, Kind.TEST, NOTICE, null, null, null, null, null);
  }

  /** The part of an alert that leaves the house: nothing of authors or of what operators wrote. */
  record ToldAlert(
      String id,
      int revision,
      ToldPlace place,
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
      @Nullable LocalDate plannedFor,
      @Nullable Ending ending,
      boolean warmingUp,
      long authors,
      int posts,
      Duration window,
      long observed,
      double expected,
      String headline,
      List<ToldTown> places,
      List<ToldPost> posted) {

    private static ToldAlert of(Alert alert, List<AlertEvidence> shown) {
      return new ToldAlert(
          alert.id(),
          alert.revision(),
          ToldPlace.of(alert.place()),
          alert.eventType(),
          alert.status(),
          alert.stage(),
          alert.severity(),
          alert.urgency(),
          alert.certainty(),
          alert.started(),
          alert.detected(),
          alert.updated(),
          alert.lastSeen(),
          alert.closed(),
          alert.plannedFor(),
          alert.ending(),
          Boolean.TRUE.equals(alert.warmingUp()),
          alert.authors(),
          alert.posts(),
          alert.window(),
          alert.observed(),
          alert.expected(),
          alert.headline(),
          towns(alert.places()),
          posts(shown));
    }

    private static List<ToldTown> towns(@Nullable List<PartPlace> places) {
      return places == null
          ? List.of()
          : places.stream()
              .map(town -> new ToldTown(town.geonameId(), town.name(), town.lat(), town.lon()))
              .toList();
    }

    private static List<ToldPost> posts(List<AlertEvidence> evidence) {
      return evidence.stream()
          .filter(post -> post.excerpt() != null)
          .map(post -> new ToldPost(post.time(), post.language(), post.excerpt(), post.url()))
          .toList();
    }
  }

  /** Where it is. */
  record ToldPlace(
      long geonameId,
      String name,
      Level level,
      @Nullable String admin1,
      String country,
      String countryName,
      double lat,
      double lon) {

    private static ToldPlace of(Alert.AlertPlace place) {
      return new ToldPlace(
          place.geonameId(),
          place.name(),
          place.level(),
          place.admin1(),
          place.country(),
          place.countryName(),
          place.lat(),
          place.lon());
    }
  }

  /** A town that an alert of a wider place tells of. */
  record ToldTown(long geonameId, String name, double lat, double lon) {}

  /** A post that the alert is shown with. */
  record ToldPost(Instant time, String language, @Nullable String excerpt, @Nullable String url) {}
}
