package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CommandsPropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Test
  void hasTheDocumentedDefaults() {
    context.run(it -> {
      assertThat(it.getBean(CommandsProperties.class))
          .isEqualTo(new CommandsProperties(null, 60, Duration.ofSeconds(10)));
      assertThat(it.getBean(TopicProperties.class))
          .isEqualTo(new TopicProperties(24, Duration.ofDays(7), (short) -1));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dashboard.commands.token=fifteen letters",
        "dashboard.commands.per-minute=0",
        "dashboard.commands.per-minute=10001",
        "dashboard.commands.timeout=999ms",
        "dashboard.commands.timeout=121s",
        "topics.partitions=0",
        "topics.retention=0s",
        "topics.replication=0"
      })
  void refuses(String bad) {
    context.withPropertyValues("groundswell." + bad).run(it -> assertThat(it).hasFailed());
  }

  @Test
  void keepsTheTokenToItself() {
    var properties = new CommandsProperties("a secret of 20 chars", 60, Duration.ofSeconds(10));

    assertThat(properties.toString()).doesNotContain("secret");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({CommandsProperties.class, TopicProperties.class})
  static class Enabled {}
}
