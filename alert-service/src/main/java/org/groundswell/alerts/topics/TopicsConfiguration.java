package org.groundswell.alerts.topics;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Has the topics created that this service writes. */
@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

  /**
   * Compacted, so that the newest state of an alert replaces the older ones, and with them what was
   * taken back since. The broker's clock stamps the records: event time travels in them, and a
   * replay of an old stream would otherwise be out of retention at once.
   */
  @Bean
  NewTopics writtenTopics(Topics topics, TopicsProperties properties) {
    return new NewTopics(
        topic(topics.alerts(), properties, "compact,delete").build(),
        // The dashboard writes it; whoever starts first creates it.
        topic(topics.alertCommands(), properties, "delete").build(),
        deadLetters(topics.alertCommands(), properties),
        deadLetters(topics.alerts(), properties),
        deadLetters(topics.signals(), properties),
        deadLetters(topics.deletions(), properties));
  }

  /**
   * Kafka's consumers tell of each topic twice until version 5, the second time with underscores
   * for the dots of its name (KIP-1109); sums would count double.
   */
  @Bean
  MeterFilter oneNameForEachTopic(Topics topics) {
    Set<String> seconds =
        Stream.of(topics.signals(), topics.deletions(), topics.alertCommands(), topics.alerts())
            .filter(name -> name.contains("."))
            .map(name -> name.replace('.', '_'))
            .collect(Collectors.toUnmodifiableSet());
    return MeterFilter.deny(meter -> seconds.contains(String.valueOf(meter.getTag("topic"))));
  }

  private static NewTopic deadLetters(String of, TopicsProperties properties) {
    return topic(Topics.deadLettersOf(of), properties, "delete")
        .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.LARGEST_DEAD_LETTER))
        .build();
  }

  private static TopicBuilder topic(String name, TopicsProperties properties, String cleanup) {
    return TopicBuilder.name(name)
        .partitions(properties.partitions())
        .replicas(properties.replication())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanup,
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(properties.retention().toMillis()),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime"));
  }
}
