package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PipelinePropertiesTests {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties(PipelineProperties.class)
  private static final class Properties {}

  private static final Set<String> ALL =
      Set.of("en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk", "id", "sw");

  @Test
  void hasDefaults() {
    contexts.run(context ->
        assertThat(context.getBean(PipelineProperties.class))
            .isEqualTo(new PipelineProperties(ALL, 0.8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unrest-threshold=0", "unrest-threshold=1.01", "languages=english"})
  void refuses(String property) {
    contexts
        .withPropertyValues("groundswell.nlp." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
