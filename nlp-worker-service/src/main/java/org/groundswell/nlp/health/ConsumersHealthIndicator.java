package org.groundswell.nlp.health;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Down once a consumer has ended of itself, or has not come back for the next records within a set
 * time because its listener is stuck; part of the liveness. A consumer whose broker is away goes on
 * asking, so that it stays up.
 */
@Component
class ConsumersHealthIndicator implements HealthIndicator {

  private static final String SINCE_POLL = "last-poll-seconds-ago";

  private final KafkaListenerEndpointRegistry consumers;
  private final HealthProperties health;

  ConsumersHealthIndicator(KafkaListenerEndpointRegistry consumers, HealthProperties health) {
    this.consumers = consumers;
    this.health = health;
  }

  @Override
  public Health health() {
    var said = Health.up();
    for (MessageListenerContainer consumer : consumers.getListenerContainers()) {
      double sincePoll = secondsSincePoll(consumer);
      boolean works = consumer.isInExpectedState() && sincePoll <= health.stuckAfter().toSeconds();
      said.withDetail(
          String.valueOf(consumer.getListenerId()),
          works ? "works" : "stuck or ended; last poll %.0f s ago".formatted(sincePoll));
      if (!works) {
        said.down();
      }
    }
    return said.build();
  }

  /** Returns the longest time of all threads; below 0 when none has polled yet. */
  private static double secondsSincePoll(MessageListenerContainer consumer) {
    return consumer.metrics().values().stream()
        .map(Map::entrySet)
        .flatMap(Collection::stream)
        .filter(metric -> metric.getKey().name().equals(SINCE_POLL))
        .map(Map.Entry::getValue)
        .map(Metric::metricValue)
        .mapToDouble(value -> value instanceof Number seconds ? seconds.doubleValue() : 0)
        .max()
        .orElse(-1);
  }
}
