package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PausesTests {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Pauses pauses = new Pauses(Samples.properties(Map.of()));

  @RepeatedTest(100)
  void doubleWithEachFailureGiveOrTakeAHalf() {
    for (int failures = 1; failures <= 8; failures++) {
      Duration middle = Duration.ofSeconds(10L << (failures - 1));

      assertThat(pauses.after(failures, Duration.ZERO))
          .isBetween(middle.dividedBy(2), middle.multipliedBy(3).dividedBy(2));
    }
  }

  @RepeatedTest(100)
  void areNeverLongerThanTheLongest() {
    assertThat(pauses.after(100, Duration.ZERO)).isBetween(HOUR.dividedBy(2), HOUR);
  }

  @Test
  void differSoThatNotAllComeBackAtOnce() {
    assertThat(IntStream.range(0, 50).mapToObj(_ -> pauses.after(4, Duration.ZERO)).distinct())
        .hasSizeGreaterThan(20);
  }

  @Test
  void areAsLongAsTheReceiverAsksButForADayAtMost() {
    assertThat(pauses.after(1, HOUR)).isEqualTo(HOUR);
    assertThat(pauses.after(1, Duration.ofDays(400))).isEqualTo(Duration.ofDays(1));
    assertThat(pauses.after(6, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(1));
  }
}
