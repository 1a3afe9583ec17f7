package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.commands.CommandsClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where a token is configured, and only so many commands a minute. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.listener.auto-startup=false",
      "groundswell.dashboard.commands.token=a secret of 20 chars",
      "groundswell.dashboard.commands.per-minute=2"
    })
class TokenIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final AlertsTopic ALERTS = new AlertsTopic();
  private static final String TOKEN = "Bearer a secret of 20 chars";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
    ALERTS.connect(registry);
  }

  @Test
  void asksForTheTokenFromEverywhereAndCountsOnlyWhoHasIt() throws Exception {
    Alert alert = Alerts.alert(_ -> {});
    DATABASE.insert(alert);
    var client = new CommandsClient(port);
    String path = alert.id() + "/acknowledgement";

    for (int i = 0; i < 3; i++) {
      Answer refused = client.post(path, "{}", "Authorization", "Bearer another secret!!");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers()).containsEntry("WWW-Authenticate", "Bearer");
    }
    assertThat(client.post(path, "{}").status()).isEqualTo(401);
    assertThat(client.post(path, "{}", "Authorization", TOKEN).status()).isEqualTo(202);
    assertThat(
            client
                .post(path, "{}", "Authorization", TOKEN, "X-Forwarded-For", "203.0.113.9")
                .status())
        .isEqualTo(202);
    Answer tooMany = client.post(path, "{}", "Authorization", TOKEN);
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(Integer.parseInt(tooMany.headers().get("Retry-After"))).isBetween(1, 60);
  }
}
