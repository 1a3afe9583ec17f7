package org.groundswell.dashboard.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.groundswell.dashboard.cap.CapProperties.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CapPropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Test
  void hasTheDocumentedDefaults() {
    context.run(it ->
        assertThat(it.getBean(CapProperties.class))
            .isEqualTo(
                new CapProperties(
                    "groundswell@localhost",
                    "Groundswell (machine-made and unverified)",
                    Status.TEST,
                    null,
                    Duration.ofHours(24))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sender=two words",
        "sender=a,b",
        "sender=a<b",
        "sender=",
        "sender-name=",
        "status=real",
        "page=javascript:alert(1)",
        "page=alerts.example.org",
        "validity=0s",
        "validity=31d"
      })
  void refuses(String bad) {
    context
        .withPropertyValues("groundswell.dashboard.cap." + bad)
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(CapProperties.class)
  static class Enabled {}
}
