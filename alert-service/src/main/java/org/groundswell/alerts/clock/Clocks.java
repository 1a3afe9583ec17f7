package org.groundswell.alerts.clock;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * How far event time has come: the slowest partition of the slowest writer decides.
 *
 * <p>There is no time before every partition of every known writer was heard, and time never goes
 * back. A writer that is silent for longer than a set time, while others speak, no longer holds the
 * rest back until it speaks again; silence is measured between the broker's times of appending, so
 * that reading a backlog fast or slowly does not matter. Kept in a state store; not thread-safe.
 */
public final class Clocks {

  private static final JsonSerde<Tick> TICK = JsonSerde.of(Tick.class);
  private static final JsonSerde<Reached> REACHED = JsonSerde.of(Reached.class);
  private static final Bytes REACHED_KEY = KeyBytes.from("reached").bytes();

  private final KeyValueStore<Bytes, byte[]> store;
  private final Duration silence;
  private final Map<String, Map<Integer, Tick>> ticks = new HashMap<>();
  private OptionalLong now = OptionalLong.empty();

  /** Reads what the store remembers. */
  public Clocks(KeyValueStore<Bytes, byte[]> store, Duration silence) {
    this.store = store;
    this.silence = silence;
    try (var ticked = store.prefixScan(KeyBytes.from("tick").bytes(), new BytesSerializer())) {
      ticked.forEachRemaining(entry -> remember(TICK.read(entry.value)));
    }
    byte[] reached = store.get(REACHED_KEY);
    if (reached != null) {
      now = OptionalLong.of(REACHED.read(reached).time());
    }
  }

  /**
   * One writer's word about one partition.
   *
   * @param time event time that the partition has reached, in whatever unit the writer counts
   * @param heard when the broker appended the word, in milliseconds
   */
  public record Tick(String writer, int partition, int partitions, long time, long heard) {}

  record Reached(long time) {}

  /** Takes in a word; one that would set its partition back is ignored. */
  public void hear(Tick tick) {
    Tick before = ticks.getOrDefault(tick.writer(), Map.of()).get(tick.partition());
    Tick kept =
        before == null || before.time() <= tick.time()
            ? tick
            : new Tick(
                tick.writer(), tick.partition(), tick.partitions(), before.time(), tick.heard());
    remember(kept);
    store.put(
        KeyBytes.from("tick").then(kept.writer()).then(kept.partition()).bytes(), TICK.write(kept));
    OptionalLong slowest = slowest();
    if (slowest.isPresent() && (now.isEmpty() || slowest.getAsLong() > now.getAsLong())) {
      now = slowest;
      store.put(REACHED_KEY, REACHED.write(new Reached(now.getAsLong())));
    }
  }

  /**
   * Returns the event time reached, in the writers' unit; empty until every partition was heard.
   */
  public OptionalLong now() {
    return now;
  }

  private void remember(Tick tick) {
    ticks.computeIfAbsent(tick.writer(), _ -> new HashMap<>()).put(tick.partition(), tick);
  }

  private OptionalLong slowest() {
    long newest = ticks.values().stream().mapToLong(Clocks::lastHeard).max().orElse(0);
    var speaking =
        ticks.values().stream().filter(of -> newest - lastHeard(of) <= silence.toMillis()).toList();
    if (!speaking.stream().allMatch(Clocks::complete)) {
      return OptionalLong.empty();
    }
    return speaking.stream().flatMapToLong(Clocks::times).min();
  }

  private static boolean complete(Map<Integer, Tick> of) {
    int partitions =
        of.values().stream().max(Comparator.comparingLong(Tick::heard)).orElseThrow().partitions();
    return of.keySet().stream().filter(partition -> partition < partitions).count() == partitions;
  }

  private static LongStream times(Map<Integer, Tick> of) {
    return of.values().stream().mapToLong(Tick::time);
  }

  private static long lastHeard(Map<Integer, Tick> of) {
    return of.values().stream().mapToLong(Tick::heard).max().orElse(0);
  }
}
