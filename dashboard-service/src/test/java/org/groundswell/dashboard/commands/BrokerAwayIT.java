package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.OwnBroker;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.commands.CommandsClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The broker is away when the service starts, comes, and goes away again. */
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.listener.auto-startup=false",
      "spring.kafka.admin.operation-timeout=2s",
      "groundswell.dashboard.commands.timeout=8s",
      "groundswell.topics.partitions=2"
    })
class BrokerAwayIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final OwnBroker BROKER = new OwnBroker();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    BROKER.stop();
    DATABASE.connect(registry);
    registry.add("spring.kafka.bootstrap-servers", BROKER::address);
  }

  @AfterAll
  static void close() {
    BROKER.close();
  }

  @Test
  void asksToComeBackAndWritesTheRepeatOnceTheBrokerIsThere() throws Exception {
    Alert alert = Alerts.alert(_ -> {});
    DATABASE.insert(alert);
    var client = new CommandsClient(port);
    String path = alert.id() + "/comments";

    assertUnavailable(client.post(path, "{\"text\":\"a\"}", "Idempotency-Key", "one"), "one");
    BROKER.start();
    assertThat(client.post(path, "{\"text\":\"a\"}", "Idempotency-Key", "one").status())
        .isEqualTo(202);
    assertThat(new CommandsTopic(BROKER.address()).of(alert.id())).hasSize(1);

    BROKER.stop();
    Instant asked = Instant.now();
    assertUnavailable(client.post(path, "{\"text\":\"b\"}", "Idempotency-Key", "two"), "two");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(12));
  }

  private static void assertUnavailable(Answer answer, String key) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "5");
    assertThat(answer.headers()).containsEntry("Idempotency-Key", key);
  }
}
