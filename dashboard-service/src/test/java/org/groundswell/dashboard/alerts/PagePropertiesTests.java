package org.groundswell.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PagePropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Test
  void hasTheDocumentedDefaults() {
    context.run(
        it -> assertThat(it.getBean(PageProperties.class)).isEqualTo(new PageProperties(50, 500)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-size=0", "max-size=0", "max-size=10001", "default-size=501"})
  void refuses(String bad) {
    context
        .withPropertyValues("groundswell.dashboard.page." + bad)
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(PageProperties.class)
  static class Enabled {}
}
