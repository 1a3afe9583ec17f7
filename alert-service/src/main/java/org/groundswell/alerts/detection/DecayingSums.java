package org.groundswell.alerts.detection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * Sums by name in which what was added earlier weighs less: an addend keeps a fixed share of its
 * weight from one hour to the next. Each is a number and the hour that it holds for, so that time
 * costs nothing. Kept in a state store, to which {@link #flush()} writes what has changed; not
 * thread-safe.
 */
final class DecayingSums {

  private static final String PREFIX = "sum";
  private static final int DECAYS_KNOWN = 24 * 14;

  private final KeyValueStore<Bytes, byte[]> store;
  private final double decay;
  private final double[] decays = new double[DECAYS_KNOWN];
  private final Map<String, Sum> sums = new HashMap<>();
  private final Set<Sum> changed = new LinkedHashSet<>();

  /** A sum, and the hour that it holds for. */
  private static final class Sum {

    private final String name;
    private double value;
    private long hour;

    Sum(String name, double value, long hour) {
      this.name = name;
      this.value = value;
      this.hour = hour;
    }

    Bytes key() {
      return KeyBytes.from(PREFIX).then(name).bytes();
    }

    byte[] packed() {
      return ByteBuffer.allocate(Double.BYTES + Long.BYTES).putDouble(value).putLong(hour).array();
    }
  }

  /**
   * Reads what the store remembers.
   *
   * @param decay weight that an addend keeps after another hour, above 0 and at most 1
   */
  DecayingSums(KeyValueStore<Bytes, byte[]> store, double decay) {
    this.store = store;
    this.decay = decay;
    for (int hours = 0; hours < DECAYS_KNOWN; hours++) {
      decays[hours] = Math.pow(decay, hours);
    }
    Bytes prefix = KeyBytes.from(PREFIX).bytes();
    try (var found = store.prefixScan(prefix, new BytesSerializer())) {
      found.forEachRemaining(entry -> {
        byte[] key = entry.key.get();
        int from = prefix.get().length;
        String name = new String(key, from, key.length - from - 1, StandardCharsets.UTF_8);
        var packed = ByteBuffer.wrap(entry.value);
        sums.put(name, new Sum(name, packed.getDouble(), packed.getLong()));
      });
    }
  }

  /** Returns a sum as it stands at an hour, counted from 1970; 0 for one that has no addend. */
  double at(String name, long hour) {
    Sum sum = sums.get(name);
    return sum == null ? 0 : sum.value * decay(hour - sum.hour);
  }

  /** Returns what follows a prefix in the names of the sums that begin with it. */
  SortedSet<String> names(String prefix) {
    return sums.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds to a sum; an hour before that of the last addend counts as that. */
  void add(String name, double addend, long hour) {
    Sum sum = sums.computeIfAbsent(name, of -> new Sum(of, 0, hour));
    long at = Math.max(hour, sum.hour);
    sum.value = sum.value * decay(at - sum.hour) + addend;
    sum.hour = at;
    changed.add(sum);
  }

  /** Sets a sum. */
  void set(String name, double value, long hour) {
    Sum sum = sums.computeIfAbsent(name, of -> new Sum(of, 0, hour));
    sum.value = value;
    sum.hour = hour;
    changed.add(sum);
  }

  /** Writes what has changed to the store; to be called before anything is committed. */
  void flush() {
    changed.forEach(sum -> store.put(sum.key(), sum.packed()));
    changed.clear();
  }

  /** Returns the share of its weight that an addend keeps after some hours. */
  double decay(long hours) {
    if (hours <= 0) {
      return 1;
    }
    return hours < DECAYS_KNOWN ? decays[(int) hours] : Math.pow(decay, (double) hours);
  }
}
