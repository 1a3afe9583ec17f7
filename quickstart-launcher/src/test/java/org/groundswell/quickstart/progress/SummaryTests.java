package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SummaryTests {

  @Test
  void isOneLineOfJsonWithTheCounts() {
    var counts = new Counts(995, 5, 10, 995, 20, 1, 1);
    var place = new AlertSeen.Place(3646738, "Caracas", "TOWN", "VE");
    var alert =
        new AlertSeen(
            "a",
            2,
            place,
            "STRIKE",
            "OPEN",
            "MINOR",
            "2026-06-01T10:00:00Z",
            "2026-06-01T10:20:00Z",
            null,
            5,
            7,
            "Unverified: strike in Caracas");

    String json = Summary.of(counts, OptionalLong.of(1_000), 3_500, List.of(alert)).json();

    assertThat(json)
        .hasLineCount(1)
        .contains("\"postsRead\":1000", "\"rejected\":15", "\"analysed\":985", "\"signals\":20")
        .contains("\"alertsOpened\":1", "\"seconds\":2.5", "\"postsPerSecond\":400.0")
        .contains("\"name\":\"Caracas\"", "\"eventType\":\"STRIKE\"")
        .doesNotContain("closed");
  }

  @Test
  void hasNoSpeedWithoutAPost() {
    var counts = new Counts(0, 3, 0, 0, 0, 0, 0);

    assertThat(Summary.of(counts, OptionalLong.empty(), 3_500, List.of()).postsPerSecond())
        .isZero();
  }
}
