package org.groundswell.sample.chatter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.chance.Weighted;

/** When in the day people write: by their own clock, little at night, most in the evening. */
final class LocalDay {

  private static final double[] PER_HOUR = {
    20, 11, 7, 5, 5, 9, 22, 42, 52, 50, 49, 51, 58, 55, 50, 50, 53, 60, 68, 76, 84, 82, 66, 41
  };
  private static final Weighted<Integer> HOURS = hours();

  private LocalDay() {}

  /**
   * A moment in the {@code days} after {@code start}.
   *
   * @param ahead local time less UTC
   */
  static Instant moment(Instant start, int days, Duration ahead, Dice dice) {
    Duration local =
        Duration.ofDays(dice.between(0, days - 1))
            .plusHours(HOURS.draw(dice))
            .plusSeconds(dice.between(0, 3599));
    long seconds = local.minus(ahead).toSeconds();
    return start.plusSeconds(Math.floorMod(seconds, Duration.ofDays(days).toSeconds()));
  }

  private static Weighted<Integer> hours() {
    List<Integer> hours = IntStream.range(0, PER_HOUR.length).boxed().toList();
    return new Weighted<>(hours, hour -> PER_HOUR[hour]);
  }
}
