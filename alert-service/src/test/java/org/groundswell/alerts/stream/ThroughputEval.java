package org.groundswell.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.alerts.stream.Laboratory.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Location.Country;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.wire.JsonSerde;
import org.junit.jupiter.api.Test;

/**
 * How many signals a second one core takes through the whole topology, without a broker: a day of a
 * stream that names 10,000 towns of 50 countries, a few of them most of the time, on state stores
 * in memory. Reading and writing JSON is part of it, network and disk are not.
 *
 * <p>Not run by the build: {@code mvn -pl alert-service -Dtest=ThroughputEval test}.
 */
class ThroughputEval {

  private static final int POSTS = 10_000;
  private static final int COUNTRIES = 50;
  private static final int TOWNS_PER_COUNTRY = 200;
  private static final JsonSerde<SignalRecord> SIGNAL = JsonSerde.of(SignalRecord.class);

  private final Random random = new Random(1);

  @Test
  void takesADayOfTenThousandTowns() {
    List<Location> towns = towns(COUNTRIES * TOWNS_PER_COUNTRY);
    try (var laboratory = new Laboratory(1)) {
      long spent = 0;
      int signals = 0;
      int minutes = (int) Duration.ofDays(1).toMinutes();
      for (int minute = 0; minute < minutes; minute++) {
        List<byte[]> sent = minute(towns, START.plus(Duration.ofMinutes(minute)));
        signals += sent.size();
        long before = System.nanoTime();
        sent.forEach(laboratory::sendRaw);
        laboratory.clockOnce(START.plus(Duration.ofMinutes(minute + 1)));
        spent += System.nanoTime() - before;
      }

      assertThat(laboratory.count("counted")).isEqualTo(signals);
      System.out.printf(
          "%,d signals in %.1f s: %,.0f a second%n", signals, spent / 1e9, signals * 1e9 / spent);
    }
  }

  /**
   * What a place costs of which 12 people spoke in a day, and what one costs that was named once.
   */
  @Test
  void tellsTheSizeOfItsState() {
    for (int places : new int[] {2_000, Integer.getInteger("places", 10_000)}) {
      try (var laboratory = new Laboratory(1)) {
        List<Location> towns = towns(places);
        Instant time = START;
        for (int post = 0; post < 12; post++) {
          for (int i = 0; i < (post == 0 ? places : places / 10); i++) {
            String voice = "v" + i + "-" + post;
            for (Signal signal : Sent.post(towns.get(i), voice, time.plusSeconds(i % 3_000))) {
              laboratory.sendRaw(SIGNAL.write(signal));
            }
          }
          time = time.plus(Duration.ofHours(1));
          laboratory.clock(time);
          laboratory.work();
        }
        System.out.printf("%,d towns, a tenth of them with twelve voices:%n", places);
        laboratory
            .sizes()
            .forEach((store, size) -> System.out.printf("  %-18s %,d bytes%n", store, size));
      }
    }
  }

  private List<byte[]> minute(List<Location> towns, Instant from) {
    var sent = new ArrayList<byte[]>();
    for (int i = 0; i < POSTS / Duration.ofDays(1).toMinutes(); i++) {
      // Cubed, half of the posts name an eighth of the towns.
      int town = (int) (towns.size() * Math.pow(random.nextDouble(), 3));
      String voice = "v" + random.nextInt(1_000_000);
      for (Signal signal : Sent.post(towns.get(town), voice, from.plusMillis(500L * i))) {
        sent.add(SIGNAL.write(signal));
      }
    }
    return sent;
  }

  private static List<Location> towns(int count) {
    var towns = new ArrayList<Location>();
    for (int i = 0; i < count; i++) {
      int of = i % COUNTRIES;
      String code = "" + (char) ('A' + of / 26) + (char) ('A' + of % 26);
      var country = new Country(1 + of, code, "Country " + of, of, of);
      int division = i / COUNTRIES % 10;
      towns.add(
          Sent.town(
              1_000 + i,
              "Town " + i,
              of + i % 7 * 0.5,
              of,
              100_000 + of * 10L + division,
              "Division " + division,
              country));
    }
    return towns;
  }
}
