package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.incident.IncidentProperties;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.topics.TopicsProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties({
    DetectionProperties.class,
    IncidentProperties.class,
    Topics.class,
    TopicsProperties.class
  })
  static class Properties {}

  @Test
  void haveTheDefaultsThatTheReadmeTells() {
    runner.run(context -> {
      var detection = context.getBean(DetectionProperties.class);
      assertThat(detection)
          .isEqualTo(
              new DetectionProperties(
                  1,
                  10_000,
                  5,
                  Set.of(),
                  2,
                  Duration.ofHours(6),
                  Duration.ofHours(24),
                  Duration.ofDays(14),
                  8,
                  Duration.ofDays(3),
                  Duration.ofMinutes(10),
                  new DetectionProperties.Town(1, 0.1),
                  new DetectionProperties.Admin1(1, 0.05),
                  new DetectionProperties.Country(1, 0.03)));
      assertThat(detection.threshold()).isBetween(7.9e-7, 8.1e-7);
      assertThat(context.getBean(IncidentProperties.class))
          .isEqualTo(
              new IncidentProperties(Duration.ofMinutes(30), 1.5, Duration.ofDays(7), 30, 4));
      assertThat(context.getBean(TopicsProperties.class))
          .isEqualTo(new TopicsProperties(24, Duration.ofDays(7), (short) -1));
      assertThat(context.getBean(Topics.class))
          .isEqualTo(
              new Topics(
                  "groundswell.signals",
                  "groundswell.deletions",
                  "groundswell.alert-commands",
                  "groundswell.alerts"));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groundswell.alerts.detection.false-alarms-per-day=0",
        "groundswell.alerts.detection.places=0",
        "groundswell.alerts.detection.min-voices=1",
        "groundswell.alerts.detection.close-after=90s",
        "groundswell.alerts.detection.reopen-within=0s",
        "groundswell.alerts.detection.half-life=1m",
        "groundswell.alerts.detection.shape-cap=0",
        "groundswell.alerts.detection.freeze=0s",
        "groundswell.alerts.detection.collector-silence=0s",
        "groundswell.alerts.detection.town.shape=0",
        "groundswell.alerts.detection.admin1.hours=-1",
        "groundswell.alerts.detection.country.hours=0",
        "groundswell.alerts.incident.quiet-update=0s",
        "groundswell.alerts.incident.growth=1",
        "groundswell.alerts.incident.keep=1h",
        "groundswell.alerts.detection.curated-weight=0",
        "groundswell.alerts.incident.neighbour-km=-1",
        "groundswell.alerts.incident.unite=1",
        "groundswell.topics.partitions=0",
        "groundswell.topics.retention=0s",
        "groundswell.topics.replication=0",
        "groundswell.topics.names.alerts=no name"
      })
  void refuseWhatMakesNoSense(String property) {
    runner
        .withPropertyValues(property)
        .run(context ->
            assertThat(context)
                .hasFailed()
                .getFailure()
                .hasMessageContaining(
                    property
                        .substring(0, property.lastIndexOf('.'))
                        .replaceFirst("\\.(town|admin1|country)$", "")));
  }
}
