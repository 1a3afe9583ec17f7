package org.groundswell.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.groundswell.testing.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole topics for tests; every call reads from the beginning to the present end. */
public final class PostsTopic {

  private static final JsonMapper JSON = JsonMapper.shared();

  private PostsTopic() {}

  /** One record with its value as a tree; the value is null for a tombstone. */
  public record Entry(
      int partition, long offset, String key, JsonNode value, List<Header> headers) {

    public boolean isTombstone() {
      return value == null;
    }

    public String text(String field) {
      return value == null ? null : value.path(field).asString(null);
    }
  }

  public static List<Entry> read(String topic) {
    var properties = new Properties();
    properties.put("bootstrap.servers", TestServers.kafka());
    properties.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return drain(consumer, consumer.endOffsets(partitions));
    }
  }

  public static List<Entry> clocks(String collector) {
    return read("groundswell.posts").stream().filter(entry -> isClock(entry, collector)).toList();
  }

  /** Clocks that tell coverage have a key of their own each. */
  public static boolean isClock(Entry entry, String collector) {
    return (entry.key() + ":").startsWith("clock:" + collector + ":");
  }

  /** Posts that clocks told, by source and minute, added up in their order. */
  public static Map<String, Map<Instant, Integer>> told(List<Entry> clocks) {
    Map<String, Map<Instant, Integer>> told = new TreeMap<>();
    for (Entry clock : clocks) {
      for (JsonNode run : clock.value().path("coverage")) {
        var minutes = told.computeIfAbsent(run.path("source").asString(), _ -> new TreeMap<>());
        Instant minute = Instant.parse(run.path("from").asString());
        for (JsonNode posts : run.path("posts")) {
          minutes.merge(minute, posts.asInt(), Integer::sum);
          minute = minute.plusSeconds(60);
        }
      }
    }
    return told;
  }

  public static List<Entry> posts(String source) {
    return read("groundswell.posts").stream()
        .filter(entry -> entry.key().startsWith(source + ":"))
        .toList();
  }

  /** The headers of each post of a source. */
  public static List<List<Header>> headers(String source) {
    return posts(source).stream()
        .filter(entry -> !entry.isTombstone())
        .map(Entry::headers)
        .toList();
  }

  public static List<Entry> of(String topic, String source) {
    return read(topic).stream().filter(entry -> source.equals(entry.text("source"))).toList();
  }

  private static List<Entry> drain(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    List<Entry> entries = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(message -> entries.add(entry(message)));
    }
    return entries;
  }

  private static Entry entry(ConsumerRecord<String, String> message) {
    JsonNode value = message.value() == null ? null : JSON.readTree(message.value());
    return new Entry(
        message.partition(),
        message.offset(),
        message.key(),
        value,
        List.of(message.headers().toArray()));
  }
}
