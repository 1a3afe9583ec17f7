package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the probes say while the broker is away, and when the writer of the database is stuck. */
class ServersAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

  private final OwnBroker broker = new OwnBroker();
  private final TestServers.Database database = TestServers.newDatabase();

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void isNotReadyWhileTheBrokerIsAwayAndLivesOn() throws IOException {
    createTopics();
    try (var service = start();
        var probe = probe(service)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      broker.stop();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 503);
      await()
          .during(STUCK_AFTER.plusSeconds(5))
          .atMost(PATIENCE)
          .until(() -> probe.liveness() == 200);

      broker.start();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
    }
  }

  @Test
  void isNotLiveWhenTheWriterOfTheDatabaseIsStuck() throws IOException, SQLException {
    createTopics();
    try (var service = start();
        var probe = probe(service)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      try (var held = lockAlerts()) {
        publish();
        await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
        held.rollback();
      }

      await().atMost(PATIENCE).until(() -> probe.liveness() == 200);
    }
  }

  private ConfigurableApplicationContext start() throws IOException {
    Path state = Files.createTempDirectory(Files.createDirectories(Path.of("target/streams")), "s");
    return new SpringApplicationBuilder(AlertApplication.class)
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--spring.kafka.streams.state-dir=" + state,
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--groundswell.topics.partitions=2",
            "--groundswell.topics.replication=1",
            "--groundswell.health.kafka-timeout=1s",
            "--groundswell.health.stuck-after=" + STUCK_AFTER);
  }

  private static Probe probe(ConfigurableApplicationContext service) {
    return new Probe(
        Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
  }

  private Connection lockAlerts() throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table alert in access exclusive mode");
    assertThat(connection.isClosed()).isFalse();
    return connection;
  }

  private void createTopics() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("groundswell.signals", 2, (short) 1),
                  new NewTopic("groundswell.deletions", 2, (short) 1)))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void publish() throws IOException {
    byte[] alert = Files.readAllBytes(Path.of("contracts/groundswell.alerts/samples/open.json"));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("groundswell.alerts", new byte[] {1}, alert));
    }
  }
}
