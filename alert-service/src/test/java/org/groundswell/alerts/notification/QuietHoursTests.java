package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.problems.BadField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

  @ParameterizedTest
  @CsvSource({
    // Lagos is an hour ahead of UTC all year
    "22:00, 07:00, Africa/Lagos, 2026-06-03T20:59:59Z, 2026-06-03T20:59:59Z",
    "22:00, 07:00, Africa/Lagos, 2026-06-03T21:00:00Z, 2026-06-04T06:00:00Z",
    "22:00, 07:00, Africa/Lagos, 2026-06-04T05:59:59Z, 2026-06-04T06:00:00Z",
    "22:00, 07:00, Africa/Lagos, 2026-06-04T06:00:00Z, 2026-06-04T06:00:00Z",
    // Within one day
    "12:00, 14:00, Africa/Lagos, 2026-06-03T10:59:00Z, 2026-06-03T10:59:00Z",
    "12:00, 14:00, Africa/Lagos, 2026-06-03T11:00:00Z, 2026-06-03T13:00:00Z",
    "12:00, 14:00, Africa/Lagos, 2026-06-03T13:00:00Z, 2026-06-03T13:00:00Z",
    // Berlin sets its clocks forward on the 29th of March 2026: the night is an hour shorter
    "22:00, 07:00, Europe/Berlin, 2026-03-28T21:30:00Z, 2026-03-29T05:00:00Z",
    // The end falls into the hour that is left out
    "22:00, 02:30, Europe/Berlin, 2026-03-28T21:30:00Z, 2026-03-29T01:30:00Z",
    // and back on the 25th of October: an hour longer
    "22:00, 07:00, Europe/Berlin, 2026-10-24T20:30:00Z, 2026-10-25T06:00:00Z"
  })
  void letMessagesWaitUntilTheirEnd(
      LocalTime from, LocalTime to, ZoneId zone, Instant now, Instant expected) {
    var quiet = new QuietHours(from, to, zone, null);

    assertThat(quiet.earliest(now, Severity.EXTREME)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"MINOR, true", "MODERATE, true", "SEVERE, false", "EXTREME, false"})
  void areBrokenThroughByTheSevere(Severity severity, boolean waits) {
    Instant night = Instant.parse("2026-06-03T23:00:00Z");
    var quiet =
        new QuietHours(
            LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Africa/Lagos"), Severity.SEVERE);

    assertThat(quiet.earliest(night, severity).isAfter(night)).isEqualTo(waits);
  }

  @Test
  void neverEndInThePastOrTwoDaysAhead() {
    var random = new Random(11);
    var zones =
        List.of("Africa/Lagos", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "UTC");
    for (int i = 0; i < 20_000; i++) {
      var quiet =
          new QuietHours(
              LocalTime.of(random.nextInt(24), random.nextInt(60)),
              LocalTime.of(random.nextInt(24), random.nextInt(60), 1),
              ZoneId.of(zones.get(random.nextInt(zones.size()))),
              null);
      Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));

      Instant end = quiet.earliest(now, Severity.MINOR);

      assertThat(end).isBetween(now, now.plus(Duration.ofHours(26)));
      assertThat(quiet.earliest(end, Severity.MINOR)).as("%s at %s", quiet, now).isEqualTo(end);
    }
  }

  @Test
  void areNotTheWholeDay() {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, ZoneId.of("UTC"), null))
        .matches(bad -> bad.field().equals("to"));
  }
}
