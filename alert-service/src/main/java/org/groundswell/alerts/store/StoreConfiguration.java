package org.groundswell.alerts.store;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the listeners of this package meet failure. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StoreConfiguration {

  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }

  /**
   * Tries a failed batch again for ever, more and more slowly, without giving up its partitions.
   */
  @Bean
  CommonErrorHandler retryForEver() {
    var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    var handler = new DefaultErrorHandler(pauses);
    handler.setClassifications(Map.of(), true);
    return handler;
  }

  /**
   * The topic of alerts is written in transactions, whose end markers take up offsets; without this
   * the group would seem to lag behind by one for ever.
   */
  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      commitPastMarkers() {
    return container -> container.getContainerProperties().setFixTxOffsets(true);
  }
}
