package org.groundswell.deadletters.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class PointTests {

  private final Point.Reader reader = new Point.Reader();

  @Test
  void readsAnOffset() {
    assertThat(reader.convert("40")).isEqualTo(new Point.Offset(40));
  }

  @Test
  void readsATimeWithItsZone() {
    assertThat(reader.convert("2026-06-03T16:05:11+02:00"))
        .isEqualTo(new Point.Time(Instant.parse("2026-06-03T14:05:11Z")));
  }

  @Test
  void refusesATimeWithoutZone() {
    assertThatThrownBy(() -> reader.convert("2026-06-03T16:05:11"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2026-06-03T16:05:11'");
  }
}
