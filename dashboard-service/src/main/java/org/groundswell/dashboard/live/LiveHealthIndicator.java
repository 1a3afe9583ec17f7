package org.groundswell.dashboard.live;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Up once this instance has been given the partitions of the topic of alerts. */
@Component
class LiveHealthIndicator implements HealthIndicator {

  private final KafkaListenerEndpointRegistry containers;

  LiveHealthIndicator(KafkaListenerEndpointRegistry containers) {
    this.containers = containers;
  }

  @Override
  public Health health() {
    MessageListenerContainer container = containers.getListenerContainer(AlertFeed.ID);
    Collection<TopicPartition> partitions =
        container == null ? null : container.getAssignedPartitions();
    return partitions == null || partitions.isEmpty()
        ? Health.down().withDetail("waiting for", AlertFeed.TOPIC).build()
        : Health.up().withDetail("partitions", partitions.size()).build();
  }
}
