package org.groundswell.alerts.detection;

import java.util.List;
import org.groundswell.alerts.signals.KindGroup;

/**
 * What is expected of a place in each {@link Window} that ends with a minute. Counts are judged by
 * a negative binomial distribution.
 *
 * @param rate voices an hour at an hour of the mean volume and rhythm
 * @param means distinct voices expected in each window
 * @param shapes of the distribution of all voices in each window
 * @param shares of each {@link KindGroup} in the voices
 * @param kindShapes largest shapes of the distributions of the voices of each group
 * @param planned voices that call for a coming day, for one that speaks of now
 * @param plannedShape largest shape of the distribution of those
 */
record Expectation(
    double rate,
    List<Double> means,
    List<Double> shapes,
    List<Double> shares,
    List<Double> kindShapes,
    double planned,
    double plannedShape) {

  /** So little is expected of a place in which nothing could be seen. */
  private static final double LEAST = 1e-6;

  double in(Window window) {
    return Math.max(means.get(window.position()), LEAST);
  }

  double in(Window window, KindGroup kind) {
    return Math.max(means.get(window.position()) * shares.get(kind.position()), LEAST);
  }

  double plannedIn(Window window) {
    return Math.max(means.get(window.position()) * planned, LEAST);
  }

  double shape(Window window) {
    return shapes.get(window.position());
  }

  double shape(Window window, KindGroup kind) {
    return Math.min(shape(window), kindShapes.get(kind.position()));
  }

  double plannedShape(Window window) {
    return Math.min(shape(window), plannedShape);
  }
}
