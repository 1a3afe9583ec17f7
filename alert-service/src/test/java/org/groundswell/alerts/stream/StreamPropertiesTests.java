package org.groundswell.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StreamPropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties(StreamProperties.class)
  static class Properties {}

  @Test
  void haveTheDefaultsThatTheReadmeTells() {
    runner.run(context ->
        assertThat(context.getBean(StreamProperties.class))
            .isEqualTo(
                new StreamProperties(
                    1,
                    0,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threads=0",
        "standby-replicas=-1",
        "commit-interval=1ms",
        "transaction-timeout=1s",
        "session-timeout=1s",
        "topic-poll=0s",
        "restarts=-1"
      })
  void refuseWhatMakesNoSense(String property) {
    runner
        .withPropertyValues("groundswell.alerts.stream." + property)
        .run(context ->
            assertThat(context)
                .hasFailed()
                .getFailure()
                .hasMessageContaining("groundswell.alerts.stream"));
  }
}
