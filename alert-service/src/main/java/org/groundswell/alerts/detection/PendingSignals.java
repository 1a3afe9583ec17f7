package org.groundswell.alerts.detection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;
import org.jspecify.annotations.Nullable;

/**
 * Signals that wait for their minute to be complete, in the order in which they will be judged:
 * minute, level, place, post. What arrives in whatever order leaves in this one. The traces of
 * sampled posts wait with them and change nothing. Not thread-safe.
 */
final class PendingSignals {

  private static final JsonSerde<Signal> SIGNAL = JsonSerde.of(Signal.class);
  private static final int GROUP_BYTES = 3 * Long.BYTES;

  private final KeyValueStore<Bytes, byte[]> store;

  PendingSignals(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * The signals of one place in one minute, in the order of their posts.
   *
   * @param traces of those that are sampled, in the same order; mostly none
   */
  record Group(long minute, List<Signal> signals, List<String> traces) {}

  /**
   * Adds a signal. Of two about the same post, place and minute the same one stays, whichever came
   * first.
   *
   * @param trace of its post; null unless that is sampled
   * @return whether it is the first of its post, place and minute
   */
  boolean add(Signal signal, @Nullable String trace) {
    Bytes key = key(signal);
    byte[] value = SIGNAL.write(signal);
    byte[] before = store.get(key);
    if (before == null || Arrays.compareUnsigned(value, Traced.withoutTrace(before)) < 0) {
      store.put(key, Traced.with(value, trace));
    }
    return before == null;
  }

  /**
   * Takes out groups in order, as far as before a minute, until they hold a number of signals.
   *
   * @return the first minute that may still hold a signal
   */
  long take(long from, long before, int signals, Consumer<Group> taker) {
    var group = new ArrayList<Bytes>();
    var values = new ArrayList<byte[]>();
    int taken = 0;
    try (var waiting = store.range(KeyBytes.from(from).bytes(), KeyBytes.from(before).bytes())) {
      while (waiting.hasNext()) {
        Bytes next = waiting.peekNextKey();
        if (!group.isEmpty() && !sameGroup(group.getFirst(), next)) {
          taken += values.size();
          hand(group, values, taker);
          if (taken >= signals) {
            return minute(next);
          }
        }
        group.add(next);
        values.add(waiting.next().value);
      }
    }
    if (!group.isEmpty()) {
      hand(group, values, taker);
    }
    return before;
  }

  private void hand(List<Bytes> keys, List<byte[]> values, Consumer<Group> taker) {
    List<Signal> signals = values.stream().map(SIGNAL::read).toList();
    List<String> traces = values.stream().map(Traced::trace).flatMap(Stream::ofNullable).toList();
    taker.accept(new Group(minute(keys.getFirst()), signals, traces));
    keys.forEach(store::delete);
    keys.clear();
    values.clear();
  }

  private static Bytes key(Signal signal) {
    Place place = signal.place();
    return KeyBytes.from(signal.minute())
        .then(place.level().rank())
        .then(place.id())
        .then(signal.post())
        .bytes();
  }

  private static long minute(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong();
  }

  private static boolean sameGroup(Bytes one, Bytes other) {
    return Arrays.equals(one.get(), 0, GROUP_BYTES, other.get(), 0, GROUP_BYTES);
  }
}
