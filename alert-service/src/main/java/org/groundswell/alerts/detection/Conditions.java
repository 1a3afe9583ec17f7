package org.groundswell.alerts.detection;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.clock.Mark;
import org.groundswell.alerts.detection.Baseline.Hour;
import org.groundswell.alerts.detection.Baseline.Hours;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.signals.Watermark.Coverage;

/**
 * What all places of a partition have in common, and what follows from it for one: how much of the
 * stream was seen, the {@link Rhythm} of the week, and what places are like. Kept in a state store;
 * not thread-safe.
 */
final class Conditions {

  private static final double WARM_HOURS = 24;

  private static final long MOST_HOURS = 366 * 24L;

  private final KeyValueStore<Bytes, byte[]> store;
  private final DecayingSums sums;
  private final Rhythm rhythm;
  private final Volumes volumes;
  private final Forecast forecast;
  private final Learning learning;
  private final Mark passed;

  Conditions(DetectionProperties detection, KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    this.sums = new DecayingSums(store, Math.pow(0.5, 3600.0 / detection.halfLife().toSeconds()));
    this.rhythm = new Rhythm(store, sums);
    this.volumes = new Volumes(store, sums, rhythm);
    var priors = new Priors(detection, sums);
    var steadiness = new Steadiness(sums, detection.shapeCap());
    this.forecast = new Forecast(volumes, rhythm, priors, steadiness);
    this.learning = new Learning(sums, volumes, priors, steadiness, forecast);
    this.passed = new Mark(store, "passed");
  }

  /**
   * Hears what a watermark tells of what was seen.
   *
   * @param now event time that all had reached before, in minutes from 1970: what is told of those
   *     before it is late. Not what has been judged, which is behind by as much as there is to do
   */
  void hear(Watermark watermark, OptionalLong now) {
    long complete = now.orElse(0);
    long hour = passed.get().orElse(complete / 60);
    if (watermark.partition() == 0) {
      noticeNewBeginning(watermark, complete);
    }
    long begins = Math.floorDiv(watermark.time().getEpochSecond(), 3600L);
    volumes.know(watermark.sources(), begins, hour, now.isEmpty());
    for (Coverage run : watermark.coverage()) {
      long minute = Math.floorDiv(run.from().getEpochSecond(), 60L);
      for (int posts : run.posts()) {
        if (posts > 0 && minute >= complete) {
          volumes.tell(run.source(), minute, posts, hour);
        }
        minute++;
      }
    }
  }

  /** A collector that begins a replay anew, which its clock shows, tells everything again. */
  private void noticeNewBeginning(Watermark watermark, long complete) {
    var last = new Mark(store, "told/" + watermark.collector());
    long time = watermark.time().toEpochMilli();
    if (last.get().isPresent() && time < last.get().getAsLong()) {
      volumes.retract(complete);
    }
    last.set(time);
  }

  /**
   * Learns the hours before a minute that are not learned yet.
   *
   * @param firstHour of the stream
   */
  void pass(long firstHour, long minute) {
    long from = passed.get().orElse(firstHour);
    long until = minute / 60;
    // What is older weighs nothing, and a clock that jumps by decades must not take for ever.
    for (long hour = Math.max(from, until - MOST_HOURS); hour < until; hour++) {
      volumes.pass(hour);
    }
    if (until > from || passed.get().isEmpty()) {
      passed.set(Math.max(from, until));
    }
  }

  /** Writes what was learned to the store; to be called before anything is committed. */
  void flush() {
    sums.flush();
  }

  /**
   * Says whether too little of the stream has been seen, before an hour, to know what is normal.
   */
  boolean warmingUp(Place place, long hour) {
    int zone = Rhythm.zone(place.solarHours());
    return forecast.sources(Baseline.unseen(hour), hour).stream()
        .allMatch(source -> volumes.watched(source, zone, hour) < WARM_HOURS);
  }

  /**
   * Learns that voices, by their sources, are new in the hour of a minute.
   *
   * @param before distinct voices of the hour so far
   * @param after the same with those of the minute
   */
  void hear(Place place, long minute, Map<String, Long> before, Map<String, Long> after) {
    int zone = Rhythm.zone(place.solarHours());
    after.forEach((source, voices) -> {
      double more = voices - before.getOrDefault(source, 0L);
      if (more > 0) {
        rhythm.hear(zone, minute / 60, more / volumes.factor(source, Window.HOUR, minute));
      }
    });
  }

  /** Returns how many hours, older ones weighing less, the stream has been watched for. */
  double hours(long hour) {
    return volumes.hours(hour);
  }

  /** As {@link Learning#learn}. */
  Baseline learn(Place place, Baseline before, Known known, Hour first, Hours frozen, long hour) {
    return learning.learn(place, before, known, first, frozen, hour);
  }

  /** As {@link Forecast#expect}. */
  Expectation expect(Place place, Known known, long minute) {
    return forecast.expect(place, known, minute);
  }
}
