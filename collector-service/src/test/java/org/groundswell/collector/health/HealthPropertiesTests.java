package org.groundswell.collector.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class HealthPropertiesTests {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(HealthProperties.class)
  static class Properties {}

  @Test
  void hasDefaults() {
    new ApplicationContextRunner()
        .withUserConfiguration(Properties.class)
        .run(context ->
            assertThat(context.getBean(HealthProperties.class))
                .isEqualTo(new HealthProperties(Duration.ofSeconds(3), Duration.ofMinutes(5))));
  }

  @Test
  void refusesTimesOutsideTheirBoundsNamingThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HealthProperties(Duration.ofMillis(99), Duration.ofMinutes(5)))
        .withMessageContaining("groundswell.health.kafka-timeout")
        .withMessageContaining("PT0.099S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HealthProperties(Duration.ofSeconds(3), Duration.ofSeconds(9)))
        .withMessageContaining("groundswell.health.stuck-after")
        .withMessageContaining("PT9S");
  }
}
