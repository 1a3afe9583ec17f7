package org.groundswell.quickstart.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.groundswell.quickstart.failure.CannotRun;

/** Asks the broker where topics end and where groups stand. */
final class BrokerOffsets implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Admin admin;

  private BrokerOffsets(Admin admin) {
    this.admin = admin;
  }

  static BrokerOffsets of(String bootstrapServers) {
    return new BrokerOffsets(Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
  }

  /** Returns the partitions of those followed topics that exist by now. */
  Set<TopicPartition> partitions() {
    Set<String> topics =
        answer(admin.listTopics().names()).stream()
            .filter(Topics::isFollowed)
            .collect(Collectors.toSet());
    return answer(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(BrokerOffsets::partitions)
        .collect(Collectors.toSet());
  }

  /** Returns the offset after the last record of each partition, open transactions included. */
  Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    answer(admin.listOffsets(latest).all())
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  /** Returns what the group that reads each topic has committed. */
  Map<TopicPartition, Long> committed() {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (String group : Topics.GROUPS) {
      committed(group)
          .forEach((partition, offset) -> {
            // null for a partition that the group has not committed
            if (offset != null && Topics.isReadBy(group, partition.topic())) {
              committed.put(partition, offset.offset());
            }
          });
    }
    return committed;
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    try {
      return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    } catch (CannotRun e) {
      if (e.getCause() instanceof GroupIdNotFoundException) { // nobody has joined it yet
        return Map.of();
      }
      throw e;
    }
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CannotRun("The embedded Kafka broker failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new CannotRun(
          "The embedded Kafka broker has not answered for %d s".formatted(PATIENCE_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("Interrupted", e);
    }
  }
}
