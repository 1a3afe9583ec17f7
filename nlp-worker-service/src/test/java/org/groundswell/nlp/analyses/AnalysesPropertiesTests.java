package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class AnalysesPropertiesTests {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties(AnalysesProperties.class)
  private static final class Properties {}

  @Test
  void hasDefaults() {
    contexts.run(context ->
        assertThat(context.getBean(AnalysesProperties.class))
            .isEqualTo(new AnalysesProperties(null, DataSize.ofMegabytes(32), 100_000, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=only fifteen ch",
        "max-body=0B",
        "max-body=-1B",
        "max-body=101MB",
        "max-lines=0",
        "max-lines=1000001",
        "max-concurrent=0",
        "max-concurrent=101"
      })
  void refuses(String property) {
    contexts
        .withPropertyValues("groundswell.nlp.analyses." + property)
        .run(context -> assertThat(context).hasFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=with sixteen cha",
        "max-body=1B",
        "max-body=100MB",
        "max-lines=1",
        "max-lines=1000000",
        "max-concurrent=1",
        "max-concurrent=100"
      })
  void takesTheLastAllowedValues(String property) {
    contexts
        .withPropertyValues("groundswell.nlp.analyses." + property)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void takesABlankTokenForNone() {
    contexts
        .withPropertyValues("groundswell.nlp.analyses.token= ")
        .run(context -> assertThat(context.getBean(AnalysesProperties.class).token()).isNull());
  }

  @Test
  void saysNoTokenInWords() {
    contexts
        .withPropertyValues("groundswell.nlp.analyses.token=a secret of 20 chars")
        .run(context ->
            assertThat(context.getBean(AnalysesProperties.class).toString())
                .doesNotContain("secret"));
  }

  @Test
  void saysNoTokenInARefusal() {
    contexts
        .withPropertyValues("groundswell.nlp.analyses.token=zebrafinch")
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("groundswell.nlp.analyses.token")
                .hasMessageNotContaining("zebrafinch"));
  }
}
