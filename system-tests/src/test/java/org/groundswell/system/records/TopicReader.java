package org.groundswell.system.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics as a reader of committed records sees them. Used by one thread. */
public final class TopicReader implements AutoCloseable {

  private static final long ANSWER_SECONDS = 60;

  /** An open transaction of a killed process holds readers back until the broker ends it. */
  private static final Duration READ_WITHIN = Duration.ofMinutes(2);

  private final Admin admin;
  private final KafkaConsumer<String, byte[]> consumer;

  public TopicReader(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false",
                "max.poll.records", "5000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * Returns all committed records of a topic, each partition in its order, up to the end that it
   * has now, records of open transactions included: it waits for those to be settled.
   */
  public List<ConsumerRecord<String, byte[]>> read(String topic) {
    Map<TopicPartition, Long> ends = ends(topic);
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    long deadline = System.nanoTime() + READ_WITHIN.toNanos();
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("%s cannot be read to its end %s".formatted(topic, ends));
      }
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return records;
  }

  /** Returns the offset behind the last record of each partition, committed or not. */
  Map<TopicPartition, Long> ends(String topic) {
    var partitions = answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
    Map<TopicPartition, OffsetSpec> latest =
        partitions.partitions().stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    _ -> OffsetSpec.latest()));
    var uncommitted = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    return answer(admin.listOffsets(latest, uncommitted).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Kafka does not answer", e);
    }
  }
}
