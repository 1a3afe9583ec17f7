package org.groundswell.alerts.detection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groundswell.alerts.signals.KindGroup;

/**
 * What has been learned of how many voices a place has: sufficient statistics in which older hours
 * weigh less.
 *
 * @param learnedTo first hour, counted from 1970, that is not learned yet
 * @param kinds voices by {@link KindGroup}
 * @param planned voices that called for a coming day; the others speak of now
 * @param sources what each source has brought that was ever heard of here
 * @param today what the day that the next hour is in has shown so far
 * @param buildUp cumulative sum of the evidence for a slow build-up, 0 or more; see {@link BuildUp}
 */
record Baseline(
    long learnedTo,
    List<Double> kinds,
    double planned,
    SortedMap<String, Share> sources,
    Today today,
    double buildUp) {

  /**
   * Part of a day, of 24 hours as they are counted from 1970.
   *
   * @param voices that were heard
   * @param mean voices that were expected
   */
  record Today(double voices, double mean) {

    static final Today NOTHING = new Today(0, 0);

    Today plus(double moreVoices, double moreMean) {
      return new Today(voices + moreVoices, mean + moreMean);
    }
  }

  /**
   * What one source has brought.
   *
   * @param voices of the hours that were learned
   * @param hours for which it was watched, hours that were not learned left out
   * @param mark hours for which it had been watched in all when this was learned
   */
  record Share(double voices, double hours, double mark) {}

  static Baseline unseen(long hour) {
    return new Baseline(
        hour, Collections.nCopies(KindGroup.COUNT, 0.0), 0, new TreeMap<>(), Today.NOTHING, 0);
  }

  double voices() {
    return sources.values().stream().mapToDouble(Share::voices).sum();
  }

  double voices(KindGroup kind) {
    return kinds.get(kind.position());
  }

  Baseline with(Today other, double sum) {
    return new Baseline(learnedTo, kinds, planned, sources, other, sum);
  }

  /** Returns this with the evidence for a build-up begun anew. */
  Baseline afterAlarm() {
    return new Baseline(learnedTo, kinds, planned, sources, today, 0);
  }

  /**
   * The voices of an hour that can be learned.
   *
   * @param sources distinct voices by the source they were last heard through
   * @param kinds the same by {@link KindGroup}
   */
  record Hour(Map<String, Long> sources, List<Long> kinds, long planned) {

    static final Hour SILENT = new Hour(Map.of(), Collections.nCopies(KindGroup.COUNT, 0L), 0);

    long voices() {
      return kinds.stream().mapToLong(Long::longValue).sum();
    }

    long voices(KindGroup kind) {
      return kinds.get(kind.position());
    }
  }

  /**
   * Hours from the first to the last, both in it.
   *
   * @param last before {@code first} when there are none
   */
  record Hours(long first, long last) {

    static final Hours NONE = new Hours(0, -1);

    boolean contains(long hour) {
      return first <= hour && hour <= last;
    }

    /** Returns how many of these are at or after one hour and before another. */
    long within(long from, long before) {
      return Math.max(0, Math.min(before - 1, last) - Math.max(from, first) + 1);
    }
  }
}
