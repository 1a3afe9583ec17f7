package org.groundswell.alerts.detection;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The upper tail of the negative binomial distribution, which is what a count follows when its rate
 * has a gamma distribution: a Poisson count with a rate that is not quite known.
 *
 * <p>P(K ≥ k) = I<sub>x</sub>(k, r) with x = μ / (μ + r), where I is the regularised incomplete
 * beta function (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.26).
 */
public final class Tail {

  private Tail() {}

  /**
   * Returns the probability of a count of at least {@code count} by chance.
   *
   * @param shape r of the distribution, above 0; the variance is μ + μ²/r
   * @param mean μ of the distribution, above 0
   */
  public static double atLeast(long count, double shape, double mean) {
    if (!(shape > 0) || !(mean > 0)) {
      throw new IllegalArgumentException(
          "shape and mean must be above 0, not %s and %s".formatted(shape, mean));
    }
    return count <= 0 ? 1 : RegularizedBeta.value(mean / (mean + shape), (double) count, shape);
  }
}
