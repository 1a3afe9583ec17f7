package org.groundswell.nlp.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records of {@code groundswell.posts} as a collector writes them, and of the signals as read. */
final class Json {

  static final Instant START = Instant.parse("2026-06-03T14:00:00Z");
  static final String UNREST = "Thousands protest in Caracas right now, police fired tear gas";

  private static final JsonMapper JSON = new JsonMapper();

  private Json() {}

  static String post(String id, Instant time, String text) {
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            "post",
            "source",
            "push",
            "id",
            id,
            "createdAt",
            time.toString(),
            "eventTime",
            time.toString(),
            "collectedAt",
            time.toString(),
            "language",
            "en",
            "text",
            text));
  }

  static String clock(String collector, int partition, Instant time) {
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            "clock",
            "collector",
            collector,
            "partition",
            partition,
            "partitions",
            Broker.PARTITIONS,
            "time",
            time.toString()));
  }

  /** A clock that tells of {@code posts} posts, pushed in the minute of its time. */
  static String clock(String collector, int partition, Instant time, int posts) {
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            "clock",
            "collector",
            collector,
            "partition",
            partition,
            "partitions",
            Broker.PARTITIONS,
            "time",
            time.toString(),
            "sources",
            List.of("push"),
            "coverage",
            List.of(Map.of("source", "push", "from", time.toString(), "posts", List.of(posts)))));
  }

  static JsonNode read(ConsumerRecord<String, byte[]> record) {
    return JSON.readTree(record.value());
  }
}
