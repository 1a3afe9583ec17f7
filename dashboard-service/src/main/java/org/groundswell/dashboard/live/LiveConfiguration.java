package org.groundswell.dashboard.live;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of the consumer of alerts. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  /**
   * Kafka's consumers tell of each topic twice until version 5, the second time with underscores
   * for the dots of its name (KIP-1109); sums would count double.
   */
  @Bean
  MeterFilter oneNameForTheTopic() {
    String second = AlertFeed.TOPIC.replace('.', '_');
    return MeterFilter.deny(meter -> second.equals(meter.getTag("topic")));
  }
}
