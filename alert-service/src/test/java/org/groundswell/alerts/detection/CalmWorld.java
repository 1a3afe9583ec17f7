package org.groundswell.alerts.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Location.Country;
import org.groundswell.alerts.signals.Signal;

/**
 * A made-up world in which nothing happens: towns all around the globe of which people speak now
 * and then, a few of them most of the time (log-normal), by day four times as much as by night, at
 * the weekend half as much again, and with news that come and go (each day of a town has a factor
 * of its own, gamma with mean 1). Half of the voices speak of protest, the rest of strikes,
 * violence and coming days. The same seed gives the same stream.
 */
final class CalmWorld {

  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  static final long FIRST_MINUTE = START.getEpochSecond() / 60;
  static final long FIRST_HOUR = FIRST_MINUTE / 60;

  private static final double MOST_PER_HOUR = 20;
  private static final int COUNTRIES = 200;
  private static final EventType[] TYPES = {
    EventType.PEACEFUL_PROTEST,
    EventType.PEACEFUL_PROTEST,
    EventType.PROTEST_WITH_INTERVENTION,
    EventType.STRIKE,
    EventType.VIOLENT_DEMONSTRATION
  };

  final List<Location> towns = new ArrayList<>();
  final double[] perHour;
  private final double[] upTo;
  private final double[] mood;
  private final double steadiness;
  private final Random random;
  private long day = -1;
  private long number;

  /**
   * @param median voices an hour of the town in the middle
   * @param steadiness shape of the factor of a day: the higher, the more alike are the days
   */
  CalmWorld(int size, double median, double steadiness, long seed) {
    this.random = new Random(seed);
    this.steadiness = steadiness;
    perHour = new double[size];
    upTo = new double[size];
    mood = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      towns.add(town(i));
      perHour[i] = Math.min(MOST_PER_HOUR, median * Math.exp(2 * random.nextGaussian()));
      sum += perHour[i];
      upTo[i] = sum;
    }
  }

  private static Location town(int i) {
    int of = i % COUNTRIES;
    String code = "" + (char) ('A' + of / 26) + (char) ('A' + of % 26);
    double lon = -175 + 350.0 * of / COUNTRIES;
    var country = new Country(1 + of, code, "Country " + of, 0, lon);
    double lat = i / COUNTRIES;
    return Sent.town(
        1_000 + i, "Town " + i, Math.min(80, lat), lon, 500_000 + of, "Division", country);
  }

  /** Plays some days, minute by minute; each minute has the signals of its towns. */
  void play(int days, double volume, Consumer<Minute> listener) {
    for (long minute = FIRST_MINUTE; minute < FIRST_MINUTE + days * 1440L; minute++) {
      listener.accept(new Minute(minute, signals(minute, volume)));
    }
  }

  /** What is said in a minute, counted from 1970. */
  record Minute(long minute, List<Signal> signals) {}

  /** Returns what is said in a minute, when the sources bring some multiple of what they do. */
  List<Signal> signals(long minute, double volume) {
    if (minute / 1440 != day) {
      day = minute / 1440;
      for (int i = 0; i < mood.length; i++) {
        mood[i] = gamma(steadiness) / steadiness;
      }
    }
    // Thinned from the highest rate: by night fewer are kept.
    double highest = 1.6 * 1.5 * 4;
    int count = poisson(volume * upTo[upTo.length - 1] / 60 * highest);
    var said = new ArrayList<Signal>();
    for (int i = 0; i < count; i++) {
      int town = pick(random.nextDouble() * upTo[upTo.length - 1]);
      double rate = rhythm(minute, towns.get(town)) * Math.min(4, mood[town]);
      if (random.nextDouble() * highest < rate) {
        said.add(post(towns.get(town), "m" + number++, minute));
      }
    }
    return said;
  }

  Signal post(Location town, String voice, long minute) {
    EventType type = TYPES[random.nextInt(TYPES.length)];
    return Sent.only(town, voice, Instant.ofEpochSecond(minute * 60), type);
  }

  /** From 0.4 in the small hours to 1.6 in the evening, half as much again at the weekend. */
  static double rhythm(long minute, Location town) {
    double local = minute + town.lon() * 4;
    double daily = 1 + 0.6 * Math.sin(2 * Math.PI * (local - 720) / 1440.0);
    return Math.floorMod((long) (local / 1440), 7L) < 2 ? daily * 1.5 : daily;
  }

  private int pick(double at) {
    int found = java.util.Arrays.binarySearch(upTo, at);
    return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
  }

  private int poisson(double mean) {
    if (mean > 30) {
      return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    int count = 0;
    double least = Math.exp(-mean);
    for (double product = random.nextDouble(); product > least; count++) {
      product *= random.nextDouble();
    }
    return count;
  }

  /** Marsaglia and Tsang's method, for shapes of at least 1. */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
