package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.signals.Location;
import org.groundswell.servers.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A database that is stopped for a while misses nothing, and alerts are made meanwhile. */
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.datasource.hikari.connection-timeout=1000")
class DatabaseDownIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOON = MONDAY.plus(Duration.ofHours(60));
  private static final World WORLD = new World("outage");
  private static final Path DIRECTORY =
      Path.of("target", "test-servers", WORLD.group()).toAbsolutePath();

  private static EmbeddedPostgres postgres = start(0);

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
    String url = postgres.jdbcUrl("postgres");
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", postgres::superuser);
    registry.add("spring.datasource.password", () -> "");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void storesWhatWasRaisedWhileTheDatabaseWasDown() throws IOException {
    WORLD.createSourceTopics(2);
    try (var stream = new Stream(WORLD, 1, MONDAY);
        var probe = new Probe(port)) {
      crowd(stream, Sent.LAGOS, NOON);
      await().atMost(PATIENCE).until(() -> !stored().isEmpty());
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      int postgresPort = URI.create(postgres.jdbcUrl("postgres").substring(5)).getPort();
      postgres.close();
      crowd(stream, Sent.KANO, NOON.plus(Duration.ofMinutes(30)));
      stream.clock(NOON.plus(Duration.ofHours(40)));
      await()
          .atMost(PATIENCE)
          .until(() -> told().size() == 2 && WORLD.lagOfSink() > 0 && probe.readiness() == 503);
      assertThat(probe.liveness()).isEqualTo(200);

      postgres = start(postgresPort);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(WORLD.lagOfSink()).isZero();
            assertThat(stored()).isEqualTo(told());
          });
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
    }
  }

  private static void crowd(Stream stream, Location place, Instant from) {
    for (int i = 0; i < 12; i++) {
      stream.send(Sent.post(place, place.name() + i, from.plusSeconds(10 * i)));
    }
    stream.clock(from.plus(Duration.ofMinutes(20)));
  }

  /** Place and revision of each alert in the database. */
  private Map<String, String> stored() {
    return database
        .sql("select id, place_name || ' ' || revision as latest from alert")
        .query((row, _) -> Map.entry(row.getString("id"), row.getString("latest")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The same of the topic. */
  private static Map<String, String> told() {
    return WORLD.alerts().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> latest(entry.getValue().getLast())));
  }

  private static String latest(Alert alert) {
    return alert.place().name() + " " + alert.revision();
  }

  private static EmbeddedPostgres start(int port) {
    try {
      return EmbeddedPostgres.start(DIRECTORY, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
