package org.groundswell.alerts.incident;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.detection.Reading.Best;
import org.groundswell.alerts.detection.Tally;
import org.groundswell.alerts.detection.Window;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.incident.Alert.AlertEvidence;
import org.groundswell.alerts.incident.Alert.AlertPlace;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.PartPlace;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.incident.Alert.Urgency;
import org.groundswell.alerts.incident.Alert.WindowFigures;
import org.groundswell.alerts.incident.Incident.Part;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/** Puts an incident into the form that readers get. */
final class AlertText {

  private static final int TOWNS_NAMED = 3;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private AlertText() {}

  static Alert of(Incident incident, Change change) {
    Tally tally = incident.latest().tally();
    Best best = incident.strongest().best();
    Stage stage = stage(incident);
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
        best.window().length(),
        best.observed(),
        best.expected(),
        best.probability(),
        shares(tally),
        List.copyOf(tally.sources().keySet()),
        tally.languages(),
        headline(incident, stage),
        incident.latest().evidence().stream().map(AlertText::evidence).toList(),
        change,
        incident.latest().warmingUp() ? true : null,
        incident.day(),
        incident.ending(),
        incident.links().mergedInto(),
        incident.links().announcedBy(),
        incident.links().followedBy(),
        towns(incident),
        windows(incident.strongest()),
        incident.remarks().acknowledgement(),
        incident.remarks().dismissal(),
        nullIfEmpty(incident.remarks().comments()));
  }

  private static Stage stage(Incident incident) {
    boolean planned = incident.day() != null || incident.latest().tally().mostlyPlanned();
    return planned ? Stage.PLANNED : Stage.ONGOING;
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

  private static @Nullable List<PartPlace> towns(Incident incident) {
    return incident.place().level() == Level.TOWN
        ? null
        : nullIfEmpty(
            mostVoicesFirst(incident).stream()
                .map(part ->
                    new PartPlace(
                        part.place().id(),
                        part.place().name(),
                        part.place().lat(),
                        part.place().lon(),
                        part.authors(),
                        part.started()))
                .toList());
  }

  private static List<Part> mostVoicesFirst(Incident incident) {
    return incident.parts().values().stream()
        .sorted(
            Comparator.comparingLong(Part::authors)
                .reversed()
                .thenComparingLong(part -> part.place().id()))
        .toList();
  }

  private static List<WindowFigures> windows(Reading.Figures figures) {
    return Arrays.stream(Window.ALL)
        .map(window ->
            new WindowFigures(
                window.length(),
                figures.observed().get(window.position()),
                figures.expected().get(window.position()),
                figures.probability().get(window.position())))
        .toList();
  }

  private static String headline(Incident incident, Stage stage) {
    Best best = incident.strongest().best();
    return String.format(
        Locale.ROOT,
        "Unverified: %s%s in %s%s; %d people posted within %s, %.1f expected",
        stage == Stage.PLANNED ? "planned " : "",
        mainType(incident.latest().tally()).words(),
        where(incident),
        when(incident.day()),
        best.observed(),
        best.window().words(),
        best.expected());
  }

  private static String when(@Nullable LocalDate day) {
    return day == null ? "" : " on " + DAY.format(day);
  }

  private static String where(Incident incident) {
    Place place = incident.place();
    var names = new ArrayList<>(List.of(place.name()));
    if (!place.name().equals(place.countryName())) {
      names.add(place.countryName());
    }
    String where = String.join(", ", names);
    return incident.spread() ? where + " (" + towns(mostVoicesFirst(incident)) + ")" : where;
  }

  private static String towns(List<Part> parts) {
    String named =
        String.join(
            ", ", parts.stream().limit(TOWNS_NAMED).map(part -> part.place().name()).toList());
    int more = parts.size() - TOWNS_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
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

  private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
