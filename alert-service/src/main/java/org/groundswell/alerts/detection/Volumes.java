package org.groundswell.alerts.detection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * How much of the stream was seen: the posts of each source in each minute, beside what the source
 * usually brings. A source that goes silent, comes back or doubles would otherwise look like calm
 * or like unrest.
 *
 * <p>The factor of a source is its posts over its mean. Only a steady source has one, from which at
 * least {@value #BUSY} posts come in four hours of five: the silence of a small one is no outage,
 * and what is chosen by its subject comes in bursts because of unrest. Others have a factor of 1.
 *
 * <p>From the factors follows how long a source has been watched: an hour counts as much as was
 * seen in it, by the {@link Rhythm} of a zone. Not thread-safe.
 */
final class Volumes {

  private static final String MINUTES = "minute";
  private static final String SOURCES = "source";

  /** What is known of the time in which nothing was told of any source. */
  static final String UNTOLD = "*";

  private static final int BUSY = 10;
  private static final double STEADY_SHARE = 0.8;
  private static final double HOURS_UNTIL_STEADY = 12;
  private static final double HIGHEST = 50;

  /** The least that is expected, as a share, where posts come in spite of an outage. */
  private static final double LOWEST_EXPECTED = 0.05;

  private static final int KEPT_MINUTES = Window.DAY.minutes() + 60;

  private final KeyValueStore<Bytes, byte[]> store;
  private final DecayingSums sums;
  private final Rhythm rhythm;
  private final Map<String, NavigableMap<Long, Integer>> told = new TreeMap<>();
  private final Map<String, Source> known = new TreeMap<>();
  private final Map<String, double[]> factors = new TreeMap<>();
  private long factorsAt = -1;

  /**
   * A source that is read.
   *
   * @param first hour, counted from 1970, of which something was told
   * @param old whether it was silent until then; a new one was not read
   */
  private record Source(long first, boolean old) {}

  /** Reads what the store remembers. */
  Volumes(KeyValueStore<Bytes, byte[]> store, DecayingSums sums, Rhythm rhythm) {
    this.store = store;
    this.sums = sums;
    this.rhythm = rhythm;
    scan(
        SOURCES,
        (source, entry) -> {
          minutes(source);
          var packed = ByteBuffer.wrap(entry.value);
          known.put(source, new Source(packed.getLong(), packed.get() == 1));
        });
    scan(
        MINUTES,
        (source, entry) -> {
          long minute =
              ByteBuffer.wrap(entry.key.get()).getLong(entry.key.get().length - Long.BYTES);
          minutes(source).put(minute, ByteBuffer.wrap(entry.value).getInt());
        });
  }

  private void scan(String kind, BiConsumer<String, KeyValue<Bytes, byte[]>> reader) {
    Bytes prefix = KeyBytes.from(kind).bytes();
    try (var found = store.prefixScan(prefix, new BytesSerializer())) {
      found.forEachRemaining(entry -> {
        byte[] key = entry.key.get();
        int from = prefix.get().length;
        int end = from;
        while (key[end] != 0) {
          end++;
        }
        reader.accept(new String(key, from, end - from, StandardCharsets.UTF_8), entry);
      });
    }
  }

  /**
   * Hears of the sources that are read.
   *
   * @param hour from which on they are
   * @param passed first hour that is not passed yet, the same or an earlier one
   * @param beginning whether the stream begins, so that none of them is new to it
   */
  void know(Collection<String> sources, long hour, long passed, boolean beginning) {
    for (String source : sources) {
      if (!told.containsKey(source)) {
        minutes(source);
        known.put(source, new Source(hour, beginning));
        byte[] packed =
            ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(hour)
                .put((byte) (beginning ? 1 : 0))
                .array();
        store.put(KeyBytes.from(SOURCES).then(source).bytes(), packed);
        for (int zone = 0; zone < Rhythm.ZONES && beginning; zone++) {
          sums.set(watched(source, zone), sums.at(watched(UNTOLD, zone), passed), passed);
        }
      }
    }
  }

  /**
   * Hears of posts of a source in a minute, counted from 1970, beside those told before.
   *
   * @param passed first hour that is not passed yet
   */
  void tell(String source, long minute, int posts, long passed) {
    // What is in a file of posts from many sources was there from the beginning.
    know(List.of(source), minute / 60, passed, true);
    int all = minutes(source).merge(minute, posts, Volumes::sum);
    byte[] packed = ByteBuffer.allocate(Integer.BYTES).putInt(all).array();
    store.put(KeyBytes.from(MINUTES).then(source).then(minute).bytes(), packed);
    factorsAt = -1;
  }

  /** Forgets what was told of a minute and those after it: it will be told anew. */
  void retract(long minute) {
    told.forEach((source, minutes) -> forget(source, minutes.tailMap(minute, true)));
    factorsAt = -1;
  }

  /** Learns an hour, each once and in order, when all of it is known. */
  void pass(long hour) {
    watch(UNTOLD, hour, 1);
    sums.add("hours/" + UNTOLD, 1, hour + 1);
    double seen = seen(hour);
    told.forEach((source, minutes) -> {
      pass(source, minutes, hour);
      forget(source, minutes.headMap(hour * 60 + 60 - KEPT_MINUTES, false));
    });
    rhythm.pass(hour, seen);
    factorsAt = -1;
  }

  private void pass(String source, NavigableMap<Long, Integer> minutes, long hour) {
    long posts = sum(minutes, hour * 60, (hour + 1) * 60);
    boolean begun = begun(source, hour);
    if (begun || isOld(source)) {
      watch(source, hour, ratio(source, posts, 1, hour));
    }
    // An outage says nothing of what the source brings when it is there.
    if (begun && (posts > 0 || !steady(source, hour))) {
      sums.add("posts/" + source, (double) posts, hour + 1);
      sums.add("hours/" + source, 1, hour + 1);
      sums.add("busy/" + source, posts >= BUSY ? 1 : 0, hour + 1);
    }
  }

  private boolean begun(String source, long hour) {
    Source of = known.get(source);
    return of != null && of.first() <= hour;
  }

  private boolean isOld(String source) {
    Source of = known.get(source);
    return of != null && of.old();
  }

  /** Returns the share of the usual posts of the steady sources that an hour brought, 0 to 1. */
  private double seen(long hour) {
    double usual = 0;
    double brought = 0;
    for (var of : told.entrySet()) {
      if (steady(of.getKey(), hour)) {
        double mean = mean(of.getKey(), hour);
        usual += mean;
        brought += Math.min(mean, (double) sum(of.getValue(), hour * 60, (hour + 1) * 60));
      }
    }
    return usual == 0 ? 1 : brought / usual;
  }

  /** Returns how many hours, older ones weighing less, the stream has had before an hour. */
  double hours(long hour) {
    return sums.at("hours/" + UNTOLD, hour);
  }

  /** Returns the sources of which something was told that have begun by an hour. */
  List<String> sources(long hour) {
    return told.keySet().stream().filter(source -> begun(source, hour)).toList();
  }

  /**
   * Returns how many hours, older ones weighing less, a source has been watched in a zone before an
   * hour; of a source that nothing was told of, the hours of the stream.
   */
  double watched(String source, int zone, long hour) {
    return sums.at(watched(told.containsKey(source) ? source : UNTOLD, zone), hour);
  }

  /** Returns the factor of a source in a window that ends with a minute, all of which is known. */
  double factor(String source, Window window, long minute) {
    if (!told.containsKey(source)) {
      return 1;
    }
    if (factorsAt != minute) {
      factors.clear();
      factorsAt = minute;
    }
    return factors.computeIfAbsent(source, of -> measure(of, minute))[window.position()];
  }

  private double[] measure(String source, long minute) {
    double[] measured = new double[Window.ALL.length];
    for (Window window : Window.ALL) {
      long posts = sum(minutes(source), minute + 1 - window.minutes(), minute + 1);
      double ratio = ratio(source, posts, window.hours(), minute / 60);
      measured[window.position()] = Math.max(ratio, LOWEST_EXPECTED);
    }
    return measured;
  }

  private double ratio(String source, long posts, double hours, long hour) {
    if (!steady(source, hour)) {
      return 1;
    }
    return Math.min(posts / (mean(source, hour) * hours), HIGHEST);
  }

  private double mean(String source, long hour) {
    return sums.at("posts/" + source, hour) / sums.at("hours/" + source, hour);
  }

  private boolean steady(String source, long hour) {
    double known = sums.at("hours/" + source, hour);
    return known >= HOURS_UNTIL_STEADY && sums.at("busy/" + source, hour) >= STEADY_SHARE * known;
  }

  private void watch(String source, long hour, double factor) {
    for (int zone = 0; zone < Rhythm.ZONES; zone++) {
      sums.add(watched(source, zone), factor * rhythm.factor(zone, hour), hour + 1);
    }
  }

  private void forget(String source, NavigableMap<Long, Integer> minutes) {
    minutes
        .keySet()
        .forEach(minute -> store.delete(KeyBytes.from(MINUTES).then(source).then(minute).bytes()));
    minutes.clear();
  }

  private NavigableMap<Long, Integer> minutes(String source) {
    return told.computeIfAbsent(source, _ -> new TreeMap<>());
  }

  private static long sum(NavigableMap<Long, Integer> minutes, long from, long before) {
    long sum = 0;
    for (int posts : minutes.subMap(from, before).values()) {
      sum += posts;
    }
    return sum;
  }

  private static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }

  private static String watched(String source, int zone) {
    return "watched/" + source + "/" + zone;
  }
}
