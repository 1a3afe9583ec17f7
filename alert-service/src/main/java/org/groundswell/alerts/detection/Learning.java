package org.groundswell.alerts.detection;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundswell.alerts.detection.Baseline.Hour;
import org.groundswell.alerts.detection.Baseline.Hours;
import org.groundswell.alerts.detection.Baseline.Share;
import org.groundswell.alerts.detection.Baseline.Today;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Place;
import org.jspecify.annotations.Nullable;

/**
 * Learns what places have shown: for themselves, and for what is believed of others. Hours of a
 * stream that was seen only half count half. Not thread-safe.
 */
final class Learning {

  private static final long HOURS_PER_DAY = 24;
  private static final long MOST_HOURS = 366 * HOURS_PER_DAY;
  private static final double LEAST = 1e-6;

  /** Before the rhythm is known its ups and downs would pass for unsteadiness. */
  private static final double SETTLED_HOURS = 72;

  private final DecayingSums sums;
  private final Volumes volumes;
  private final Priors priors;
  private final Steadiness steadiness;
  private final Forecast forecast;

  Learning(
      DecayingSums sums, Volumes volumes, Priors priors, Steadiness steadiness, Forecast forecast) {
    this.sums = sums;
    this.volumes = volumes;
    this.priors = priors;
    this.steadiness = steadiness;
    this.forecast = forecast;
  }

  /**
   * Learns the hours of a place before one: the first that is not learned yet with its voices, the
   * others as silent, but none of those that are frozen.
   *
   * @param known what the place was judged by in the meantime
   */
  Baseline learn(Place place, Baseline before, Known known, Hour first, Hours frozen, long hour) {
    long from = before.learnedTo();
    if (hour <= from) {
      return before;
    }
    Hour heard = frozen.contains(from) ? Hour.SILENT : first;
    long hours = hour - from;
    long left = hours - frozen.within(from, hour);
    Baseline learned = add(place, before, heard, (double) left / hours, hour);
    if (left < hours) {
      return learned; // what was hot says nothing of how steady the place is
    }
    Baseline after = measure(place, before, known, heard, learned);
    teach(place, heard, hours, hour);
    return after;
  }

  /**
   * Adds the voices of the first hour, and the hours.
   *
   * @param part of the hours that is learned, 0 to 1
   */
  private Baseline add(Place place, Baseline before, Hour heard, double part, long hour) {
    long hours = hour - before.learnedTo();
    double decay = sums.decay(hours);
    double weight = sums.decay(hours - 1);
    List<Double> kinds =
        Arrays.stream(KindGroup.values())
            .map(kind -> before.voices(kind) * decay + heard.voices(kind) * weight)
            .toList();
    return new Baseline(
        hour,
        kinds,
        before.planned() * decay + heard.planned() * weight,
        shares(place, before, heard, part, hour),
        Today.NOTHING,
        0);
  }

  private SortedMap<String, Share> shares(
      Place place, Baseline before, Hour heard, double part, long hour) {
    int zone = Rhythm.zone(place.solarHours());
    double decay = sums.decay(hour - before.learnedTo());
    double weight = sums.decay(hour - before.learnedTo() - 1);
    SortedSet<String> sources = new TreeSet<>(before.sources().keySet());
    sources.addAll(heard.sources().keySet());
    var shares = new TreeMap<String, Share>();
    for (String source : sources) {
      double watched = volumes.watched(source, zone, hour);
      double more = heard.sources().getOrDefault(source, 0L) * weight;
      shares.put(source, share(before.sources().get(source), watched, more, decay, part));
    }
    return shares;
  }

  private static Share share(
      @Nullable Share before, double watched, double voices, double decay, double part) {
    if (before == null) {
      return new Share(voices, watched, watched);
    }
    double hours = Math.max(0, watched - before.mark() * decay) * part;
    return new Share(before.voices() * decay + voices, before.hours() * decay + hours, watched);
  }

  /** Adds what a span says of steadiness and build-up. */
  private Baseline measure(
      Place place, Baseline before, Known known, Hour heard, Baseline learned) {
    long from = before.learnedTo();
    long hour = learned.learnedTo();
    if (volumes.hours(hour) < SETTLED_HOURS) {
      return learned;
    }
    Expectation expected = forecast.expect(place, known, from * 60 + 59);
    double mean = expected.rate();
    // What was seen longer ago is no longer known by the minute.
    double first = hour - from <= HOURS_PER_DAY ? expected.in(Window.HOUR) : mean;
    steadiness.learnHour(heard.voices(), first, hour);
    steadiness.learnSilence(hour - from - 1, mean, hour);
    Today today = before.today().plus((double) heard.voices(), first);
    return addDays(learned.with(today, before.buildUp()), from, expected);
  }

  /** Ends the days that a span has passed; the hours after its first were silent. */
  private Baseline addDays(Baseline learned, long from, Expectation expected) {
    long hour = learned.learnedTo();
    double mean = expected.rate();
    double shape = expected.shape(Window.DAY);
    Today today = learned.today();
    double buildUp = learned.buildUp();
    long at = from + 1;
    long firstEnd = (Math.max(from, hour - MOST_HOURS) / HOURS_PER_DAY + 1) * HOURS_PER_DAY;
    for (long end = firstEnd; end <= hour; end += HOURS_PER_DAY) {
      Today day = today.plus(0, mean * (end - at));
      steadiness.learnDay(day.voices(), day.mean(), hour);
      buildUp = BuildUp.after(buildUp, day.voices(), Math.max(day.mean(), LEAST), shape);
      today = Today.NOTHING;
      at = end;
    }
    return learned.with(today.plus(0, mean * (hour - at)), buildUp);
  }

  private void teach(Place place, Hour heard, long hours, long hour) {
    priors.learn(place, (double) heard.voices(), (double) hours, hour);
    heard.sources().forEach((source, voices) -> priors.learnSource(source, (double) voices, hour));
    for (KindGroup kind : KindGroup.values()) {
      if (heard.voices(kind) > 0) {
        priors.learnKind(kind, (double) heard.voices(kind), hour);
      }
    }
    if (heard.planned() > 0) {
      priors.learnPlanned((double) heard.planned(), hour);
    }
  }
}
