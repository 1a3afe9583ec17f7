package org.groundswell.system.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.groundswell.servers.FreePorts;

/**
 * An empty broker and an empty database of its own, and the services that a test starts beside
 * them. Logs and data lie below {@code target/cluster}.
 */
public final class Cluster implements AutoCloseable {

  /** Of each topic, and so the most workers that can share the work. */
  public static final int PARTITIONS = 4;

  private static final Duration END_PATIENCE = Duration.ofSeconds(30);
  private static final String OWNER = "groundswell";
  private static final String READER = "groundswell_reader";

  private final Path directory;
  private final String authorSecret;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final List<ServiceProcess> services = new ArrayList<>();

  /** For a JVM that ends in the middle of a test. */
  private final Thread endWithJvm = new Thread(this::endAll, "end-cluster");

  private Cluster(
      Path directory, String authorSecret, EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    this.directory = directory;
    this.authorSecret = authorSecret;
    this.kafka = kafka;
    this.postgres = postgres;
  }

  /**
   * Starts broker and database.
   *
   * @param name of the run, for its folder
   * @param authorSecret key of the hash that stands for an author
   */
  public static Cluster start(String name, String authorSecret) throws IOException, SQLException {
    Path parent = Files.createDirectories(Path.of("target", "cluster"));
    Path directory = Files.createTempDirectory(parent, name).toAbsolutePath();
    var kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    var postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    createDatabase(postgres);
    var cluster = new Cluster(directory, authorSecret, kafka, postgres);
    Runtime.getRuntime().addShutdownHook(cluster.endWithJvm);
    return cluster;
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Opens a connection of the role that owns the alerts. */
  public Connection database() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(OWNER), OWNER, "");
  }

  /** Describes a collector; {@code source} is the configuration of what it reads. */
  public ServiceProcess collector(Map<String, String> source) {
    var environment = new HashMap<>(source);
    environment.put("GROUNDSWELL_COLLECTOR_AUTHORSECRET", authorSecret);
    environment.put("GROUNDSWELL_COLLECTOR_WORK_DIRECTORY", directory.toString());
    return service("collector", "collector-service", 384, environment);
  }

  public ServiceProcess worker(int number) {
    return service("nlp-worker-" + number, "nlp-worker-service", 512, Map.of());
  }

  /**
   * Describes the alert service; its state outlives its process, as a persistent volume does.
   *
   * @param more configuration, such as a name in the group, which Kubernetes gives it
   */
  public ServiceProcess alerts(Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.putAll(login(OWNER));
    environment.put("SPRING_KAFKA_STREAMS_STATE_DIR", directory.resolve("streams").toString());
    return service("alert", "alert-service", 384, environment);
  }

  public ServiceProcess dashboard(int number) {
    return service("dashboard-" + number, "dashboard-service", 256, login(READER));
  }

  /** Ends all services, then the servers. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(endWithJvm);
    endAll();
  }

  private void endAll() {
    List<ServiceProcess> living = services.stream().filter(ServiceProcess::alive).toList();
    living.forEach(ServiceProcess::askToEnd);
    living.forEach(service -> service.endWithin(END_PATIENCE));
    try (kafka) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServiceProcess service(
      String name, String module, int heapMegabytes, Map<String, String> own) {
    int port = FreePorts.next();
    var environment = new HashMap<>(own);
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("GROUNDSWELL_TOPICS_PARTITIONS", Integer.toString(PARTITIONS));
    environment.put("GROUNDSWELL_TOPICS_REPLICATION", "1");
    var service =
        new ServiceProcess(name, port, java(module, heapMegabytes), environment, directory);
    services.add(service);
    return service;
  }

  private static List<String> java(String module, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx%dm".formatted(heapMegabytes),
        "-XX:+UseSerialGC",
        // Halves the processor time of a start, of which there are many here.
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        Jars.of(module).toString());
  }

  private Map<String, String> login(String role) {
    return Map.of(
        "SPRING_DATASOURCE_URL", postgres.jdbcUrl(OWNER), "SPRING_DATASOURCE_USERNAME", role);
  }

  private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
    try (Connection server =
            DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.superuser(), "");
        Statement statement = server.createStatement()) {
      statement.execute("create role %s login".formatted(OWNER));
      statement.execute("create role %s login".formatted(READER));
      statement.execute("create database %s owner %s".formatted(OWNER, OWNER));
    }
  }
}
