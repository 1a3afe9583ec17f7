package org.groundswell.alerts.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a place.
 *
 * @param minute that was last judged, from 1970
 * @param baseline what has been learned of it
 * @param known what it is judged by
 * @param next what it will be judged by from the next day on
 * @param voices that speak of now
 * @param planned what is called for, by its day
 * @param episode the unusual time that it is in, or was in not long ago
 * @param evidence newest posts of a day, or the most telling ones while there is an episode; of
 *     what goes on first, then of each day that is called for
 * @param trails traces of sampled posts that were judged here, oldest first; null for none
 */
record PlaceState(
    Place place,
    long minute,
    Baseline baseline,
    Known known,
    Known next,
    Voices voices,
    NavigableMap<LocalDate, Call> planned,
    @Nullable Episode episode,
    List<Evidence> evidence,
    @Nullable List<Trail> trails) {

  /** More days than these are not remembered; those with the fewest voices are left out. */
  static final int MOST_DAYS = 8;

  /**
   * Who calls for a day.
   *
   * @param episode since so many did that it is unusual; null before
   */
  record Call(Voices voices, @Nullable Episode episode) {}

  /**
   * A place that was silent until an hour.
   *
   * @param silent hours for which the stream has been watched
   */
  static PlaceState unseen(Place place, long hour, double silent) {
    var nothing = new Known(Baseline.unseen(hour), silent);
    return new PlaceState(
        place,
        0,
        nothing.baseline(),
        nothing,
        nothing,
        Voices.none(),
        new TreeMap<>(),
        null,
        List.of(),
        null);
  }

  PlaceState with(List<Evidence> other) {
    return new PlaceState(
        place, minute, baseline, known, next, voices, planned, episode, other, trails);
  }

  /** Returns the same place as it is called now. */
  PlaceState at(Place newest) {
    return new PlaceState(
        newest, minute, baseline, known, next, voices, planned, episode, evidence, trails);
  }

  PlaceState in(@Nullable Episode now) {
    return new PlaceState(
        place, minute, baseline, known, next, voices, planned, now, evidence, trails);
  }

  PlaceState learned(long newMinute, Baseline newBaseline, Known newKnown, Known newNext) {
    return new PlaceState(
        place,
        newMinute,
        newBaseline,
        newKnown,
        newNext,
        voices,
        planned,
        episode,
        evidence,
        trails);
  }

  PlaceState with(Trail newest) {
    return new PlaceState(
        place,
        minute,
        baseline,
        known,
        next,
        voices,
        planned,
        episode,
        evidence,
        Trail.add(trails, newest));
  }

  /** Returns the unusual time of what goes on, or of what is called for a day. */
  @Nullable Episode episode(@Nullable LocalDate day) {
    Call call = day == null ? null : planned.get(day);
    return day == null ? episode : call == null ? null : call.episode();
  }

  /** Returns the posts that speak of now, or call for a day. */
  List<Evidence> evidence(@Nullable LocalDate day) {
    return evidence.stream().filter(post -> Objects.equals(post.announced(), day)).toList();
  }

  /**
   * Returns the evidence that is not forgotten at a minute: a quiet place's fades after a day,
   * which is as far back as an episode can begin.
   */
  List<Evidence> remembered(long now, DetectionProperties detection) {
    return evidence.stream().filter(post -> fades(post, detection) > now).toList();
  }

  /** Returns the first minute at which some of its evidence is forgotten; empty without any. */
  OptionalLong fades(DetectionProperties detection) {
    return evidence.stream().mapToLong(post -> fades(post, detection)).min();
  }

  private long fades(Evidence post, DetectionProperties detection) {
    Episode of = episode(post.announced());
    long cold = of == null ? 0 : of.exceeded() + detection.closeAfter().toMinutes();
    return Math.max(post.time().getEpochSecond() / 60 + Window.DAY.minutes(), cold);
  }
}
