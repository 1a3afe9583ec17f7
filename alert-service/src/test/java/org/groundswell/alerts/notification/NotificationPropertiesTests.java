package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NotificationPropertiesTests {

  private static final String PREFIX = "groundswell.alerts.notification.";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @EnableConfigurationProperties(NotificationProperties.class)
  static class Properties {}

  @Test
  void haveDefaults() {
    runner.run(context ->
        assertThat(context.getBean(NotificationProperties.class))
            .isEqualTo(
                new NotificationProperties(
                    null,
                    null,
                    null,
                    false,
                    false,
                    "groundswell-alerts-notifications",
                    "groundswell.notifications.dlt",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    15,
                    Duration.ofSeconds(10),
                    Duration.ofHours(1),
                    Duration.ofDays(30))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key=c2hvcnQ=",
        "key=not base 64, not at all",
        "mail-from=Desk <desk@example.org>",
        "dashboard-url=ftp://example.org",
        "dashboard-url=/relative",
        "group=two words",
        "dead-letters=a/b",
        "poll=5m",
        "timeout=10m",
        "attempts=0",
        "first-pause=0s",
        "longest-pause=1s",
        "retention=1h"
      })
  void refuseWhatMakesNoSenseWithoutTellingTheKey(String property) {
    runner
        .withPropertyValues(PREFIX + property)
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(context.getStartupFailure())
              .rootCause()
              .message()
              .matches(said -> !said.contains("c2hvcnQ"));
        });
  }

  @Test
  void keepTheKeyToThemselves() {
    String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    runner
        .withPropertyValues(PREFIX + "key=" + key)
        .run(context -> {
          var notification = context.getBean(NotificationProperties.class);
          assertThat(notification.keyBytes()).hasSize(32);
          assertThat(notification.toString()).doesNotContain(key);
        });
  }
}
