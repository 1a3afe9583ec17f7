package org.groundswell.dashboard.problems;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nothing listens where the database should be; the service has started all the same. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.listener.auto-startup=false",
      "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/groundswell",
      "spring.datasource.hikari.connection-timeout=500"
    })
class DatabaseDownIT {

  @LocalServerPort private int port;

  @Test
  void saysThatItCannotAnswerNow() {
    client()
        .get()
        .uri("/api/v1/alerts")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .valueEquals("Retry-After", "5");
  }

  @Test
  void livesButIsNotReady() {
    client().get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
    client().get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
