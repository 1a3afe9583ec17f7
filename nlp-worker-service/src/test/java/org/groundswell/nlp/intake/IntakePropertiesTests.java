package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IntakePropertiesTests {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties({IntakeProperties.class, TopicsProperties.class})
  private static final class Properties {}

  @Test
  void hasDefaults() {
    contexts.run(context -> {
      assertThat(context.getBean(IntakeProperties.class)).isEqualTo(new IntakeProperties(1));
      assertThat(context.getBean(TopicsProperties.class))
          .isEqualTo(
              new TopicsProperties(
                  "groundswell.posts",
                  "groundswell.signals",
                  "groundswell.posts.dlt",
                  24,
                  (short) -1,
                  Duration.ofDays(7),
                  Duration.ofHours(24)));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nlp.threads=0",
        "nlp.threads=65",
        "topics.partitions=0",
        "topics.partitions=10001",
        "topics.replication=0",
        "topics.replication=-2",
        "topics.retention=0s",
        "topics.signals-retention=-1s",
        "topics.posts=a b",
        "topics.signals=",
        "topics.posts-dead-letters=a/b"
      })
  void refuses(String property) {
    contexts
        .withPropertyValues("groundswell." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
