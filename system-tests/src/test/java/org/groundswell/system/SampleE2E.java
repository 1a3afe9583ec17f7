package org.groundswell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replays the simulated week through the whole system: real jars, a real broker, a real database.
 *
 * <p>What it cannot show: a broker or a database that fails, and streams that are not simulated.
 */
class SampleE2E {

  /** The first event happens on the third day; two days are calm, with surges of other kinds. */
  private static final Instant CALM_UNTIL = Instant.parse("2026-06-03T00:00:00Z");

  private static final int EVENTS_FOUND_AT_LEAST = 11;

  /** Two crowds, a namesake in another country, and a town on the road that another one blocks. */
  private static final int FALSE_ALERTS_AT_MOST = 4;

  private static final Pattern ANALYSED = Pattern.compile("analysed ([\\d,]+)");

  private static RunReport unpaced;

  @BeforeAll
  static void replayUnpacedWithOneWorker() {
    unpaced = SampleRun.undisturbed().report();
  }

  @Test
  void losesNoPost() {
    assertThat(unpaced.analysed() + unpaced.rejected()).isEqualTo(unpaced.postsRead());
    assertThat(unpaced.postsRead()).isGreaterThan(20_000);
    assertThat(unpaced.rejected()).isZero();
  }

  @Test
  void findsTheEventsAndLittleElse() {
    List<GroundTruth.Event> events = GroundTruth.read().events();

    assertThat(events.stream().filter(event -> unpaced.alerts().stream().anyMatch(event::raised)))
        .hasSizeGreaterThanOrEqualTo(EVENTS_FOUND_AT_LEAST);
    assertThat(
            unpaced.alerts().stream()
                .filter(alert -> events.stream().noneMatch(event -> event.raised(alert))))
        .hasSizeLessThanOrEqualTo(FALSE_ALERTS_AT_MOST);
  }

  @Test
  void staysSilentWhileTheStreamIsCalm() {
    assertThat(unpaced.alerts()).noneMatch(alert -> alert.detected().isBefore(CALM_UNTIL));
  }

  @Test
  void raisesTheSameAlertsWithFourWorkersOfWhichOneIsKilled() throws InterruptedException {
    try (var run = QuickstartRun.once("--workers", "4", "--speed", "30000")) {
      await().atMost(Duration.ofMinutes(3)).until(() -> analysed(run) > unpaced.postsRead() / 4);
      assertThat(analysed(run)).isLessThan(unpaced.postsRead());
      run.workers().getFirst().destroyForcibly();

      assertThat(run.report()).isEqualTo(unpaced);
    }
  }

  @Test
  void leavesNothingRunning() throws InterruptedException {
    try (var run = QuickstartRun.once("--speed", "1")) {
      await().atMost(Duration.ofMinutes(2)).until(() -> run.workers().size() == 2);
      List<ProcessHandle> started = run.descendants();

      run.stop();

      assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  private static long analysed(QuickstartRun run) {
    Matcher progress = ANALYSED.matcher(run.messages());
    long last = 0;
    while (progress.find()) {
      last = Long.parseLong(progress.group(1).replace(",", ""));
    }
    return last;
  }
}
