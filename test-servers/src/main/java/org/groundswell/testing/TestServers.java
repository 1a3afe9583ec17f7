package org.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one switch between containers and embedded servers.
 *
 * <p>The environment variable {@code GROUNDSWELL_TEST_SERVERS} decides: {@code docker}, {@code
 * embedded}, or {@code auto} (the default), which takes containers when a Docker engine answers.
 * Each server is started on first use, once in a JVM, and ends with it. Thread-safe.
 */
public final class TestServers {

  static final String SWITCH = "GROUNDSWELL_TEST_SERVERS";
  private static final String KAFKA_IMAGE = "apache/kafka:4.2.2";
  private static final String POSTGRES_IMAGE = "postgres:18";

  private TestServers() {}

  /** Returns the {@code bootstrap.servers} of a broker that all tests of this JVM share. */
  public static String kafka() {
    return Kafka.BOOTSTRAP_SERVERS;
  }

  /** Creates an empty database that only the caller knows, on a server that this JVM shares. */
  public static Database newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    Database server = Postgres.SERVER;
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name, e);
    }
    String url = server.jdbcUrl();
    int query = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    String base = url.substring(0, url.lastIndexOf('/', query) + 1);
    return new Database(base + name, server.user(), server.password());
  }

  /**
   * How to reach a database.
   *
   * @param jdbcUrl without user and password
   * @param user the superuser
   * @param password empty when the server asks for none
   */
  public record Database(String jdbcUrl, String user, String password) {}

  private static boolean docker() {
    String chosen = System.getenv().getOrDefault(SWITCH, "auto").toLowerCase(Locale.ROOT);
    return switch (chosen) {
      case "docker" -> true;
      case "embedded" -> false;
      case "auto" -> DockerClientFactory.instance().isDockerAvailable();
      default ->
          throw new IllegalArgumentException(
              SWITCH + " must be docker, embedded or auto, not " + chosen);
    };
  }

  private static final class Kafka {

    static final String BOOTSTRAP_SERVERS = start();

    private static String start() {
      if (docker()) {
        var container = new KafkaContainer(KAFKA_IMAGE);
        container.start();
        endWithJvm(container);
        return container.getBootstrapServers();
      }
      try {
        var embedded = EmbeddedKafka.start(temporaryDirectory("kafka"), 0);
        endWithJvm(embedded);
        return embedded.bootstrapServers();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Postgres {

    static final Database SERVER = start();

    private static Database start() {
      if (docker()) {
        var container = new PostgreSQLContainer(POSTGRES_IMAGE);
        container.start();
        endWithJvm(container);
        return new Database(
            container.getJdbcUrl(), container.getUsername(), container.getPassword());
      }
      try {
        var embedded = EmbeddedPostgres.start(temporaryDirectory("postgres"), 0);
        endWithJvm(embedded);
        return new Database(embedded.jdbcUrl("postgres"), embedded.superuser(), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Path temporaryDirectory(String name) throws IOException {
    // Below target/, so that mvn clean removes what a killed test run left.
    Path parent = Files.createDirectories(Path.of("target", "test-servers"));
    return Files.createTempDirectory(parent, name).toAbsolutePath();
  }

  private static void endWithJvm(AutoCloseable server) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    server.close();
                  } catch (Exception e) {
                    throw new IllegalStateException("Test server did not stop", e);
                  }
                },
                "stop-test-server"));
  }
}
