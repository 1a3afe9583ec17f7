package org.groundswell.alerts.detection;

/**
 * How steady places are: the shape of the negative binomial distribution of their counts around
 * what is expected of them, learned from all places together. News and moods make days differ, so
 * that counts vary more than chance alone would have it.
 *
 * <p>By the method of moments: the variance is μ + μ²/r, so r is the sum of μ² over that of (k -
 * μ)² - μ, each term divided by (1 + μ)² so that no busy place decides alone. Hours are told from
 * days: in an hour counts vary more. Not thread-safe.
 */
final class Steadiness {

  /** Place-hours, and place-days, that the guess is worth. */
  private static final double GUESS = 50;

  private static final double LEAST = 1;
  private static final double MOST = 50;

  private final DecayingSums sums;
  private final double guess;

  Steadiness(DecayingSums sums, double guess) {
    this.sums = sums;
    this.guess = guess;
  }

  /** Learns the count of an hour. */
  void learnHour(long count, double mean, long hour) {
    learn("hour", (double) count, mean, 1, hour);
  }

  /** Learns silent hours. */
  void learnSilence(long hours, double mean, long hour) {
    learn("hour", 0, mean, (double) hours, hour);
  }

  /** Learns the count of a day. */
  void learnDay(double count, double mean, long hour) {
    learn("day", count, mean, 1, hour);
  }

  /** Returns the shape of counts in a window. */
  double shape(Window window, long hour) {
    String of = window.position() <= Window.HOUR.position() ? "hour" : "day";
    double squares = sums.at("steady/squares/" + of, hour) + GUESS;
    double excess = sums.at("steady/excess/" + of, hour) + GUESS / guess;
    return excess <= squares / MOST ? MOST : Math.max(squares / excess, LEAST);
  }

  private void learn(String of, double count, double mean, double times, long hour) {
    double scale = times / ((1 + mean) * (1 + mean));
    double apart = count - mean;
    sums.add("steady/squares/" + of, mean * mean * scale, hour);
    sums.add("steady/excess/" + of, (apart * apart - mean) * scale, hour);
  }
}
