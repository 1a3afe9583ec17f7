package org.groundswell.dashboard.commands;

import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topic of commands, and how long its producer may take. */
@Configuration(proxyBeanMethods = false)
class CommandsConfiguration {

  /** Created where it is missing. The broker's clock stamps the records, as in all topics. */
  @Bean
  NewTopics commandTopics(TopicProperties topics) {
    return new NewTopics(
        new NewTopic(CommandTopic.NAME, topics.partitions(), topics.replication())
            .configs(
                Map.of(
                    CLEANUP_POLICY_CONFIG,
                    CLEANUP_POLICY_DELETE,
                    RETENTION_MS_CONFIG,
                    Long.toString(topics.retention().toMillis()),
                    MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime")));
  }

  /** Half of the time to find the topic, half to be heard: someone waits for the answer. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer impatientProducer(CommandsProperties commands) {
    int half = Math.toIntExact(commands.timeout().dividedBy(2).toMillis());
    return producers ->
        producers.updateConfigs(
            Map.of(
                LINGER_MS_CONFIG, 0,
                MAX_BLOCK_MS_CONFIG, half,
                REQUEST_TIMEOUT_MS_CONFIG, half,
                DELIVERY_TIMEOUT_MS_CONFIG, half));
  }
}
