package org.groundswell.alerts.stream;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.groundswell.alerts.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Looks whether the topics exist that others create, and makes sure that our own do. Where services
 * create no topics ({@code spring.kafka.admin.auto-create=false}), ours are others' to create too.
 */
@Component
class SourceTopics {

  private static final Logger LOG = LoggerFactory.getLogger(SourceTopics.class);
  private static final int ANSWER_SECONDS = 10;

  private final KafkaAdmin admin;
  private final Topics topics;
  private final boolean creates;

  SourceTopics(KafkaAdmin admin, Topics topics, KafkaProperties kafka) {
    this.admin = admin;
    this.topics = topics;
    this.creates = kafka.getAdmin().isAutoCreate();
  }

  /**
   * Returns the number of partitions of the signals; empty while a topic is missing or the broker
   * does not answer.
   */
  OptionalInt signalPartitions() throws InterruptedException {
    try (Admin client = Admin.create(admin.getConfigurationProperties())) {
      Map<String, TopicDescription> found =
          client.describeTopics(awaited()).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (creates && !admin.initialize()) {
        return OptionalInt.empty();
      }
      return found.values().stream()
          .filter(topic -> topic.name().equals(topics.signals()))
          .mapToInt(topic -> topic.partitions().size())
          .findFirst();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.info("Waiting for {}: {}", awaited(), e.getMessage());
      return OptionalInt.empty();
    }
  }

  private List<String> awaited() {
    if (creates) {
      return List.of(topics.signals(), topics.deletions());
    }
    return Stream.of(topics.signals(), topics.deletions(), topics.alertCommands(), topics.alerts())
        .flatMap(topic -> Stream.of(topic, Topics.deadLettersOf(topic)))
        .toList();
  }
}
