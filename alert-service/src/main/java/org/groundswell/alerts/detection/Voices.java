package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.Stage;

/**
 * Who spoke in the last 24 hours, when last, of what and through which source.
 *
 * <p>Up to {@value #MOST} voices are known one by one, by a hash. Above that only every second hash
 * of those last heard more than an hour ago is kept, then every fourth, and so on, and each counts
 * for those left out (distinct sampling: Gibbons, "Distinct sampling for highly-accurate answers to
 * distinct values queries", VLDB 2001); with half of {@value #MOST} left a count is right to about
 * 4 %. The short windows stay exact until an hour alone has too many. When few are left the
 * sampling becomes finer again, and a voice counts by the sampling at the time it was last heard.
 *
 * <p>Who only repeats the words of others is no voice; see {@link Wordings}. Mutable; not
 * thread-safe.
 */
final class Voices {

  static final int MOST = 1024;

  private static final int FEW = MOST / 4;
  private static final int COARSEST = 40;
  private static final int MOST_LABELS = 255;
  private static final String OTHER = "other";
  private static final String PLANNED = "+";

  private final List<String> labels = new ArrayList<>();
  private long[] hashes = new long[8];
  private int[] minutes = new int[8];

  /** Four bytes: sampling, then the labels of kind, language and source. */
  private int[] traits = new int[8];

  private short[] posts = new short[8];
  private int size;

  /** Sampling of those last heard more than an hour ago, and of all others. */
  private int olderLevel;

  private int level;
  private Wordings wordings = Wordings.none();

  static Voices none() {
    return new Voices();
  }

  int size() {
    return size;
  }

  /**
   * Hears a voice; minutes must not go back.
   *
   * @return how many voices this stands for that had not been heard at or after {@code since}
   */
  long hear(Signal signal, long minute, long since) {
    long hash =
        wordings.original(
            hash(signal.speaker()),
            signal.signature(),
            author -> !sampled(author) || indexOf(author) >= 0);
    if (!sampled(hash)) {
      return 0;
    }
    int at = indexOf(hash);
    boolean known = at >= 0 && minutes[at] >= since;
    if (at < 0) {
      at = append(hash);
    }
    minutes[at] = Math.toIntExact(minute);
    traits[at] = traits(signal);
    posts[at] = (short) Math.min(Short.MAX_VALUE, posts[at] + 1);
    long weight = 1L << level;
    thin(Math.toIntExact(minute - Window.HOUR.minutes()));
    return known ? 0 : weight;
  }

  /** Forgets who was last heard before a minute. */
  void forgetBefore(long minute) {
    keep(i -> minutes[i] >= minute);
    if (size < FEW) {
      olderLevel = Math.max(0, olderLevel - 1);
      level = Math.max(0, level - 1);
    }
  }

