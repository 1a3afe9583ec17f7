package org.groundswell.start;

import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Asks Kafka and the database, before anything else does, whether they take this service. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class StartChecks {

  private static final String OWN = "groundswell.";

  /** Spring Kafka's own for operations of its admin. */
  private static final Duration OPERATION = Duration.ofSeconds(30);

  @Bean
  @ConditionalOnBean(KafkaAdmin.class)
  KafkaAtStart kafkaAtStart(
      KafkaAdmin admin, KafkaProperties properties, ConfigurableListableBeanFactory beans) {
    bindOwnProperties(beans);
    KafkaProperties.Admin settings = properties.getAdmin();
    return new KafkaAtStart(
        admin.getConfigurationProperties(),
        settings.isFailFast(),
        Objects.requireNonNullElse(settings.getOperationTimeout(), OPERATION));
  }

  @Bean
  static BeanPostProcessor databaseAtStart(ConfigurableListableBeanFactory beans) {
    return new DatabaseAtStart(beans);
  }

  /**
   * Has the service's own configuration read before a server is asked, so that what is wrong with
   * it is told first. Spring Boot names such beans by their prefix.
   */
  static void bindOwnProperties(ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanDefinitionNames()) {
      if (name.startsWith(OWN)) {
        beans.getBean(name);
      }
    }
  }
}
