package org.groundswell.alerts.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import org.groundswell.alerts.Defaults;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.signals.Watermark.Coverage;
import org.junit.jupiter.api.Test;

/** What a source does to the volume of the stream is neither calm nor unrest. */
class VolumeTests {

  private static final double DAYS = 10.5;
  private static final long CHANGE = CalmWorld.FIRST_MINUTE + 9 * 1440L;
  private static final int POSTS_A_MINUTE = 400;

  @Test
  void raisesNothingWhenASourceGoesSilentAndComesBackWithWhatItMissed() {
    LongToDoubleFunction outage =
        minute -> {
          long since = minute - CHANGE;
          return since < 0 || since >= 840 ? 1 : since < 720 ? 0 : 7;
        };

    assertThat(alarms(outage, true)).isZero();
    assertThat(alarms(outage, false)).as("were its volume not known").isGreaterThan(20);
  }

  @Test
  void raisesNothingWhenASourceBringsThreeTimesAsMuchFromNowOn() {
    LongToDoubleFunction more = minute -> minute < CHANGE ? 1 : 3;

    assertThat(alarms(more, true)).isZero();
    assertThat(alarms(more, false)).as("were its volume not known").isPositive();
  }

  @Test
  void learnsNothingFromAnOutage() {
    var simulator = new Simulator(Defaults.DETECTION, CalmWorld.FIRST_HOUR);
    var world = new CalmWorld(20, 1, 30, 1);
    play(simulator, world, minute -> minute < CHANGE ? 1 : 0, true);
    var town = world.towns.getFirst();
    long before = CHANGE - 1;
    long after = CalmWorld.FIRST_MINUTE + (long) (DAYS * 1440) - 1;
    var state = simulator.state(town.at(town.level()), before);

    double known = simulator.conditions.expect(state.place(), state.known(), before).rate();
    var figures = simulator.judge.figures(state, after);

    assertThat(figures.expected().getLast())
        .as("nothing is seen and next to nothing expected")
        .isLessThan(known * 24 / 2);
  }

  /** Counts the towns that were alerted in the day and a half after the change. */
  private static int alarms(LongToDoubleFunction volume, boolean told) {
    var world = new CalmWorld(200, 1, 30, 1);
    var simulator = new Simulator(Defaults.DETECTION, CalmWorld.FIRST_HOUR);
    return play(simulator, world, volume, told);
  }

  private static int play(
      Simulator simulator, CalmWorld world, LongToDoubleFunction volume, boolean told) {
    var alarmed = new TreeSet<Long>();
    for (long minute = CalmWorld.FIRST_MINUTE;
        minute < CalmWorld.FIRST_MINUTE + (long) (DAYS * 1440);
        minute++) {
      double factor = volume.applyAsDouble(minute);
      if (told) {
        simulator.hear(coverage(minute, (int) (POSTS_A_MINUTE * factor)));
      }
      for (Reading reading : simulator.judge(minute, world.signals(minute, factor))) {
        if (minute >= CHANGE && reading.exceeds()) {
          alarmed.add(reading.place().id());
        }
      }
    }
    return alarmed.size();
  }

  private static Watermark coverage(long minute, int posts) {
    Instant start = Instant.ofEpochSecond(minute * 60);
    return new Watermark(
        "collector",
        0,
        1,
        start.plusSeconds(60),
        CalmWorld.START,
        List.of("push"),
        List.of(new Coverage("push", start, List.of(posts))));
  }
}
