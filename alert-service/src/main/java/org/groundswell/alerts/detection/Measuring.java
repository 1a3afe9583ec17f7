package org.groundswell.alerts.detection;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.groundswell.alerts.detection.Reading.Figures;
import org.groundswell.alerts.signals.KindGroup;
import org.jspecify.annotations.Nullable;

/** Tests what the windows of a place show against what is expected in them. */
final class Measuring {

  /** The voices of one kind are told of only where they tell far more than all do. */
  private static final double MORE_TELLING = 0.1;

  private final DetectionProperties detection;
  private final double threshold;
  private final Map<String, Integer> weights;

  Measuring(DetectionProperties detection) {
    this.detection = detection;
    this.threshold = detection.threshold();
    this.weights =
        detection.curatedSources().stream()
            .collect(
                Collectors.toUnmodifiableMap(Function.identity(), _ -> detection.curatedWeight()));
  }

  /**
   * Measures what goes on: all voices, those of each kind, and a slow build-up.
   *
   * @param buildUp evidence for that so far
   * @param running unusual time that the minute belongs to; null for none
   */
  Figures now(
      Voices voices, double buildUp, long minute, @Nullable Episode running, Expectation expected) {
    Voices.Counts counts = voices.inWindows(minute, weights);
    Figures all = all(counts, minute, running, expected::in, expected::shape);
    Figures strongest = all;
    for (KindGroup kind : KindGroup.values()) {
      Figures of = kind(kind, counts, minute, running, expected);
      strongest = of.chance() < strongest.chance() * MORE_TELLING ? of : strongest;
    }
    boolean slow = running == null && counts.independent(Window.DAY) >= detection.minVoices();
    return all.strengthenedBy(strongest, slow ? BuildUp.probability(buildUp) : 1, threshold);
  }

  /** Measures what is called for a day. */
  Figures call(Voices voices, long minute, @Nullable Episode running, Expectation expected) {
    Voices.Counts counts = voices.inWindows(minute, weights);
    Figures all = all(counts, minute, running, expected::plannedIn, expected::plannedShape);
    return all.strengthenedBy(all, 1, threshold);
  }

  private Figures all(
      Voices.Counts counts,
      long minute,
      @Nullable Episode running,
      ToDoubleFunction<Window> expected,
      ToDoubleFunction<Window> shape) {
    return figures(
        null,
        counts.all(),
        window ->
            counts.independent(window) >= detection.minVoices() && fresh(window, minute, running),
        expected,
        shape);
  }

  private Figures kind(
      KindGroup kind,
      Voices.Counts counts,
      long minute,
      @Nullable Episode running,
      Expectation expected) {
    long[] observed = counts.of(kind);
    return figures(
        kind,
        observed,
        window ->
            observed[window.position()] >= detection.minVoices() && fresh(window, minute, running),
        window -> expected.in(window, kind),
        window -> expected.shape(window, kind));
  }

  private static Figures figures(
      @Nullable KindGroup kind,
      long[] observed,
      Predicate<Window> tested,
      ToDoubleFunction<Window> expected,
      ToDoubleFunction<Window> shape) {
    double[] means = perWindow(expected);
    double[] shapes = perWindow(shape);
    double[] chances =
        perWindow(window -> {
          int at = window.position();
          return tested.test(window) ? Tail.atLeast(observed[at], shapes[at], means[at]) : 1;
        });
    return Figures.of(kind, observed, means, chances, shapes);
  }

  private static double[] perWindow(ToDoubleFunction<Window> figure) {
    return Arrays.stream(Window.ALL).mapToDouble(figure).toArray();
  }

  /** After an episode has cooled down, its old voices must not raise it again. */
  private boolean fresh(Window window, long minute, @Nullable Episode episode) {
    return episode == null
        || episode.hot(minute, detection)
        || minute + 1 - window.minutes() >= episode.exceeded();
  }
}
