package org.groundswell.alerts.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * Forgets the excerpts of places where nothing unusual happens, a day of event time after they were
 * posted, also where nobody speaks any more. It only takes what judging would not look at again, so
 * that alerts do not depend on when it runs. Not thread-safe.
 */
final class Fading {

  private static final int MINUTES_PER_HOUR = 60;

  private final KeyValueStore<Bytes, byte[]> due;
  private final Places places;
  private final DetectionProperties detection;

  Fading(KeyValueStore<Bytes, byte[]> due, Places places, DetectionProperties detection) {
    this.due = due;
    this.places = places;
    this.detection = detection;
  }

  /** Notes when a place's evidence is to be looked at, unless that was noted before. */
  void schedule(PlaceState before, PlaceState after) {
    if (!hour(before).equals(hour(after))) {
      schedule(after);
    }
  }

  /**
   * Forgets what is due.
   *
   * @param minute from 1970, the first that is not judged yet
   * @param most places to look at
   * @return whether there may be more
   */
  boolean sweep(long minute, int most) {
    List<Entry> entries = entries(minute, most);
    entries.forEach(entry -> {
      due.delete(entry.key());
      PlaceState state = places.find(entry.place());
      if (state != null) {
        sweep(state, minute);
      }
    });
    return entries.size() == most;
  }

  private record Entry(Bytes key, Bytes place) {}

  private List<Entry> entries(long minute, int most) {
    var entries = new ArrayList<Entry>();
    Bytes next = KeyBytes.from(minute / MINUTES_PER_HOUR + 1).bytes();
    try (var found = due.range(KeyBytes.from(0).bytes(), next)) {
      while (found.hasNext() && entries.size() < most) {
        var entry = found.next();
        entries.add(new Entry(entry.key, Bytes.wrap(entry.value)));
      }
    }
    return entries;
  }

  private void sweep(PlaceState state, long minute) {
    PlaceState left = state.with(state.remembered(minute, detection));
    if (!left.equals(state)) {
      places.keep(state.evidence(), left);
    }
    schedule(left);
  }

  private void schedule(PlaceState state) {
    OptionalLong hour = hour(state);
    if (hour.isPresent()) {
      Bytes place = Places.key(state.place());
      due.put(KeyBytes.from(hour.getAsLong()).then(place).bytes(), place.get());
    }
  }

  private OptionalLong hour(PlaceState state) {
    OptionalLong minute = state.fades(detection);
    return minute.isPresent()
        ? OptionalLong.of(Math.ceilDiv(minute.getAsLong(), MINUTES_PER_HOUR))
        : minute;
  }
}
