package org.groundswell.alerts.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundswell.alerts.detection.Tally;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.incident.Alert.AlertEvidence;
import org.groundswell.alerts.incident.Alert.AlertPlace;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.incident.Alert.Urgency;
import org.groundswell.alerts.incident.Incident.Figures;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Stage;

/** Puts an incident into the form that readers get. */
final class AlertText {

  private AlertText() {}

  static Alert of(Incident incident) {
    Tally tally = incident.latest().tally();
    Figures figures = incident.strongest();
    Stage stage = tally.mostlyPlanned() ? Stage.PLANNED : Stage.ONGOING;
    return new Alert(
        incident.id(),
        incident.revision(),
        place(incident.place()),
        mainType(tally),
        incident.isOpen() ? Status.OPEN : Status.CLOSED,
        stage,
        incident.assessment().severity(),
        urgency(incident, stage),
        incident.assessment().certainty(),
        incident.latest().started(),
        incident.detected(),
        incident.updated(),
        tally.last(),
        incident.closed(),
        incident.latest().authors(),
        tally.posts(),
        figures.window().length(),
        figures.observed(),
        figures.expected(),
        figures.probability(),
        shares(tally),
        List.copyOf(tally.sources().keySet()),
        tally.languages(),
        headline(incident, stage),
        incident.latest().evidence().stream().map(AlertText::evidence).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Urgency urgency(Incident incident, Stage stage) {
    if (!incident.isOpen()) {
      return Urgency.PAST;
    }
    return stage == Stage.PLANNED ? Urgency.EXPECTED : Urgency.IMMEDIATE;
  }

  private static EventType mainType(Tally tally) {
    return tally.types().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(EventType.OTHER_UNREST);
  }

  private static Map<EventType, Double> shares(Tally tally) {
    double all = tally.types().values().stream().mapToDouble(Double::doubleValue).sum();
    var shares = new TreeMap<EventType, Double>();
    tally.types().forEach((type, sum) -> shares.put(type, all == 0 ? 0 : Math.min(1, sum / all)));
    return shares;
  }

  private static String headline(Incident incident, Stage stage) {
    Figures figures = incident.strongest();
    return String.format(
        Locale.ROOT,
        "Unverified: %s%s in %s; %d people posted within %s, %.1f expected",
        stage == Stage.PLANNED ? "planned " : "",
        mainType(incident.latest().tally()).words(),
        where(incident.place()),
        figures.observed(),
        figures.window().words(),
        figures.expected());
  }

  private static String where(Place place) {
    var names = new ArrayList<>(List.of(place.name()));
    if (!place.name().equals(place.countryName())) {
      names.add(place.countryName());
    }
    return String.join(", ", names);
  }

  private static AlertPlace place(Place place) {
    return new AlertPlace(
        place.id(),
        place.name(),
        place.level(),
        place.admin1(),
        place.country(),
        place.countryName(),
        place.lat(),
        place.lon());
  }

  private static AlertEvidence evidence(Evidence post) {
    return new AlertEvidence(
        post.post(),
        post.time(),
        post.eventType(),
        post.probability(),
        post.language(),
        post.excerpt(),
        post.url(),
        post.source(),
        post.place(),
        post.authorKey());
  }
}
