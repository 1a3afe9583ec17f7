package org.groundswell.dashboard.problems;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nothing listens where database and broker should be; the service has started all the same. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/groundswell",
      "spring.datasource.hikari.connection-timeout=500"
    })
class ServersDownIT {

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
  void servesThePageAndMarksItsFilesByTheirContent() {
    for (String path : List.of("/index.html", "/page.js", "/page.css", "/world.json")) {
      client()
          .get()
          .uri(path)
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueMatches("ETag", "W/\".+\"")
          .expectHeader()
          .doesNotExist("Last-Modified");
    }
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