  /** Returns how many distinct voices were last heard at or after a minute. */
  long since(long minute) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += minutes[i] >= minute ? weight(i) : 0;
    }
    return sum;
  }

  /**
   * Distinct voices in each {@link Window} that ends with a minute, in the order of {@link
   * Window#ALL}.
   */
  static final class Counts {

    private final long[] all = new long[Window.ALL.length];
    private final long[][] kinds = new long[KindGroup.COUNT][Window.ALL.length];
    private final long[] independent = new long[Window.ALL.length];

    long[] all() {
      return all;
    }

    /** Those whose last word was about one group of kinds. */
    long[] of(KindGroup kind) {
      return kinds[kind.position()];
    }

    /** Returns how many independent voices a window has, curated sources counting more. */
    long independent(Window window) {
      return independent[window.position()];
    }
  }

  /**
   * Counts the voices in all windows, from one pass over them.
   *
   * @param weights what a voice through a source counts for where it must be independent; 1 for
   *     those not in it
   */
  Counts inWindows(long minute, Map<String, Integer> weights) {
    var counts = new Counts();
    int[] groups = labels.stream().mapToInt(Voices::group).toArray();
    for (int i = 0; i < size; i++) {
      long age = minute - minutes[i];
      long weight = weight(i);
      long[] kind = counts.kinds[groups[trait(i, 1)]];
      long independent = weights.isEmpty() ? weight : weight * weights.getOrDefault(label(i, 3), 1);
      for (int w = Window.ALL.length - 1; w >= 0 && age < Window.ALL[w].minutes(); w--) {
        counts.all[w] += weight;
        kind[w] += weight;
        counts.independent[w] += independent;
      }
    }
    return counts;
  }

  /** Returns the distinct voices that were last heard at or after a minute, by their source. */
  SortedMap<String, Long> bySource(long minute) {
    var voices = new TreeMap<String, Long>();
    for (int i = 0; i < size; i++) {
      if (minutes[i] >= minute) {
        voices.merge(label(i, 3), weight(i), Long::sum);
      }
    }
    return voices;
  }

  /** Returns the distinct voices that were last heard at or after a minute, by kind. */
  List<Long> byKind(long minute) {
    long[] voices = new long[KindGroup.COUNT];
    for (int i = 0; i < size; i++) {
      if (minutes[i] >= minute) {
        voices[group(label(i, 1))] += weight(i);
      }
    }
    return Arrays.stream(voices).boxed().toList();
  }

  /** Adds up what the voices said that were last heard at or after a minute. */
  Tally tally(long minute) {
    var tally = Tally.NONE;
    var types = new TreeMap<EventType, Double>();
    var languages = new TreeMap<String, Integer>();
    var sources = new TreeMap<String, Integer>();
    int all = 0;
    int planned = 0;
    long last = 0;
    for (int i = 0; i < size; i++) {
      if (minutes[i] >= minute) {
        int said = (int) Math.min(Integer.MAX_VALUE / MOST, posts[i] * weight(i));
        String kind = label(i, 1);
        types.merge(type(kind), (double) said, Double::sum);
        languages.merge(label(i, 2), said, Integer::sum);
        sources.merge(label(i, 3), said, Integer::sum);
        all += said;
        planned += kind.endsWith(PLANNED) ? said : 0;
        last = Math.max(last, minutes[i]);
      }
    }
    return all == 0
        ? tally
        : new Tally(all, planned, types, languages, sources, Instant.ofEpochSecond(last * 60));
  }

  /** Returns the earliest minute, not before the given one, at which a voice was last heard. */
  long firstSince(long minute) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      first = minutes[i] >= minute ? Math.min(first, minutes[i]) : first;
    }
    return first == Long.MAX_VALUE ? minute : first;
  }

  private int append(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      minutes = Arrays.copyOf(minutes, size * 2);
      traits = Arrays.copyOf(traits, size * 2);
      posts = Arrays.copyOf(posts, size * 2);
    }
    hashes[size] = hash;
    posts[size] = 0;
    return size++;
  }

  private void thin(int recent) {
    if (size > MOST) {
      sample(recent, olderLevel);
    }
    while (size > MOST && olderLevel < COARSEST) {
      sample(recent, ++olderLevel);
      if (size > MOST && countBefore(recent) < FEW) {
        olderLevel = Math.max(olderLevel, ++level);
        sample(Integer.MAX_VALUE, level);
      }
    }
  }

  /** Keeps of those last heard before a minute only what a sampling keeps. */
  private void sample(int before, int to) {
    keep(i -> minutes[i] >= before || trait(i, 0) >= to || sampled(hashes[i], to));
    for (int i = 0; i < size; i++) {
      if (minutes[i] < before && trait(i, 0) < to) {
        traits[i] = (traits[i] & 0x00ffffff) | (to << 24);
      }
    }
  }

  private int countBefore(int minute) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += minutes[i] < minute ? 1 : 0;
    }
    return count;
  }

  private void keep(java.util.function.IntPredicate wanted) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        hashes[kept] = hashes[i];
        minutes[kept] = minutes[i];
        traits[kept] = traits[i];
        posts[kept] = posts[i];
        kept++;
      }
    }
    size = kept;
  }

  private int indexOf(long hash) {
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  private int traits(Signal signal) {
    String kind = signal.eventType().name() + (signal.stage() == Stage.PLANNED ? PLANNED : "");
    return (level << 24)
        | (label(kind) << 16)
        | (label(signal.language().replace('\n', ' ')) << 8)
        | label(signal.source());
  }

  private int label(String text) {
    int at = labels.indexOf(text);
    if (at < 0 && labels.size() < MOST_LABELS) {
      labels.add(text);
      at = labels.size() - 1;
    } else if (at < 0) {
      labels.set(MOST_LABELS - 1, OTHER);
      at = MOST_LABELS - 1;
    }
    return at;
  }

  private int trait(int i, int which) {
    return (traits[i] >>> (24 - 8 * which)) & 0xff;
  }

  private String label(int i, int which) {
    return labels.get(trait(i, which));
  }

  private long weight(int i) {
    return 1L << trait(i, 0);
  }

  private static EventType type(String kind) {
    String name = kind.endsWith(PLANNED) ? kind.substring(0, kind.length() - 1) : kind;
    for (EventType type : EventType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return EventType.OTHER_UNREST;
  }

  private static int group(String kind) {
    return type(kind).group().position();
  }

  @JsonValue
  byte[] pack() {
    byte[] names = String.join("\n", labels).getBytes(StandardCharsets.UTF_8);
    int entry = Long.BYTES + 2 * Integer.BYTES + Short.BYTES;
    var packed =
        ByteBuffer.allocate(4 + names.length + wordings.packedBytes() + size * entry)
            .put((byte) olderLevel)
            .put((byte) level)
            .putShort((short) names.length)
            .put(names);
    wordings.pack(packed);
    for (int i = 0; i < size; i++) {
      packed.putLong(hashes[i]).putInt(minutes[i]).putInt(traits[i]).putShort(posts[i]);
    }
    return packed.array();
  }

  @JsonCreator
  static Voices unpack(byte[] bytes) {
    var packed = ByteBuffer.wrap(bytes);
    var voices = new Voices();
    voices.olderLevel = packed.get();
    voices.level = packed.get();
    byte[] names = new byte[packed.getShort()];
    packed.get(names);
    if (names.length > 0) {
      voices.labels.addAll(List.of(new String(names, StandardCharsets.UTF_8).split("\n", -1)));
    }
    voices.wordings = Wordings.unpack(packed);
    while (packed.hasRemaining()) {
      int at = voices.append(packed.getLong());
      voices.minutes[at] = packed.getInt();
      voices.traits[at] = packed.getInt();
      voices.posts[at] = packed.getShort();
    }
    return voices;
  }

  private boolean sampled(long hash) {
    return sampled(hash, level);
  }

  private static boolean sampled(long hash, int to) {
    return (hash & ((1L << to) - 1)) == 0;
  }

  private static long hash(String voice) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(voice.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
