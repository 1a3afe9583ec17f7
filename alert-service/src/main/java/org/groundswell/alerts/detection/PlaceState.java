package org.groundswell.alerts.detection;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a place.
 *
 * @param minute that was last judged, from 1970
 * @param quarters what was said in each quarter of an hour of the last 24 hours, by its number from
 *     1970
 * @param episode the unusual time that it is in, or was in not long ago
 * @param evidence newest posts of a day, or the most telling ones while there is an episode
 * @param trails traces of sampled posts that were judged here, oldest first; null for none
 */
record PlaceState(
    Place place,
    long minute,
    Baseline baseline,
    Voices voices,
    SortedMap<Long, Tally> quarters,
    @Nullable Episode episode,
    List<Evidence> evidence,
    @Nullable List<Trail> trails) {

  static final int MINUTES_PER_QUARTER = 15;

  static PlaceState unseen(Place place, Baseline baseline) {
    return new PlaceState(
        place, 0, baseline, Voices.none(), new TreeMap<>(), null, List.of(), null);
  }

  PlaceState with(List<Evidence> other) {
    return new PlaceState(place, minute, baseline, voices, quarters, episode, other, trails);
  }

  /** Returns what is remembered after a minute was judged; voices and quarters were added to. */
  PlaceState judged(
      Place newest,
      long judgedMinute,
      Baseline learned,
      @Nullable Episode now,
      List<Evidence> chosen) {
    return new PlaceState(newest, judgedMinute, learned, voices, quarters, now, chosen, trails);
  }

  PlaceState with(Trail newest) {
    return new PlaceState(
        place, minute, baseline, voices, quarters, episode, evidence, Trail.add(trails, newest));
  }

  /**
   * Returns the evidence that is not forgotten at a minute: a quiet place's fades after a day,
   * which is as far back as an episode can begin.
   */
  List<Evidence> remembered(long now, DetectionProperties detection) {
    if (episode != null && episode.hot(now, detection)) {
      return evidence;
    }
    return evidence.stream().filter(post -> fades(post) > now).toList();
  }

  /** Returns the first minute at which some of its evidence is forgotten; empty without any. */
  OptionalLong fades(DetectionProperties detection) {
    long cold = episode == null ? 0 : episode.exceeded() + detection.closeAfter().toMinutes();
    OptionalLong first = evidence.stream().mapToLong(PlaceState::fades).min();
    return first.isPresent() ? OptionalLong.of(Math.max(first.getAsLong(), cold)) : first;
  }

  private static long fades(Evidence post) {
    return post.time().getEpochSecond() / 60 + Window.DAY.minutes();
  }

  /** Adds up what was said since the quarter of an hour that a minute is in. */
  Tally saidSince(long since) {
    return quarters.tailMap(since / MINUTES_PER_QUARTER).values().stream()
        .reduce(Tally.NONE, Tally::plus);
  }
}
