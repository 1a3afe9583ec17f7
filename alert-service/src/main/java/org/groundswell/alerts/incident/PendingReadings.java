package org.groundswell.alerts.incident;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * Readings that wait until every partition has judged their minute, in the order in which they are
 * handled: minute, country, level, place. Not thread-safe.
 */
final class PendingReadings {

  private static final JsonSerde<Reading> READING = JsonSerde.of(Reading.class);

  private final KeyValueStore<Bytes, byte[]> store;

  PendingReadings(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** The readings of one country in one minute, those of narrower places first. */
  record Group(long minute, String country, List<Reading> readings) {
    boolean fits(Reading reading) {
      return minute == reading.minute() && country.equals(reading.place().country());
    }
  }

  void add(Reading reading) {
    Place place = reading.place();
    Bytes key =
        KeyBytes.from(reading.minute())
            .then(place.country())
            .then(place.level().rank())
            .then(place.id())
            .then(reading.day() == null ? 0 : reading.day().toEpochDay())
            .bytes();
    store.put(key, READING.write(reading));
  }

  /**
   * Takes out groups in order, as far as before a minute, until they hold a number of readings.
   *
   * @return the first minute that may still hold a reading
   */
  long take(long from, long before, int readings, Consumer<Group> taker) {
    var keys = new ArrayList<Bytes>();
    var group = new ArrayList<Reading>();
    int taken = 0;
    try (var waiting = store.range(KeyBytes.from(from).bytes(), KeyBytes.from(before).bytes())) {
      while (waiting.hasNext()) {
        var next = waiting.next();
        Reading reading = READING.read(next.value);
        if (!group.isEmpty() && !group(group).fits(reading)) {
          taken += group.size();
          hand(keys, group, taker);
          if (taken >= readings) {
            return ByteBuffer.wrap(next.key.get()).getLong();
          }
        }
        keys.add(next.key);
        group.add(reading);
      }
    }
    if (!group.isEmpty()) {
      hand(keys, group, taker);
    }
    return before;
  }

  private void hand(List<Bytes> keys, List<Reading> readings, Consumer<Group> taker) {
    taker.accept(group(List.copyOf(readings)));
    keys.forEach(store::delete);
    keys.clear();
    readings.clear();
  }

  private static Group group(List<Reading> readings) {
    Reading first = readings.getFirst();
    return new Group(first.minute(), first.place().country(), readings);
  }
}
