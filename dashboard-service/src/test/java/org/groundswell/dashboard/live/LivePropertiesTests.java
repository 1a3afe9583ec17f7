package org.groundswell.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LivePropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Test
  void hasTheDocumentedDefaults() {
    context.run(it ->
        assertThat(it.getBean(LiveProperties.class))
            .isEqualTo(new LiveProperties(200, 256, Duration.ofSeconds(15), Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max-listeners=0", "backlog=0", "heartbeat=0s", "heartbeat=2h", "max-duration=1s"})
  void refuses(String bad) {
    context
        .withPropertyValues("groundswell.dashboard.live." + bad)
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(LiveProperties.class)
  static class Enabled {}
}
