package org.groundswell.alerts.detection;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * How much more, or less, people speak at each hour of the week by the sun of the place they speak
 * of, learned from all places together: one place alone has too few voices to tell its nights from
 * its days.
 *
 * <p>An hour's factor is its share of the voices over the share of the time that such hours had,
 * both decayed. While little is known it is shrunk towards that of the hour of the day, and that
 * towards 1. What the sources' volume explains is taken out before. Not thread-safe.
 */
final class Rhythm {

  /** Zones of an hour by the sun, from 12 behind Greenwich to 12 ahead. */
  static final int ZONES = 25;

  private static final int EAST = 12;
  private static final int HOURS_OF_WEEK = 168;

  private static final int HOURS_OF_DAY = 24;

  /** Voices that a factor is worth before anything is known of an hour. */
  private static final double VOICES_KNOWN = 20;

  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 10;

  private static final Bytes FACTORS = KeyBytes.from("factors").bytes();

  private final KeyValueStore<Bytes, byte[]> store;
  private final DecayingSums sums;
  private final double[] factors = new double[HOURS_OF_WEEK];

  /** Reads what the store remembers. */
  Rhythm(KeyValueStore<Bytes, byte[]> store, DecayingSums sums) {
    this.store = store;
    this.sums = sums;
    byte[] known = store.get(FACTORS);
    if (known == null) {
      Arrays.fill(factors, 1);
    } else {
      ByteBuffer.wrap(known).asDoubleBuffer().get(factors);
    }
  }

  static int zone(int solarHours) {
    return Math.clamp(solarHours + EAST, 0, ZONES - 1);
  }

  /**
   * Learns voices of an hour in a zone, each by what the volume of its source leaves of it; all of
   * an hour before it is passed.
   */
  void hear(int zone, long hour, double voices) {
    sums.add(voicesOf(hourOfWeek(zone, hour)), voices, hour);
    sums.add("rhythm/zone/" + zone, voices, hour);
    sums.add("rhythm/voices", voices, hour);
  }

  /**
   * Learns that an hour has passed, from which on the factors are anew.
   *
   * @param seen share of the stream that was seen in it, 0 to 1
   */
  void pass(long hour, double seen) {
    double all = sums.at("rhythm/voices", hour);
    for (int zone = 0; zone < ZONES && all > 0; zone++) {
      double share = seen * sums.at("rhythm/zone/" + zone, hour) / all;
      if (share > 0) {
        sums.add("rhythm/passed/" + hourOfWeek(zone, hour), share, hour + 1);
        sums.add("rhythm/passed", share, hour + 1);
      }
    }
    measure(hour + 1);
  }

  /** Returns the factor of an hour, counted from 1970, in a zone. */
  double factor(int zone, long hour) {
    return factors[hourOfWeek(zone, hour)];
  }

  /** Returns the mean factor over a window that ends with a minute. */
  double factor(int zone, Window window, long minute) {
    long last = minute / 60;
    long first = (minute + 1 - window.minutes()) / 60;
    double sum = 0;
    for (long hour = first; hour <= last; hour++) {
      sum += factors[hourOfWeek(zone, hour)];
    }
    return sum / (last - first + 1);
  }

  private void measure(long hour) {
    double passed = sums.at("rhythm/passed", hour);
    double mean = passed > 0 ? sums.at("rhythm/voices", hour) / passed : 0;
    double[] heard = new double[HOURS_OF_WEEK];
    double[] weeks = new double[HOURS_OF_WEEK];
    double[] heardByDay = new double[HOURS_OF_DAY];
    double[] daysByDay = new double[HOURS_OF_DAY];
    for (int i = 0; i < HOURS_OF_WEEK; i++) {
      heard[i] = sums.at(voicesOf(i), hour);
      weeks[i] = sums.at("rhythm/passed/" + i, hour);
      heardByDay[i % HOURS_OF_DAY] += heard[i];
      daysByDay[i % HOURS_OF_DAY] += weeks[i];
    }
    for (int i = 0; i < HOURS_OF_WEEK; i++) {
      int ofDay = i % HOURS_OF_DAY;
      double daily = shrunk(heardByDay[ofDay], mean * daysByDay[ofDay], 1);
      factors[i] = Math.clamp(shrunk(heard[i], mean * weeks[i], daily), LOWEST, HIGHEST);
    }
    var packed = ByteBuffer.allocate(HOURS_OF_WEEK * Double.BYTES);
    packed.asDoubleBuffer().put(factors);
    store.put(FACTORS, packed.array());
  }

  private static double shrunk(double heard, double expected, double towards) {
    return (heard + VOICES_KNOWN * towards) / (expected + VOICES_KNOWN);
  }

  private static String voicesOf(int hourOfWeek) {
    return "rhythm/voices/" + hourOfWeek;
  }

  private static int hourOfWeek(int zone, long hour) {
    return (int) Math.floorMod(hour + zone - EAST, (long) HOURS_OF_WEEK);
  }
}
