package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TallyTests {

  private static final Path ALERTS =
      Path.of("../alert-service/contracts/groundswell.alerts/samples");
  private static final Path POSTS =
      Path.of("../collector-service/contracts/groundswell.posts/samples");

  private final List<AlertSeen> told = new ArrayList<>();
  private final Tally tally = new Tally(told::add);
  private long offset;

  @Test
  void countsPostsButNeitherClocksNorDeletions() {
    add(Topics.POSTS, "replay:1", "{}");
    add(Topics.POSTS, "clock:collector", "{\"kind\":\"clock\"}");
    add(Topics.POSTS, "replay:1", null);
    add(Topics.POSTS, null, "{}");

    assertThat(tally.counts().published()).isEqualTo(2);
  }

  @Test
  void remembersWhereTheReplayEnds() throws Exception {
    add(Topics.POSTS, "clock:collector", Files.readString(POSTS.resolve("clock.json")));
    assertThat(tally.endings()).isEmpty();

    add(Topics.POSTS, "clock:collector", Files.readString(POSTS.resolve("clock-finished.json")));
    assertThat(tally.endings()).containsExactly(Map.entry(0, new Ending(1, 29_679_840)));
  }

  @Test
  void addsUpWhenTheWorkersHaveAnsweredForAll() {
    add(Topics.SOURCE_REJECTS, null, "line 7");
    add(Topics.POSTS, "replay:1", "{}");
    add(Topics.POSTS, "clock:collector", "{\"kind\":\"clock\"}");
    add(Topics.POSTS, "replay:2", "nonsense");
    add(Topics.POSTS, "replay:3", "{}");
    add(Topics.WORKER_REJECTS, "replay:2", "nonsense");

    tally.answer(committed(2));
    assertThat(tally.counts().lag()).isEqualTo(2);

    tally.answer(committed(5));
    Counts counts = tally.counts();
    assertThat(counts.lag()).isZero();
    assertThat(counts.read()).isEqualTo(4);
    assertThat(counts.analysed()).isEqualTo(2);
    assertThat(counts.rejected()).isEqualTo(2);
  }

  @Test
  void countsAnAlertOnceAndKeepsItsLastRevision() throws Exception {
    String open = Files.readString(ALERTS.resolve("open.json"));

    add(Topics.ALERTS, "a", open.replaceFirst("\"revision\": \\d+", "\"revision\": 1"));
    add(Topics.ALERTS, "a", open);
    assertThat(tally.counts().alertsOpen()).isEqualTo(1);

    add(Topics.ALERTS, "a", Files.readString(ALERTS.resolve("closed.json")));
    assertThat(tally.counts().alertsOpened()).isEqualTo(1);
    assertThat(tally.counts().alertsOpen()).isZero();
    assertThat(told).hasSize(1);
    assertThat(tally.alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.closed()).isEqualTo("2026-06-03T21:10:00Z"));
  }

  @Test
  void goesOnAfterAnAlertThatCannotBeRead() {
    add(Topics.ALERTS, "a", "nonsense");
    add(Topics.ALERTS, "a", null);

    assertThat(tally.counts().alertsOpened()).isZero();
  }

  private static Map<TopicPartition, Long> committed(long offset) {
    return Map.of(new TopicPartition(Topics.POSTS, 0), offset);
  }

  private void add(String topic, String key, String value) {
    long next = topic.equals(Topics.POSTS) ? offset++ : 0;
    tally.add(new ConsumerRecord<>(topic, 0, next, bytes(key), bytes(value)));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
