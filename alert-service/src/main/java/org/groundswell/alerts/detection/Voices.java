package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Who spoke in the last 24 hours, and when last.
 *
 * <p>Up to {@value #MOST} voices are known one by one, by a hash. Above that only every second hash
 * is kept, then every fourth, and so on, and each counts for those left out (distinct sampling:
 * Gibbons, "Distinct sampling for highly-accurate answers to distinct values queries", VLDB 2001);
 * with half of {@value #MOST} left a count is right to about 2 %. When few are left the sampling
 * becomes finer again, and a voice counts by the sampling at the time it was last heard. Mutable;
 * not thread-safe.
 */
final class Voices {

  static final int MOST = 4096;
  private static final int FEW = MOST / 4;
  private static final int COARSEST = 40;
  private static final int ENTRY = Long.BYTES + Integer.BYTES + 1;

  private final TreeMap<Long, Heard> heard = new TreeMap<>();
  private int level;

  /**
   * When a voice was last heard.
   *
   * @param minute counted from 1970
   * @param level it stands for two to the power of this many voices
   */
  private record Heard(int minute, int level) {

    long weight() {
      return 1L << level;
    }

    Heard atLeast(int coarser) {
      return level >= coarser ? this : new Heard(minute, coarser);
    }
  }

  static Voices none() {
    return new Voices();
  }

  /**
   * Hears a voice; minutes must not go back.
   *
   * @return how many voices this stands for that had not been heard at or after {@code since}
   */
  long hear(String voice, long minute, long since) {
    long hash = hash(voice);
    if (!sampled(hash)) {
      return 0;
    }
    Heard before = heard.put(hash, new Heard(Math.toIntExact(minute), level));
    long added = before == null || before.minute() < since ? 1L << level : 0;
    while (heard.size() > MOST && level < COARSEST) {
      level++;
      heard.keySet().removeIf(kept -> !sampled(kept));
      heard.replaceAll((_, last) -> last.atLeast(level));
    }
    return added;
  }

  /** Forgets who was last heard before a minute. */
  void forgetBefore(long minute) {
    heard.values().removeIf(last -> last.minute() < minute);
    if (level > 0 && heard.size() < FEW) {
      level--;
    }
  }

  /** Returns how many distinct voices were last heard at or after a minute. */
  long since(long minute) {
    return heard.values().stream()
        .filter(last -> last.minute() >= minute)
        .mapToLong(Heard::weight)
        .sum();
  }

  /**
   * Returns how many distinct voices were last heard in each {@link Window} that ends with a
   * minute, in the order of {@link Window#ALL}, from one pass over the voices.
   */
  List<Long> inWindows(long minute) {
    long[] counts = new long[Window.ALL.length];
    for (Heard last : heard.values()) {
      long age = minute - last.minute();
      for (int i = counts.length - 1; i >= 0 && age < Window.ALL[i].minutes(); i--) {
        counts[i] += last.weight();
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** Returns the earliest minute, not before the given one, at which a voice was last heard. */
  long firstSince(long minute) {
    return heard.values().stream()
        .mapToLong(Heard::minute)
        .filter(at -> at >= minute)
        .min()
        .orElse(minute);
  }

  @JsonValue
  byte[] pack() {
    var packed = ByteBuffer.allocate(1 + heard.size() * ENTRY).put((byte) level);
    heard.forEach(
        (hash, last) -> packed.putLong(hash).putInt(last.minute()).put((byte) last.level()));
    return packed.array();
  }

  @JsonCreator
  static Voices unpack(byte[] bytes) {
    var packed = ByteBuffer.wrap(bytes);
    var voices = new Voices();
    voices.level = packed.get();
    while (packed.hasRemaining()) {
      voices.heard.put(packed.getLong(), new Heard(packed.getInt(), packed.get()));
    }
    return voices;
  }

  private boolean sampled(long hash) {
    return (hash & ((1L << level) - 1)) == 0;
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
