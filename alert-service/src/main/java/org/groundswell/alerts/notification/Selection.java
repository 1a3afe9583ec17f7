package org.groundswell.alerts.notification;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a subscriber wants to be told of; what is null or empty does not narrow.
 *
 * @param countries ISO 3166-1 alpha-2
 */
record Selection(
    @Nullable Area area,
    @Nullable Set<String> countries,
    @Nullable Set<EventType> kinds,
    @Nullable Severity minSeverity,
    @Nullable Certainty minCertainty,
    @Nullable Set<Stage> stages) {

  private static final int MOST_COUNTRIES = 250;

  Selection {
    countries = sorted("countries", countries);
    BadField.unless(
        countries.size() <= MOST_COUNTRIES, "countries", countries.size(), "at most 250");
    for (String country : countries) {
      BadField.unless(
          country.matches("[A-Z]{2}"),
          "countries",
          country,
          "codes of two capital letters, as ISO 3166-1 has them");
    }
    kinds = sorted("kinds", kinds);
    stages = sorted("stages", stages);
    BadField.unless(!stages.contains(Stage.PAST), "stages", Stage.PAST, "PLANNED or ONGOING");
  }

  private static <T extends Comparable<? super T>> SortedSet<T> sorted(
      String field, @Nullable Set<T> values) {
    if (values == null) {
      return new TreeSet<>();
    }
    BadField.unless(values.stream().allMatch(Objects::nonNull), field, null, "without null");
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** Says whether an alert is wanted as it is now, whatever has changed. */
  boolean matches(Alert alert) {
    return among(countries, alert.place().country())
        && among(kinds, alert.eventType())
        && among(stages, alert.stage())
        && atLeast(minSeverity, alert.severity())
        && atLeast(minCertainty, alert.certainty())
        && (area == null || touches(area, alert));
  }

  /** An alert of a wider place also lies where the towns lie that it tells of. */
  private static boolean touches(Area area, Alert alert) {
    List<Alert.PartPlace> towns = alert.places() == null ? List.of() : alert.places();
    return area.contains(alert.place().lat(), alert.place().lon())
        || towns.stream().anyMatch(town -> area.contains(town.lat(), town.lon()));
  }

  private static <T> boolean among(@Nullable Set<T> wanted, T value) {
    return wanted == null || wanted.isEmpty() || wanted.contains(value);
  }

  private static <T extends Comparable<T>> boolean atLeast(@Nullable T least, T value) {
    return least == null || value.compareTo(least) >= 0;
  }
}
