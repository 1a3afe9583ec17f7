package org.groundswell.system;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What really happens in the simulated week. */
record GroundTruth(List<Event> events) {

  static GroundTruth read() {
    return JsonMapper.shared()
        .readValue(Path.of("..", "sample", "ground-truth.json").toFile(), GroundTruth.class);
  }

  /**
   * An event that deserves one alert.
   *
   * @param announced when its first announcement was posted; null when it was not announced
   * @param towns where it is told, when it has no main place
   */
  record Event(
      String id,
      RunReport.Place place,
      @Nullable List<RunReport.Place> towns,
      @Nullable Instant announced,
      Instant onset,
      Instant end) {

    /** Tells whether an alert is of this event: in its place, or of its country, in its time. */
    boolean raised(RunReport.Alert alert) {
      Instant from = announced == null ? onset : announced;
      boolean inTime =
          !alert.detected().isBefore(from)
              && alert.detected().isBefore(end.plus(Duration.ofHours(1)));
      return inTime && (isPlace(alert.place()) || isCountry(alert.place()));
    }

    private boolean isPlace(RunReport.Place other) {
      return other.geonameId() == place.geonameId()
          || (towns != null
              && towns.stream().anyMatch(town -> town.geonameId() == other.geonameId()));
    }

    private boolean isCountry(RunReport.Place other) {
      return !other.level().equals("TOWN") && other.country().equals(place.country());
    }
  }
}
