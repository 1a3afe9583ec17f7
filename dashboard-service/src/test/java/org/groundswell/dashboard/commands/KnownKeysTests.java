package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.groundswell.dashboard.problems.Refused;
import org.junit.jupiter.api.Test;

class KnownKeysTests {

  private static final Remark REMARK = new Remark("desk", "text");

  private final HandSetClock clock = new HandSetClock();
  private final KnownKeys keys = new KnownKeys(clock);

  @Test
  void knowsACommandAsWrittenOnlyOnceItIs() {
    keys.begin("id", CommandKind.COMMENT, REMARK);
    assertThat(keys.wasWritten("id", CommandKind.COMMENT, REMARK)).isFalse();

    keys.end("id", CommandKind.COMMENT, REMARK);

    assertThat(keys.wasWritten("id", CommandKind.COMMENT, REMARK)).isTrue();
  }

  @Test
  void refusesTheKeyOfACommandThatIsOnItsWay() {
    keys.begin("id", CommandKind.COMMENT, REMARK);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () -> keys.wasWritten("id", CommandKind.COMMENT, new Remark("desk", "another")));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> keys.wasWritten("id", CommandKind.DISMISS, REMARK));
  }

  @Test
  void forgetsAfterADay() {
    keys.end("id", CommandKind.COMMENT, REMARK);

    clock.move(Duration.ofHours(24));

    assertThat(keys.wasWritten("id", CommandKind.COMMENT, REMARK)).isFalse();
  }
}
