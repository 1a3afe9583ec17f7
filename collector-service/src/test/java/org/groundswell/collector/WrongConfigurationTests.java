package org.groundswell.collector;

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
    "groundswell.collector.id, Two Words",
    "groundswell.collector.disorder, soon",
    "groundswell.collector.disorder, 2h",
    "groundswell.collector.clock-interval, 1ms",
    "groundswell.collector.source-patience, 1s",
    "groundswell.collector.replay.format, xml",
    "groundswell.collector.replay.speed, fast",
    "groundswell.collector.replay.fields, nothing",
    "groundswell.collector.replay.source, A",
    "groundswell.collector.replay.max-sorted-lines, 0",
    "groundswell.collector.push.enabled, perhaps",
    "groundswell.collector.push.max-body, 1GB",
    "groundswell.collector.push.max-body, large",
    "groundswell.collector.push.max-line, 11MB",
    "groundswell.collector.push.max-lines, many",
    "groundswell.collector.push.max-lines, 0",
    "groundswell.collector.push.max-concurrent, 0",
    "groundswell.collector.push.timeout, 3m",
    "groundswell.collector.bluesky.enabled, 2",
    "groundswell.collector.bluesky.hosts, https://example.org",
    "groundswell.collector.bluesky.rewind, -1s",
    "groundswell.collector.bluesky.connect-timeout, 0s",
    "groundswell.collector.bluesky.silence, 0s",
    "groundswell.collector.bluesky.backoff-min, 0s",
    "groundswell.collector.bluesky.backoff-max, 1ms",
    "groundswell.topics.partitions, 0",
    "groundswell.topics.retention, 0s",
    "groundswell.topics.replication, 0"
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
  @ConfigurationPropertiesScan("org.groundswell.collector")
  static class Properties {}
}
