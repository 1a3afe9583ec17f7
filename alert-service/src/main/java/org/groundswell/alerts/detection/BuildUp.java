package org.groundswell.alerts.detection;

/**
 * Evidence that a place has come to have more voices than it had, too slowly for any window: the
 * negative binomial cumulative sum. Each day adds the logarithm of how much more probable its count
 * is at twice the expectation and a little more; below 0 it begins anew. Its steps are days because
 * the hours of a day are alike: a day with much talk would pass for two dozen proofs.
 *
 * <p>The sum passes h by chance once in more than e<sup>h</sup> days (Lorden, "Procedures for
 * reacting to a change in distribution", Annals of Mathematical Statistics 42, 1971; for negative
 * binomial counts Höhle and Paul, "Count data regression charts for the monitoring of surveillance
 * time series", Computational Statistics and Data Analysis 52, 2008).
 */
final class BuildUp {

  private static final double TIMES = 2;
  private static final double MORE = 2.4;

  private BuildUp() {}

  /**
   * Returns the sum after a day.
   *
   * @param before the sum
   * @param mean voices expected in the day, above 0
   * @param shape of their distribution, above 0
   */
  static double after(double before, double count, double mean, double shape) {
    double raised = TIMES * mean + MORE;
    double none = -shape * Math.log((raised + shape) / (mean + shape));
    return Math.max(0, before + count * (Math.log(raised / mean) + none / shape) + none);
  }

  /** Returns how probable it is that the sum stands so high by chance. */
  static double probability(double sum) {
    return Math.exp(-sum);
  }
}
