package org.groundswell.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What an operator reads when a property is wrong. */
@ExtendWith(OutputCaptureExtension.class)
class WrongConfigurationTests {

  @ParameterizedTest
  @CsvSource({
    "groundswell.nlp.threads, many",
    "groundswell.nlp.threads, 65",
    "groundswell.nlp.unrest-threshold, 1.01",
    "groundswell.nlp.unrest-threshold, half",
    "groundswell.topics.posts, a b",
    "groundswell.topics.signals, a/b",
    "groundswell.topics.posts-dead-letters, a b",
    "groundswell.topics.partitions, 10001",
    "groundswell.topics.replication, 0",
    "groundswell.topics.replication, -2",
    "groundswell.topics.retention, 0s",
    "groundswell.topics.signals-retention, -1s",
    "groundswell.topics.signals-retention, a day"
  })
  void namesThePropertyItsValueAndItsOrigin(String property, String value, CapturedOutput output) {
    Throwable failure =
        catchThrowable(() ->
            new SpringApplicationBuilder(Properties.class)
                .web(WebApplicationType.NONE)
                .run("--" + property + "=" + value));

    assertThat(failure).isNotNull();
    assertThat(output.toString())
        .contains("APPLICATION FAILED TO START")
        .contains(property)
        .contains("\"" + value + "\"")
        .contains("\"" + property + "\" from property source \"commandLineArgs\"")
        .doesNotContain("Application run failed");
  }

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("org.groundswell.nlp")
  static class Properties {}
}
