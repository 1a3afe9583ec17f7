package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class AnalysesPropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties(AnalysesProperties.class)
  static class Properties {}

  @Test
  void hasDefaults() {
    runner.run(context ->
        assertThat(context.getBean(AnalysesProperties.class))
            .isEqualTo(new AnalysesProperties(null, DataSize.ofMegabytes(32), 100_000, 2)));
  }

  @Test
  void takesABlankTokenForNone() {
    runner
        .withPropertyValues("groundswell.nlp.analyses.token= ")
        .run(context -> assertThat(context.getBean(AnalysesProperties.class).token()).isNull());
  }

  @Test
  void keepsTheTokenOutOfLogs() {
    assertThat(new AnalysesProperties("a secret of 18 chr", DataSize.ofMegabytes(1), 1, 1))
        .asString()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=short",
        "max-body=0B",
        "max-body=101MB",
        "max-lines=0",
        "max-lines=1000001",
        "max-concurrent=0",
        "max-concurrent=101"
      })
  void refuses(String property) {
    runner
        .withPropertyValues("groundswell.nlp.analyses." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
