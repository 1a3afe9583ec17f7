package org.groundswell.dashboard;

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
    "groundswell.dashboard.page.default-size, 501",
    "groundswell.dashboard.page.default-size, some",
    "groundswell.dashboard.page.max-size, 10001",
    "groundswell.dashboard.live.max-listeners, 0",
    "groundswell.dashboard.live.backlog, -1",
    "groundswell.dashboard.live.heartbeat, 2h",
    "groundswell.dashboard.live.heartbeat, 15q",
    "groundswell.dashboard.live.max-duration, 1s",
    "groundswell.dashboard.commands.per-minute, 0",
    "groundswell.dashboard.commands.timeout, 500ms",
    "groundswell.dashboard.cap.sender, 'two words'",
    "groundswell.dashboard.cap.status, real",
    "groundswell.dashboard.cap.page, ftp://localhost",
    "groundswell.dashboard.cap.validity, 0s",
    "groundswell.topics.partitions, 0",
    "groundswell.topics.retention, -1d",
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
  @ConfigurationPropertiesScan("org.groundswell.dashboard")
  static class Properties {}
}
