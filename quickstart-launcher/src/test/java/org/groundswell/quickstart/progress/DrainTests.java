package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainTests {

  private static final TopicPartition POSTS = new TopicPartition(Topics.POSTS, 0);
  private static final TopicPartition SIGNALS = new TopicPartition(Topics.SIGNALS, 0);
  private static final TopicPartition INNER =
      new TopicPartition("groundswell-alerts-by-country-repartition", 0);
  private static final TopicPartition ALERTS = new TopicPartition(Topics.ALERTS, 0);
  private static final long LAST_MINUTE = 29_000_000;
  private static final Map<Integer, Ending> FINISHED = Map.of(0, new Ending(9, LAST_MINUTE));
  private static final int LOOKS = 12;

  private final Drain drain = new Drain();
  private final Judged judged = new Judged();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Long> lastRecords = new HashMap<>();

  @BeforeEach
  void allProcessed() {
    for (TopicPartition partition : new TopicPartition[] {POSTS, SIGNALS, INNER, ALERTS}) {
      ends.put(partition, 10L);
      committed.put(partition, 10L);
      lastRecords.put(partition, 9L);
    }
    judge(LAST_MINUTE);
  }

  @Test
  void isDoneWhenEveryGroupHasPassed() {
    assertThat(doneWithin(LOOKS)).isTrue();
  }

  @Test
  void isNotDoneBeforeTheReplayEnds() {
    for (int look = 0; look < LOOKS; look++) {
      assertThat(drain.done(offsets(), Map.of(), judged)).isFalse();
    }
  }

  @Test
  void waitsForEachGroup() {
    for (TopicPartition behind : new TopicPartition[] {POSTS, SIGNALS, INNER, ALERTS}) {
      allProcessed();
      committed.put(behind, 9L);

      var own = new Drain();
      for (int look = 0; look < LOOKS; look++) {
        assertThat(own.done(offsets(), FINISHED, judged)).as("%s is behind", behind).isFalse();
      }
    }
  }

  @Test
  void takesNoNoticeOfMarkersThatNobodyCommits() {
    ends.replaceAll((_, end) -> end + 2);

    assertThat(doneWithin(LOOKS)).isTrue();
  }

  @Test
  void isDoneAlthoughClocksGoOn() {
    boolean done = false;
    for (int look = 0; look < LOOKS && !done; look++) {
      ends.replaceAll((_, end) -> end + 1);
      lastRecords.replaceAll((_, last) -> last + 1);
      done = drain.done(offsets(), FINISHED, judged);
      committed.replaceAll((_, offset) -> offset + 1); // always one behind
    }

    assertThat(done).isTrue();
  }

  @Test
  void waitsForATransactionThatIsStillOpen() {
    lastRecords.put(ALERTS, 7L);
    committed.put(ALERTS, 8L);
    var positions = new HashMap<>(ends);
    positions.put(ALERTS, 8L); // the launcher reads no further than committed records either

    for (int look = 0; look < LOOKS; look++) {
      assertThat(drain.done(new Offsets(committed, ends, positions, lastRecords), FINISHED, judged))
          .isFalse();
    }
  }

  @Test
  void waitsUntilTheLastMinuteIsJudgedAlthoughAllIsRead() {
    judge(LAST_MINUTE - 1);
    assertThat(doneWithin(LOOKS)).isFalse();

    judge(LAST_MINUTE);
    assertThat(doneWithin(LOOKS)).isTrue();
  }

  @Test
  void takesTheEndOfAlertsOnlyAfterTheLastMinuteIsJudged() {
    judge(LAST_MINUTE - 1);
    doneWithin(LOOKS);

    judge(LAST_MINUTE);
    ends.put(ALERTS, 11L);
    lastRecords.put(ALERTS, 10L);
    assertThat(doneWithin(LOOKS)).isFalse();

    committed.put(ALERTS, 11L);
    assertThat(doneWithin(LOOKS)).isTrue();
  }

  @Test
  void seesAStalledGroupWhileClocksGoOn() {
    for (TopicPartition stalled : new TopicPartition[] {POSTS, SIGNALS, INNER, ALERTS}) {
      allProcessed();
      committed.put(stalled, 5L);
      var own = new Drain();
      for (int look = 0; look < LOOKS; look++) {
        own.done(offsets(), FINISHED, judged);
      }
      var before = own.waiting();

      ends.replaceAll((_, end) -> end + 100);
      lastRecords.replaceAll((_, last) -> last + 100);
      committed.computeIfPresent(POSTS, (_, it) -> stalled.equals(POSTS) ? it : it + 100);
      own.done(offsets(), FINISHED, judged);
      assertThat(own.waiting()).as("%s stalls", stalled).isEqualTo(before).isNotEmpty();

      committed.merge(stalled, 1L, Long::sum);
      own.done(offsets(), FINISHED, judged);
      assertThat(own.waiting()).as("%s moves", stalled).isNotEqualTo(before);
    }
  }

  private void judge(long minute) {
    judged.add(JudgedTests.mark(0, minute));
  }

  private boolean doneWithin(int looks) {
    for (int look = 0; look < looks; look++) {
      if (drain.done(offsets(), FINISHED, judged)) {
        return true;
      }
    }
    return false;
  }

  private Offsets offsets() {
    return new Offsets(committed, ends, ends, lastRecords);
  }
}
