package org.groundswell.alerts.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.detection.Reading.Best;
import org.groundswell.alerts.detection.Tail;
import org.groundswell.alerts.detection.Window;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Place;

/**
 * Makes one alert of what a country's places say about one event.
 *
 * <p>People speak of an event in Lagos as one in Lagos, in Lagos State or in Nigeria, so an excess
 * at one level is met at the others. An excess of a narrower place <em>refines</em> an open alert
 * of a wider one when at least half of the voices there name it; otherwise it is part of the wider
 * alert. An excess of a wider place is <em>explained</em> by the alerts beneath it unless there are
 * far more voices left than those can account for: their own are subtracted, and as many again are
 * expected to speak of the same events without naming the place. An excess of a town not far from
 * one that is alerted is <em>absorbed</em>: a suburb and its city are named for one event. The
 * alert moves when far more voices name the other town. Other places of the same level stay apart,
 * until so many towns of one division or country are alerted within a day that they are
 * <em>united</em>: the oldest becomes the alert of the wider place, the others become part of it.
 *
 * <p>What is called for a coming day has alerts of its own, one for each day. When the day has come
 * and an alert opens there, the two are linked and the planned one is closed. What a person has
 * dismissed is not raised again until the place has been calm in between.
 *
 * <p>Readings of a minute must come with the narrower places first. Deterministic; not thread-safe.
 */
final class CountryIncidents {

  private static final Comparator<Incident> BY_ID = Comparator.comparing(Incident::id);

  private final DetectionProperties detection;
  private final IncidentProperties life;
  private final double threshold;
  private final Map<String, Incident> known = new LinkedHashMap<>();
  private final Map<String, Incident> before;

  CountryIncidents(
      Collection<Incident> known, DetectionProperties detection, IncidentProperties life) {
    known.stream().sorted(BY_ID).forEach(incident -> this.known.put(incident.id(), incident));
    this.before = Map.copyOf(this.known);
    this.detection = detection;
    this.life = life;
    this.threshold = detection.threshold();
  }

  /** Returns the incidents that readings have changed, by their ids. */
  List<Incident> changed() {
    return known.values().stream()
        .filter(incident -> !incident.equals(before.get(incident.id())))
        .sorted(BY_ID)
        .toList();
  }

  void apply(Reading reading) {
    Optional<Incident> own = openAt(reading);
    if (own.isPresent()) {
      put(own.get().follow(reading));
    } else {
      Optional<Incident> dismissed = dismissed(reading);
      if (dismissed.isPresent()) {
        put(dismissed.get().sustain(reading.judged()));
      } else if (reading.exceeds()) {
        begin(reading);
      }
    }
  }

  private void begin(Reading reading) {
    Optional<Incident> neighbour = neighbour(reading);
    if (neighbour.isPresent()) {
      put(neighbour.get().absorb(reading));
    } else {
      covering(reading).ifPresentOrElse(wider -> narrow(wider, reading), () -> raise(reading));
    }
  }

  private void narrow(Incident wider, Reading reading) {
    Window window = reading.best().window();
    boolean named = reading.observed(window) * 2 >= wider.observedAt(window, reading.minute());
    put(named && !wider.spread() ? wider.follow(reading) : wider.include(reading));
  }

  private void raise(Reading reading) {
    List<Incident> beneath = beneath(reading);
    List<Incident> towns = alertedTogether(reading, beneath);
    if (towns.size() >= life.unite()) {
      unite(reading, towns);
    } else if (explained(reading, beneath)) {
      sustainLargest(beneath, reading.judged());
    } else {
      put(closedAt(reading).map(old -> old.follow(reading)).orElseGet(() -> open(reading)));
    }
  }

  /** The open alerts of towns beneath a place that were raised within the last day. */
  private static List<Incident> alertedTogether(Reading reading, List<Incident> beneath) {
    Instant dayBefore = reading.judged().minus(Window.DAY.length());
    return beneath.stream()
        .filter(incident -> incident.isOpen() && incident.place().level() == Level.TOWN)
        .filter(incident -> !incident.detected().isBefore(dayBefore))
        .sorted(Comparator.comparing(Incident::detected).thenComparing(BY_ID))
        .toList();
  }

  private void unite(Reading wider, List<Incident> towns) {
    Incident oldest = towns.getFirst();
    List<Incident> others = towns.subList(1, towns.size());
    put(oldest.widen(wider, others));
    for (Incident other : others) {
      put(other.with(other.links().into(oldest.id())).close(wider.judged(), Ending.MERGED));
    }
  }

  private Incident open(Reading reading) {
    Object[] itself =
        reading.day() == null
            ? new Object[] {reading.place().id(), reading.since()}
            : new Object[] {reading.place().id(), "planned", reading.day(), reading.since()};
    String id = Incident.deriveId(itself);
    // Taken when an alert that began here has moved on to a narrower place.
    Incident opened =
        Incident.open(
            known.containsKey(id) ? Incident.deriveId(id, reading.minute()) : id, reading);
    return announced(reading)
        .map(planned -> {
          put(
              planned
                  .with(planned.links().before(opened.id()))
                  .close(reading.judged(), Ending.DAY_CAME));
          return opened.with(opened.links().after(planned.id()));
        })
        .orElse(opened);
  }

  /** The alert that called for what goes on now: for this day, or for the night before it. */
  private Optional<Incident> announced(Reading reading) {
    LocalDate today = reading.place().dayAt(reading.started());
    Place place = reading.place();
    return reading.day() != null
        ? Optional.empty()
        : known.values().stream()
            .filter(incident -> incident.isOpen() && incident.day() != null)
            .filter(incident ->
                today.equals(incident.day()) || today.minusDays(1).equals(incident.day()))
            .filter(incident -> near(place, incident.place()))
            .min(
                Comparator.comparing((Incident incident) -> !incident.place().same(place))
                    .thenComparing(BY_ID));
  }

