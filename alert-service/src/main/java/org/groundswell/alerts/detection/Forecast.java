package org.groundswell.alerts.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groundswell.alerts.detection.Baseline.Share;
import org.groundswell.alerts.detection.DetectionProperties.Prior;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Place;

/**
 * What follows for one place from what is known of it and from the conditions that all share.
 *
 * <p>The voices that a place has through one source follow a gamma distribution: its prior share
 * and what was heard, over the hours for which it was watched. The place's expectation is the sum
 * over the sources, each times what its volume is now, times the rhythm. Not thread-safe.
 */
final class Forecast {

  private static final double KIND_VOICES = 4;

  private final Volumes volumes;
  private final Rhythm rhythm;
  private final Priors priors;
  private final Steadiness steadiness;

  Forecast(Volumes volumes, Rhythm rhythm, Priors priors, Steadiness steadiness) {
    this.volumes = volumes;
    this.rhythm = rhythm;
    this.priors = priors;
    this.steadiness = steadiness;
  }

  /** Voices an hour through one source: the mean of a gamma distribution and its shape. */
  private record Rate(double mean, double shape) {

    double variance() {
      return mean * mean / shape;
    }
  }

  /** Returns what is expected of a place in the windows that end with a minute. */
  Expectation expect(Place place, Known known, long minute) {
    long hour = minute / 60;
    int zone = Rhythm.zone(place.solarHours());
    Prior prior = priors.of(place, hour);
    SortedSet<String> sources = sources(known.baseline(), hour);
    double[] means = new double[Window.ALL.length];
    double sum = 0;
    double variance = 0;
    for (String source : sources) {
      Rate rate = rate(known, source, prior, sources.size(), zone, hour);
      sum += rate.mean();
      variance += rate.variance();
      for (Window window : Window.ALL) {
        means[window.position()] +=
            rate.mean() * window.hours() * volumes.factor(source, window, minute);
      }
    }
    for (Window window : Window.ALL) {
      means[window.position()] *= rhythm.factor(zone, window, minute);
    }
    // A sum of gamma distributions is taken for one of the same mean and variance.
    return expectation(known.baseline(), new Rate(sum, sum * sum / variance), means, hour);
  }

  /** Never empty: of a stream that tells nothing of its sources, those heard of, or one unknown. */
  SortedSet<String> sources(Baseline baseline, long hour) {
    SortedSet<String> sources = new TreeSet<>(volumes.sources(hour));
    sources.addAll(priors.sources());
    sources.addAll(baseline.sources().keySet());
    return sources.isEmpty() ? new TreeSet<>(List.of(Volumes.UNTOLD)) : sources;
  }

  private Rate rate(Known known, String source, Prior prior, int sources, int zone, long hour) {
    Share share = known.baseline().sources().get(source);
    double guessed = prior.shape() * priors.share(source, sources, hour);
    if (share == null) {
      double silent = Math.min(known.silent(), volumes.watched(source, zone, hour));
      return new Rate(guessed / (prior.hours() + silent), guessed);
    }
    double shape = guessed + share.voices();
    return new Rate(shape / (prior.hours() + share.hours()), shape);
  }

  private Expectation expectation(Baseline baseline, Rate rate, double[] means, long hour) {
    // That the rate is not quite known, and that places are not steady, both spread the counts.
    List<Double> spread =
        Arrays.stream(Window.ALL)
            .map(window -> 1 / (1 / rate.shape() + 1 / steadiness.shape(window, hour)))
            .toList();
    double voices = baseline.kinds().stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = new ArrayList<>();
    List<Double> shapes = new ArrayList<>();
    for (KindGroup kind : KindGroup.values()) {
      double heard = baseline.voices(kind) + KIND_VOICES * priors.share(kind, hour);
      shares.add(heard / (voices + KIND_VOICES));
      shapes.add(heard);
    }
    double planned = baseline.planned() + priors.planned(hour);
    return new Expectation(
        rate.mean(),
        Arrays.stream(means).boxed().toList(),
        spread,
        shares,
        shapes,
        planned / (voices + 1),
        planned);
  }
}
