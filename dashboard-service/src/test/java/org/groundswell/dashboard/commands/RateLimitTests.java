package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.groundswell.dashboard.problems.Refused;
import org.junit.jupiter.api.Test;

class RateLimitTests {

  private final HandSetClock clock = new HandSetClock();
  private final RateLimit limit =
      new RateLimit(new CommandsProperties(null, 2, Duration.ofSeconds(10)), clock);

  @Test
  void takesSoManyWithinAMinuteAndSaysWhenTheNextMayCome() {
    limit.take();
    clock.move(Duration.ofSeconds(20));
    limit.take();
    clock.move(Duration.ofSeconds(10));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(limit::take)
        .matches(it -> it.getStatusCode().value() == 429)
        .matches(it -> "30".equals(it.getHeaders().getFirst("Retry-After")));
  }

  @Test
  void takesOneMoreForEachThatIsAMinuteOld() {
    limit.take();
    clock.move(Duration.ofSeconds(20));
    limit.take();
    clock.move(Duration.ofSeconds(40));

    limit.take();

    assertThatExceptionOfType(Refused.class).isThrownBy(limit::take);
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    limit.take();
    limit.take();

    clock.move(Duration.ofSeconds(-3600));

    assertThatCode(limit::take).doesNotThrowAnyException();
  }
}
