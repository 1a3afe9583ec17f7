package org.groundswell.alerts.notification;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.groundswell.alerts.topics.TopicsProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Has the topic created that messages go to which were given up. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  @Bean
  NewTopics topicOfDeadNotifications(NotificationProperties notification, TopicsProperties topics) {
    return new NewTopics(
        TopicBuilder.name(notification.deadLetters())
            .partitions(topics.partitions())
            .replicas(topics.replication())
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(topics.retention().toMillis()),
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime"))
            .build());
  }
}
