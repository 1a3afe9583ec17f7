package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the probes say of a topology that cannot be started: its folder is a file. */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StateFolderIT {

  private static final World WORLD = new World("state-folder");

  @TempDir private static Path folder;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    WORLD.configure(registry);
    registry.add("spring.kafka.streams.state-dir", file::toString);
  }

  @Test
  void isDeadWhenTheTopologyCannotBeStarted() {
    try (var probe = new Probe(port)) {
      assertThat(probe.liveness()).as("without topics").isEqualTo(200);

      WORLD.createSourceTopics(2);

      await().atMost(Duration.ofSeconds(60)).until(() -> probe.liveness() == 503);
      assertThat(probe.readiness()).isEqualTo(503);
    }
  }
}
