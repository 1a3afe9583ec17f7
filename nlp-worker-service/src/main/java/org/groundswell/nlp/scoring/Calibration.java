package org.groundswell.nlp.scoring;

import java.util.List;

/**
 * Turns a model's log-odds into a probability: {@code 1 / (1 + exp(-(slope · x + offset)))}.
 *
 * <p>Fitted as in J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999), on scores
 * of posts that the model was not trained on. The corpus is half unrest and a stream is not, so
 * {@link #forShare} moves the offset: the odds of every post change by the same factor.
 */
record Calibration(double slope, double offset) {

  /** One post: the model's log-odds, and whether it does speak of unrest. */
  record Point(double logOdds, boolean unrest) {}

  private static final int MAX_STEPS = 50;
  private static final double ENOUGH = 1e-9;

  /** Fits to points of both classes; with few of them the result stays short of certainty. */
  static Calibration fit(List<Point> points) {
    double unrest = unrest(points);
    var targets = new Targets((unrest + 1) / (unrest + 2), 1 / (points.size() - unrest + 2));
    var fitted = new Calibration(0, Math.log((unrest + 1) / (points.size() - unrest + 1)));
    for (int step = 0; step < MAX_STEPS; step++) {
      Calibration next = fitted.improve(points, targets);
      if (fitted.loss(points, targets) - next.loss(points, targets) < ENOUGH) {
        break;
      }
      fitted = next;
    }
    return fitted;
  }

  /** Moves from the share of unrest that {@code points} have to another, in (0, 1). */
  Calibration forShare(double share, List<Point> points) {
    double had = Math.log(unrest(points) / (points.size() - unrest(points)));
    return new Calibration(slope, offset + Math.log(share / (1 - share)) - had);
  }

  double probability(double logOdds) {
    return 1 / (1 + Math.exp(-(slope * logOdds + offset)));
  }

  private static double unrest(List<Point> points) {
    return points.stream().filter(Point::unrest).count();
  }

  /** A step of Newton's method, halved until it leads down. */
  private Calibration improve(List<Point> points, Targets targets) {
    Calibration next = newtonStep(points, targets);
    double loss = loss(points, targets);
    for (int halvings = 0; halvings < MAX_STEPS && next.loss(points, targets) > loss; halvings++) {
      next = new Calibration((slope + next.slope) / 2, (offset + next.offset) / 2);
    }
    return next;
  }

  private Calibration newtonStep(List<Point> points, Targets targets) {
    double gradientSlope = 0;
    double gradientOffset = 0;
    double slopeSlope = ENOUGH;
    double slopeOffset = 0;
    double offsetOffset = ENOUGH;
    for (Point point : points) {
      double p = probability(point.logOdds);
      double error = p - targets.of(point);
      double weight = p * (1 - p);
      gradientSlope += error * point.logOdds;
      gradientOffset += error;
      slopeSlope += weight * point.logOdds * point.logOdds;
      slopeOffset += weight * point.logOdds;
      offsetOffset += weight;
    }
    double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
    return new Calibration(
        slope - (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant,
        offset - (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant);
  }

  private double loss(List<Point> points, Targets targets) {
    return points.stream().mapToDouble(point -> loss(point, targets.of(point))).sum();
  }

  /** Cross-entropy, written so that it does not overflow. */
  private double loss(Point point, double target) {
    double x = slope * point.logOdds + offset;
    return Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0) - target * x;
  }

  /** What the curve aims at: Platt's stand-ins for 1 and 0, which keep it finite. */
  private record Targets(double unrest, double none) {

    double of(Point point) {
      return point.unrest ? unrest : none;
    }
  }
}
