package org.groundswell.system.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books of a run, as a reader of committed records finds them.
 *
 * @param posts how many records each post has, by key; clocks are not posts
 * @param signals how many records there are of each signal; watermarks are not signals
 * @param alerts the revisions of each alert in the order in which they were written
 * @param deadLetters what the workers refused
 * @param finished event time at which a replay ended, null while it has not
 */
public record Ledger(
    Map<String, Integer> posts,
    Map<SignalKey, Integer> signals,
    Map<String, List<JsonNode>> alerts,
    int deadLetters,
    @Nullable Instant finished) {

  static final String POSTS = "groundswell.posts";
  private static final String SIGNALS = "groundswell.signals";
  private static final String ALERTS = "groundswell.alerts";
  private static final String DEAD_LETTERS = "groundswell.posts.dlt";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads all topics from their beginning to the end that they have now. */
  public static Ledger read(String bootstrapServers) {
    try (var topics = new TopicReader(bootstrapServers)) {
      List<ConsumerRecord<String, byte[]>> posts = topics.read(POSTS);
      return new Ledger(
          posts(posts),
          signals(topics.read(SIGNALS)),
          alerts(topics.read(ALERTS)),
          topics.read(DEAD_LETTERS).size(),
          finished(posts));
    }
  }

  /** Returns how many posts have more than one record. */
  public long repeatedPosts() {
    return posts.values().stream().filter(count -> count > 1).count();
  }

  /**
   * Returns the alerts as they were at an event time: what came later depends on how long the
   * collector's clock ran on after the file.
   */
  public Map<String, List<JsonNode>> alertsBefore(Instant time) {
    var before = new TreeMap<String, List<JsonNode>>();
    alerts.forEach((id, revisions) -> {
      var early =
          revisions.stream()
              .filter(alert -> Instant.parse(alert.get("updated").asString()).isBefore(time))
              .toList();
      if (!early.isEmpty()) {
        before.put(id, early);
      }
    });
    return before;
  }

  private static Map<String, Integer> posts(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .filter(record -> !isClock(record))
        .collect(Collectors.toMap(ConsumerRecord::key, _ -> 1, Integer::sum));
  }

  private static @Nullable Instant finished(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .filter(Ledger::isClock)
        .map(record -> JSON.readTree(record.value()))
        .filter(clock -> clock.path("finished").asBoolean(false))
        .map(clock -> Instant.parse(clock.get("time").asString()))
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Map<SignalKey, Integer> signals(List<ConsumerRecord<String, byte[]>> records) {
    var signals = new HashMap<SignalKey, Integer>();
    for (ConsumerRecord<String, byte[]> record : records) {
      JsonNode value = JSON.readTree(record.value());
      if (value.get("kind").asString().equals("signal")) {
        var key =
            new SignalKey(
                value.get("post").asString(), value.get("scope").asString(), record.key());
        signals.merge(key, 1, Integer::sum);
      }
    }
    return signals;
  }

  private static Map<String, List<JsonNode>> alerts(List<ConsumerRecord<String, byte[]>> records) {
    var alerts = new TreeMap<String, List<JsonNode>>();
    for (ConsumerRecord<String, byte[]> record : records) {
      alerts
          .computeIfAbsent(record.key(), _ -> new ArrayList<>())
          .add(JSON.readTree(record.value()));
    }
    return alerts;
  }

  private static boolean isClock(ConsumerRecord<String, byte[]> record) {
    return record.key().startsWith("clock:");
  }
}