  private boolean near(Place one, Place other) {
    boolean towns = one.level() == Level.TOWN && other.level() == Level.TOWN;
    return one.same(other)
        || one.covers(other)
        || other.covers(one)
        || (towns && one.kilometresTo(other) < life.neighbourKm());
  }

  /** The alert that a person has called false and of which a reading still tells. */
  private Optional<Incident> dismissed(Reading reading) {
    return about(reading)
        .filter(incident -> incident.ending() == Ending.DISMISSED)
        .filter(incident -> tellsOf(incident, reading.place()))
        .filter(incident -> !reading.started().isAfter(incident.exceeded()))
        .min(BY_ID);
  }

  private boolean tellsOf(Incident incident, Place place) {
    boolean neighbour =
        incident.place().level() == Level.TOWN
            && place.level() == Level.TOWN
            && incident.place().kilometresTo(place) < life.neighbourKm();
    boolean part = place.level() == Level.TOWN && incident.parts().containsKey(place.id());
    return incident.place().same(place) || neighbour || part;
  }

  private boolean explained(Reading reading, List<Incident> beneath) {
    return !beneath.isEmpty()
        && Stream.of(Window.ALL).noneMatch(window -> unexplained(window, reading, beneath))
        && !unexplainedKind(reading, beneath);
  }

  /** An excess of one kind, or one that built up slowly, need not be one of all voices. */
  private boolean unexplainedKind(Reading reading, List<Incident> beneath) {
    Best best = reading.best();
    if (best.buildUp() || best.kind() == null || best.probability() >= threshold) {
      return best.buildUp();
    }
    return left(best.window(), best.observed(), best.expected(), reading, beneath);
  }

  private boolean unexplained(Window window, Reading reading, List<Incident> beneath) {
    return reading.probability(window) < threshold
        && left(window, reading.observed(window), reading.expected(window), reading, beneath);
  }

  /** Says whether too many voices are left without those of the alerts beneath. */
  private boolean left(
      Window window, long observed, double expected, Reading reading, List<Incident> beneath) {
    long voices = sum(beneath, incident -> incident.observedAt(window, reading.minute()));
    long speakers = sum(beneath, incident -> incident.peak().get(window.position()));
    long left = observed - voices;
    return left >= detection.minVoices()
        && Tail.atLeast(left, reading.shape(window), expected + speakers) < threshold;
  }

  /** Towns of a division that is itself alerted are among its voices: the larger number counts. */
  private static long sum(List<Incident> beneath, ToLongFunction<Incident> voices) {
    Map<Long, Long> towns = new HashMap<>();
    Map<Long, Long> divisions = new HashMap<>();
    long elsewhere = 0;
    for (Incident incident : beneath) {
      Long division = incident.place().admin1Id();
      if (division == null) {
        elsewhere += voices.applyAsLong(incident);
      } else {
        (incident.place().level() == Level.TOWN ? towns : divisions)
            .merge(division, voices.applyAsLong(incident), Long::sum);
      }
    }
    towns.forEach((division, sum) -> divisions.merge(division, sum, Math::max));
    return elsewhere + divisions.values().stream().mapToLong(Long::longValue).sum();
  }

  private void sustainLargest(List<Incident> beneath, Instant until) {
    beneath.stream()
        .filter(Incident::isOpen)
        .max(
            Comparator.<Incident>comparingLong(incident -> incident.latest().observed(Window.DAY))
                .thenComparing(BY_ID))
        .ifPresent(incident -> put(incident.sustain(until)));
  }

  private Optional<Incident> openAt(Reading reading) {
    return about(reading)
        .filter(incident -> incident.isOpen() && incident.place().same(reading.place()))
        .findFirst();
  }

  private Stream<Incident> about(Reading reading) {
    return known.values().stream().filter(incident -> incident.concerns(reading));
  }

  /** The nearest open alert of another town, when it is near enough. */
  private Optional<Incident> neighbour(Reading reading) {
    Place town = reading.place();
    if (town.level() != Level.TOWN) {
      return Optional.empty();
    }
    return about(reading)
        .filter(incident -> incident.isOpen() && incident.place().level() == Level.TOWN)
        .filter(incident -> incident.place().kilometresTo(town) < life.neighbourKm())
        .min(
            Comparator.comparingDouble((Incident incident) -> incident.place().kilometresTo(town))
                .thenComparing(BY_ID));
  }

  private Optional<Incident> covering(Reading reading) {
    return about(reading)
        .filter(incident -> incident.isOpen() && incident.place().covers(reading.place()))
        .min(
            Comparator.comparing((Incident incident) -> incident.place().level())
                .thenComparing(BY_ID));
  }

  /** Those closed of late count too: the long windows still hold their voices. */
  private List<Incident> beneath(Reading reading) {
    return about(reading)
        .filter(incident ->
            reading.place().covers(incident.place()) || incident.reaches(reading.place()))
        .filter(incident -> incident.isOpen() || recent(incident, reading))
        .toList();
  }

  private Optional<Incident> closedAt(Reading reading) {
    return about(reading)
        .filter(incident -> incident.ending() == Ending.QUIET)
        .filter(incident -> incident.place().same(reading.place()))
        .filter(incident -> recent(incident, reading))
        .max(Comparator.comparing(Incident::exceeded).thenComparing(BY_ID));
  }

  private boolean recent(Incident incident, Reading reading) {
    Instant closed = incident.closed();
    return closed != null && reading.judged().isBefore(closed.plus(detection.reopenWithin()));
  }

  private void put(Incident incident) {
    known.put(incident.id(), incident);
  }
}
