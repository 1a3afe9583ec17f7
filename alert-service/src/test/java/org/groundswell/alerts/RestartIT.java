package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groundswell.alerts.incident.Alert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A service that is stopped half way and loses its disk raises the same alerts, to the revision.
 */
class RestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOON = MONDAY.plus(Duration.ofHours(60));

  @Test
  void raisesTheSameAlertsAfterLosingItsDisk() throws IOException {
    var calm = new World("calm");
    try (var stream = new Stream(calm, 2, MONDAY)) {
      calm.createSourceTopics(2);
      firstHalf(stream);
      secondHalf(stream);
      try (var _ = start(calm)) {
        awaitClosed(calm);
      }
    }

    var broken = new World("broken");
    try (var stream = new Stream(broken, 2, MONDAY)) {
      broken.createSourceTopics(2);
      firstHalf(stream);
      try (var _ = start(broken)) {
        await().atMost(PATIENCE).until(() -> !broken.alerts().isEmpty());
      }
      FileSystemUtils.deleteRecursively(broken.stateDirectory());
      secondHalf(stream);
      try (var _ = start(broken)) {
        awaitClosed(broken);
      }
    }

    Map<String, List<Alert>> expected = calm.alerts();
    assertThat(expected).hasSize(1);
    assertThat(broken.alerts()).isEqualTo(expected);
  }

  private static void firstHalf(Stream stream) {
    crowd(stream, 0, 8);
    stream.clock(NOON.plus(Duration.ofMinutes(9)));
  }

  private static void secondHalf(Stream stream) {
    crowd(stream, 9, 30);
    stream.clock(NOON.plus(Duration.ofHours(48)));
  }

  private static void crowd(Stream stream, int from, int to) {
    for (int i = from; i < to; i++) {
      stream.send(Sent.post(Sent.LAGOS, "voice" + i, NOON.plusSeconds(60 * i)));
    }
  }

  private static void awaitClosed(World world) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            world.alerts().values().stream()
                .anyMatch(history -> history.getLast().closed() != null));
  }

  private static ConfigurableApplicationContext start(World world) {
    return new SpringApplicationBuilder(AlertApplication.class)
        .web(WebApplicationType.NONE)
        .run(
            world.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }
}
