package org.groundswell.alerts.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The budget of false alarms is kept in a calm world of 10,000 towns whose rates are spread over
 * four orders of magnitude, follow the hours and the week, and differ from day to day.
 */
class CalibrationTests {

  private static final int TOWNS = 10_000;
  private static final int DAYS = 25;

  /** Before that little is known, and little is raised. */
  private static final int FIRST_DAYS = 5;

  @Test
  void keepsTheBudgetOfOneFalseAlarmADay() {
    assertThat(alarms(1, 8)).isLessThanOrEqualTo(DAYS - FIRST_DAYS);
  }

  @Test
  void keepsTheBudgetWhereDaysDifferMoreThanTheGuess() {
    assertThat(alarms(1, 3)).isLessThanOrEqualTo(DAYS - FIRST_DAYS);
  }

  @Test
  void neitherExceedsNorWastesALargeBudget() {
    int promised = 100 * (DAYS - FIRST_DAYS);

    assertThat(alarms(100, 8)).isBetween(promised / 100, promised);
  }

  private static int alarms(double budget, double steadiness) {
    var detection =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("detection.false-alarms-per-day", budget)))
            .bindOrCreate("detection", DetectionProperties.class);
    var world = new CalmWorld(TOWNS, 0.01, steadiness, 42);
    var simulator = new Simulator(detection, CalmWorld.FIRST_HOUR);
    Set<String> alarms = new HashSet<>();
    world.play(
        DAYS,
        1,
        minute ->
            simulator.judge(minute.minute(), minute.signals()).stream()
                .filter(_ -> minute.minute() >= CalmWorld.FIRST_MINUTE + FIRST_DAYS * 1440L)
                .forEach(reading -> alarms.add(reading.place().id() + "@" + reading.since())));
    System.out.printf(
        "%d false alarms in %d days, %.0f a day promised%n",
        alarms.size(), DAYS - FIRST_DAYS, budget);
    return alarms.size();
  }
}
