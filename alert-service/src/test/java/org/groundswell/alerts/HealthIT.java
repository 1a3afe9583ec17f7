package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the probes say while topics are missing, while all is well, and when nothing will be. */
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "groundswell.alerts.stream.restarts=0")
class HealthIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World("health");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
  }

  @Test
  void isReadyWhileItRunsAndDeadWhenTheTopologyHasGivenUp() {
    try (var probe = new Probe(port)) {
      assertThat(probe.readiness()).as("without topics").isEqualTo(503);
      assertThat(probe.liveness()).as("without topics").isEqualTo(200);

      WORLD.createSourceTopics(2);
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
      assertThat(probe.liveness()).isEqualTo(200);

      WORLD.deleteTopic("signals");
      await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
      assertThat(probe.readiness()).as("without its topic").isEqualTo(503);
    }
  }
}
