package org.groundswell.alerts.detection;

import org.groundswell.alerts.detection.DetectionProperties.Prior;

/**
 * What has been learned of how many voices an hour a place has: the sufficient statistics of a
 * gamma distribution, older hours weighing less.
 *
 * @param voices decayed sum of the voices of the learned hours
 * @param hours decayed number of the learned hours
 * @param learnedTo first hour, counted from 1970, that is not learned yet
 */
record Baseline(double voices, double hours, long learnedTo) {

  /**
   * A place that was silent since the stream began, which is knowledge too.
   *
   * @param decay weight that an hour keeps after another hour
   */
  static Baseline silentSince(long firstHour, long hour, double decay) {
    return new Baseline(0, 0, Math.min(firstHour, hour)).silent(hour - firstHour, decay).at(hour);
  }

  /**
   * Learns the hours before {@code hour}: the first one not learned yet with its voices, the others
   * as silent, but none of those that are frozen.
   */
  Baseline learn(long hour, long voicesInFirst, Hours frozen, double decay) {
    if (hour <= learnedTo) {
      return this;
    }
    Baseline first =
        frozen.contains(learnedTo)
            ? this
            : new Baseline(voices * decay + voicesInFirst, hours * decay + 1, learnedTo);
    long silent = hour - learnedTo - 1 - frozen.within(learnedTo + 1, hour);
    return first.silent(silent, decay).at(hour);
  }

  Expectation expect(Prior prior, double shapeCap) {
    double shape = prior.shape() + voices;
    return new Expectation(shape / (prior.hours() + hours), Math.min(shape, shapeCap));
  }

  private Baseline silent(long count, double decay) {
    if (count <= 0) {
      return this;
    }
    double left = Math.pow(decay, (double) count);
    return new Baseline(voices * left, hours * left + (1 - left) / (1 - decay), learnedTo);
  }

  private Baseline at(long hour) {
    return new Baseline(voices, hours, hour);
  }

  /**
   * What is expected of a place.
   *
   * @param perHour mean number of distinct voices an hour
   * @param shape of the negative binomial distribution that counts are judged by
   */
  record Expectation(double perHour, double shape) {

    double in(Window window) {
      return perHour * window.hours();
    }
  }

  /**
   * Hours from the first to the last, both in it.
   *
   * @param last before {@code first} when there are none
   */
  record Hours(long first, long last) {

    static final Hours NONE = new Hours(0, -1);

    boolean contains(long hour) {
      return first <= hour && hour <= last;
    }

    /** Returns how many of these are at or after one hour and before another. */
    long within(long from, long before) {
      return Math.max(0, Math.min(before - 1, last) - Math.max(from, first) + 1);
    }
  }
}
