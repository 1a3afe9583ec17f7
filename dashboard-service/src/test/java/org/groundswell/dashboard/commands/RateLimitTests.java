package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.groundswell.dashboard.problems.Refused;
import org.junit.jupiter.api.Test;

class RateLimitTests {

  private Instant now = Instant.parse("2026-06-03T14:00:00Z");

  private final RateLimit limit =
      new RateLimit(new CommandsProperties(null, 2, Duration.ofSeconds(10)), new HandSet());

  @Test
  void takesSoManyWithinAMinuteAndSaysWhenTheNextMayCome() {
    limit.take();
    now = now.plusSeconds(20);
    limit.take();
    now = now.plusSeconds(10);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(limit::take)
        .matches(it -> it.getStatusCode().value() == 429)
        .matches(it -> "30".equals(it.getHeaders().getFirst("Retry-After")));
  }

  @Test
  void takesOneMoreForEachThatIsAMinuteOld() {
    limit.take();
    now = now.plusSeconds(20);
    limit.take();
    now = now.plusSeconds(40);

    limit.take();

    assertThatExceptionOfType(Refused.class).isThrownBy(limit::take);
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    limit.take();
    limit.take();

    now = now.minusSeconds(3600);

    assertThatCode(limit::take).doesNotThrowAnyException();
  }

  private final class HandSet extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
