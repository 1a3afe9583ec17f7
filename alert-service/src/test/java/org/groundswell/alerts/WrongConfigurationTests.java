package org.groundswell.alerts;

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
    "groundswell.alerts.detection.false-alarms-per-day, 0.0",
    "groundswell.alerts.detection.places, few",
    "groundswell.alerts.detection.min-voices, 1",
    "groundswell.alerts.detection.close-after, 90s",
    "groundswell.alerts.detection.reopen-within, 0s",
    "groundswell.alerts.detection.half-life, 1m",
    "groundswell.alerts.detection.shape-cap, 0.0",
    "groundswell.alerts.detection.freeze, 0s",
    "groundswell.alerts.detection.collector-silence, 0s",
    "groundswell.alerts.detection.town.shape, 0.0",
    "groundswell.alerts.detection.admin1.hours, -1.0",
    "groundswell.alerts.detection.country.hours, x",
    "groundswell.alerts.incident.quiet-update, 0s",
    "groundswell.alerts.incident.growth, 1.0",
    "groundswell.alerts.incident.keep, 1h",
    "groundswell.alerts.incident.neighbour-km, 501.0",
    "groundswell.alerts.stream.threads, 0",
    "groundswell.alerts.stream.commit-interval, 1ms",
    "groundswell.alerts.stream.transaction-timeout, 1s",
    "groundswell.alerts.stream.session-timeout, 1s",
    "groundswell.alerts.stream.topic-poll, 2m",
    "groundswell.alerts.stream.restarts, -1",
    "groundswell.alerts.store.group, two words",
    "groundswell.alerts.notification.group, two words",
    "groundswell.alerts.notification.mail-from, nobody",
    "groundswell.alerts.notification.attempts, 0",
    "groundswell.alerts.notification.timeout, 10m",
    "groundswell.alerts.notification.dead-letters, a/b",
    "groundswell.topics.names.alerts, no name",
    "groundswell.topics.names.signals, a/b",
    "groundswell.topics.names.deletions, a b",
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
  @ConfigurationPropertiesScan("org.groundswell.alerts")
  static class Properties {}
}
