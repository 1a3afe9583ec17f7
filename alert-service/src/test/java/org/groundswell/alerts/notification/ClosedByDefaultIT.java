package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.groundswell.alerts.World;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an installation does that sets nothing; on Kubernetes, where Spring Boot would believe what
 * proxies say, and any neighbour could call itself a caller on this machine.
 */
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.main.cloud-platform=kubernetes")
class ClosedByDefaultIT {

  private static final World WORLD = new World("closed");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
  }

  @Test
  void servesThisMachineButNobodyBehindAProxy() {
    try (var operator = new Operator(port)) {
      assertThat(operator.call("GET", "subscriptions", "").statusCode()).isEqualTo(200);
      assertThat(
              operator
                  .call("GET", "subscriptions", "", "X-Forwarded-For", "127.0.0.1")
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void refusesWhatItCannotKeepOrSendAndSaysWhatIsMissing() {
    try (var operator = new Operator(port)) {
      assertThat(
              refusal(
                  operator,
                  """
                  {"type": "WEBHOOK", "url": "https://x.example/", "secret": "0123456789abcdef"}
                  """))
          .contains("groundswell.alerts.notification.key");
      assertThat(refusal(operator, "{\"type\": \"SLACK\", \"url\": \"https://x.example/\"}"))
          .contains("groundswell.alerts.notification.key");
      assertThat(refusal(operator, "{\"type\": \"EMAIL\", \"to\": [\"desk@example.org\"]}"))
          .contains("spring.mail.host")
          .contains("groundswell.alerts.notification.mail-from");
    }
  }

  private static String refusal(Operator operator, String channel) {
    HttpResponse<String> answer =
        operator.call("POST", "subscriptions", "{\"name\":\"desk\",\"channel\":" + channel + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return new JsonMapper().readTree(answer.body()).get("detail").asString();
  }
}
