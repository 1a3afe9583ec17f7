package org.groundswell.alerts.detection;

import java.util.SortedSet;
import org.groundswell.alerts.detection.DetectionProperties.Prior;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Place;

/**
 * What is expected of a place before it is known: what the places of its country show, as far as
 * they are in the same partition, shrunk towards what places of its level show in the whole world,
 * and that towards a high guess, so that a young stream raises little. Not thread-safe.
 */
final class Priors {

  private static final String MIX = "mix/";
  private static final double GUESS_HOURS = 1;
  private static final double WORLD_HOURS = 24;
  private static final double MOST_HOURS = 24;
  private static final double GUESSED_PLANNED = 0.3;

  private final DetectionProperties detection;
  private final DecayingSums sums;
  private final SortedSet<String> heard;

  Priors(DetectionProperties detection, DecayingSums sums) {
    this.detection = detection;
    this.sums = sums;
    this.heard = sums.names(MIX);
  }

  /** Learns how many voices a place had in some hours before one. */
  void learn(Place place, double voices, double hours, long hour) {
    for (String pool : pools(place)) {
      sums.add("voices/" + pool, voices, hour);
      sums.add("place-hours/" + pool, hours, hour);
    }
  }

  /** Learns what was spoken of, and through which sources, in an hour. */
  void learnKind(KindGroup kind, double voices, long hour) {
    sums.add("kind/" + kind, voices, hour);
    sums.add("kinds", voices, hour);
  }

  void learnSource(String source, double voices, long hour) {
    heard.add(source);
    sums.add(MIX + source, voices, hour);
    sums.add("mix", voices, hour);
  }

  void learnPlanned(double voices, long hour) {
    sums.add("planned", voices, hour);
  }

  /** Returns the sources that some place was heard of through. */
  SortedSet<String> sources() {
    return heard;
  }

  /** Returns a gamma distribution of the voices an hour of a place that nothing is known of. */
  Prior of(Place place, long hour) {
    Prior guess = detection.prior(place.level());
    String[] pools = pools(place);
    double guessed = guess.shape() / guess.hours();
    double world = mean(pools[0], guessed, GUESS_HOURS, hour);
    double country = mean(pools[1], world, WORLD_HOURS, hour);
    double most = Math.max(MOST_HOURS, guess.hours());
    double hours = Math.clamp(guess.shape() / country, guess.hours(), most);
    return new Prior(guess.shape(), hours);
  }

  /** Returns the share of the voices that speak of a kind. */
  double share(KindGroup kind, long hour) {
    return (sums.at("kind/" + kind, hour) + 1) / (sums.at("kinds", hour) + KindGroup.COUNT);
  }

  /** Returns the share of the voices that a source has. */
  double share(String source, int sources, long hour) {
    return (sums.at(MIX + source, hour) + 1) / (sums.at("mix", hour) + sources);
  }

  /** Returns how many voices call for a coming day, for one that speaks of now. */
  double planned(long hour) {
    return (sums.at("planned", hour) + GUESSED_PLANNED) / (sums.at("kinds", hour) + 1);
  }

  private double mean(String pool, double shrunkTo, double worth, long hour) {
    double voices = sums.at("voices/" + pool, hour) + shrunkTo * worth;
    return voices / (sums.at("place-hours/" + pool, hour) + worth);
  }

  private static String[] pools(Place place) {
    String level = place.level().name();
    return new String[] {level, level + "/" + place.country()};
  }
}
