package org.groundswell.sample.surge;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.groundswell.sample.chance.Dice;

/** When the posts of a surge come: ever faster while it begins, then ever slower. */
final class Course {

  private static final double SHARE_DURING_RAMP = 0.25;
  private static final Duration RAMP_OF_CALLS = Duration.ofMinutes(30);

  private Course() {}

  /** Moments of all posts but the calls for it, first to last; the first is the onset itself. */
  static Stream<Instant> of(Surge surge, Dice dice) {
    Stream<Instant> later =
        Stream.generate(() -> offset(surge.ramp(), surge.halfLife(), dice))
            .filter(offset -> offset.compareTo(surge.lasts()) <= 0)
            .limit(surge.posts() - 1)
            .map(surge.onset()::plus);
    return Stream.concat(Stream.of(surge.onset()), later).sorted();
  }

  /** Moments of the calls for it, first to last. */
  static Stream<Instant> of(Surge.Announcement calls, Dice dice) {
    Duration halfLife = calls.lasts().dividedBy(3);
    return Stream.generate(() -> offset(RAMP_OF_CALLS, halfLife, dice))
        .filter(offset -> offset.compareTo(calls.lasts()) <= 0)
        .limit(calls.posts())
        .map(calls.from()::plus)
        .sorted();
  }

  private static Duration offset(Duration ramp, Duration halfLife, Dice dice) {
    double minutes =
        dice.chance(SHARE_DURING_RAMP)
            ? ramp.toMinutes() * StrictMath.sqrt(dice.unit())
            : ramp.toMinutes() + dice.decay((double) halfLife.toMinutes());
    return Duration.ofSeconds((long) (minutes * 60));
  }
}
