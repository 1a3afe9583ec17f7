package org.groundswell.collector.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamClockTests {

  private static final Instant NOW = Instant.parse("2026-06-03T14:00:00Z");
  private static final Instant FILE = Instant.parse("2020-10-07T10:00:00Z");
  private static final Duration DISORDER = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Wall wall = new Wall();
  private final StreamClock stream = new StreamClock(wall, DISORDER, PATIENCE);

  @Test
  void goesByTheWallClockWithoutSources() {
    assertThat(stream.low()).contains(NOW.minus(DISORDER));
    assertThat(stream.stamp(NOW.minusSeconds(10))).isEqualTo(NOW.minusSeconds(10));
    assertThat(stream.stamp(NOW.minusSeconds(61))).isEqualTo(NOW);
    assertThat(stream.stamp(NOW.plusSeconds(1))).isEqualTo(NOW);
  }

  @Test
  void hasNoTimeUntilAnAnnouncedSourceStarts() {
    SourceClock replay = stream.announce();

    assertThat(stream.low()).isEmpty();
    assertThatThrownBy(() -> stream.stamp(NOW)).isInstanceOf(IllegalStateException.class);

    replay.start(FILE);
    assertThat(stream.low()).contains(FILE);
  }

  @Test
  void promisesWhatLiesTheDisorderBehindTheSource() {
    SourceClock replay = started(FILE);

    replay.observe(FILE.plusSeconds(30));
    assertThat(stream.low()).contains(FILE);

    replay.observe(FILE.plusSeconds(90));
    assertThat(stream.low()).contains(FILE.plusSeconds(30));
  }

  @Test
  void stampsAPostAtItsOwnTimeWithinTheDisorderOnly() {
    SourceClock replay = started(FILE);
    replay.observe(FILE.plusSeconds(600));

    assertThat(replay.stamp(FILE.plusSeconds(540))).isEqualTo(FILE.plusSeconds(540));
    assertThat(replay.stamp(FILE.plusSeconds(539))).isEqualTo(FILE.plusSeconds(600));
    assertThat(replay.stamp(FILE.plusSeconds(601))).isEqualTo(FILE.plusSeconds(600));
  }

  @Test
  void endsAFileAfterItsLastMinuteAndRunsOnWithTheWallClock() {
    SourceClock replay = startedFile(FILE);
    replay.observe(FILE.plusSeconds(600));

    assertThat(replay.finish()).isEqualTo(FILE.plusSeconds(720));
    wall.pass(Duration.ofSeconds(5));

    assertThat(stream.low()).contains(FILE.plusSeconds(725));
    assertThat(stream.stamp(NOW)).isEqualTo(FILE.plusSeconds(725));
  }

  @Test
  void keepsAFinishedFileRunningForEver() {
    SourceClock replay = startedFile(FILE);
    replay.finish();

    wall.pass(PATIENCE.multipliedBy(10));

    assertThat(stream.low().orElseThrow()).isBefore(FILE.plus(PATIENCE.multipliedBy(11)));
  }

  @Test
  void followsTheSlowestSource() {
    SourceClock fast = started(NOW);
    SourceClock slow = started(NOW);
    fast.observe(NOW.plusSeconds(600));
    slow.observe(NOW.plusSeconds(100));

    assertThat(stream.low()).contains(NOW.plusSeconds(40));
  }

  @Test
  void goesOnWithoutASourceThatStandsStill() {
    SourceClock silent = started(NOW);
    SourceClock alive = started(NOW);
    wall.pass(PATIENCE.plusSeconds(1));
    alive.observe(NOW.plus(PATIENCE));

    Instant low = stream.low().orElseThrow();

    assertThat(low).isEqualTo(NOW.plus(PATIENCE).minus(DISORDER));
    assertThat(silent.earliest()).isEqualTo(low);
    assertThat(silent.stamp(NOW.plusSeconds(5))).isEqualTo(low);
  }

  @Test
  void neverGoesBackAndNeverStampsBeforeAPromise() {
    var random = new Random(7);
    SourceClock one = started(NOW);
    SourceClock other = started(NOW.minusSeconds(30));
    Instant promise = Instant.MIN;
    for (int i = 0; i < 20_000; i++) {
      wall.pass(Duration.ofMillis(random.nextInt(5_000)));
      SourceClock source = random.nextInt(10) < 9 ? one : other;
      source.observe(NOW.plusSeconds(i + random.nextInt(200) - 100));
      if (random.nextInt(5) == 0) {
        Instant next = stream.low().orElseThrow();
        assertThat(next).isAfterOrEqualTo(promise);
        promise = next;
      }
      Instant created = NOW.plusSeconds(i + random.nextInt(1_000) - 500);
      assertThat(source.stamp(created)).isAfterOrEqualTo(promise);
      assertThat(stream.stamp(created)).isAfterOrEqualTo(promise);
    }
  }

  @Test
  void neverLeavesAFileBehind() {
    SourceClock replay = startedFile(FILE);
    replay.observe(FILE.plusSeconds(600));
    Instant before = stream.low().orElseThrow();

    wall.pass(PATIENCE.plus(Duration.ofHours(1)));

    assertThat(stream.low()).contains(before);
    assertThat(replay.stamp(FILE.plusSeconds(600))).isEqualTo(FILE.plusSeconds(600));
    assertThat(stream.stamp(NOW)).isEqualTo(FILE.plusSeconds(600));
  }

  private SourceClock started(Instant first) {
    return start(stream.announce(), first);
  }

  private SourceClock startedFile(Instant first) {
    return start(stream.announceFile(), first);
  }

  private static SourceClock start(SourceClock source, Instant first) {
    source.start(first);
    return source;
  }

  /** A wall clock that goes on when it is told to. */
  private static final class Wall extends Clock {

    private Instant now = NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

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
      throw new UnsupportedOperationException();
    }
  }
}
