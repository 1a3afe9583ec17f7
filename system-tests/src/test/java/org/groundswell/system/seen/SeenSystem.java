package org.groundswell.system.seen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.groundswell.servers.FreePorts;

/**
 * The four jars as processes beside a broker, a database and a receiver of spans, with every trace
 * sampled and logs in ECS. A crowd of {@value #VOICES} people is replayed, whose posts, names and
 * broken lines hold {@link #MARK}. Started once for all tests of a JVM.
 */
final class SeenSystem {

  /** Words of their own, for who only repeats somebody's is not counted. */
  private static final List<String> WHERE =
      List.of(
          "near the harbour",
          "outside our house",
          "along the main avenue",
          "behind the university",
          "around the bus station",
          "up on the hill",
          "next to the old market");

  private static final List<String> MORE =
      List.of(
          "my sister saw it herself",
          "sirens have not stopped for an hour",
          "nobody knows where this is going",
          "we can hardly breathe",
          "helicopters circle above us",
          "shops have closed early",
          "everybody is running home");

  /** In texts, names and broken records; must be seen nowhere. */
  static final String MARK = "zebrafinch";

  static final int VOICES = 80;

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Instant NOON = Instant.parse("2026-06-03T12:00:00Z");
  private static final List<String> SERVICES =
      List.of("nlp-worker-service", "alert-service", "dashboard-service", "collector-service");

  private static final SeenSystem SHARED = start();

  final SpanReceiver receiver;
  private final Path directory;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private SeenSystem() throws IOException, SQLException {
    Path parent = Files.createDirectories(Path.of("target", "seen"));
    directory = Files.createTempDirectory(parent, "run").toAbsolutePath();
    receiver = new SpanReceiver();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.superuser(), "");
        var statement = connection.createStatement()) {
      statement.execute("create role groundswell_reader login");
    }
    for (String service : SERVICES) {
      ports.put(service, FreePorts.next());
      processes.add(launch(service));
    }
  }

  static SeenSystem shared() {
    return SHARED;
  }

  /** Returns what a service serves at a path; empty while it does not answer with 200. */
  String get(String service, String path) {
    return get(service, path, "*/*");
  }

  /** The same, in a form of the caller's choice. */
  String get(String service, String path, String accepted) {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(ports.get(service), path));
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Accept", accepted)
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? response.body() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> services() {
    return SERVICES;
  }

  int port(String service) {
    return ports.getOrDefault(service, 0);
  }

  /** Returns what a service has logged so far. */
  String log(String service) {
    try {
      return Files.readString(logFile(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a record as it is, with a sampled trace in its header. */
  void write(String topic, String value, String traceparent) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var message = new ProducerRecord<>(topic, "k".getBytes(), value.getBytes());
      message.headers().add("traceparent", traceparent.getBytes());
      producer.send(message);
    }
  }

  private static SeenSystem start() {
    try {
      var system = new SeenSystem();
      Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop-seen-system"));
      return system;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    processes.forEach(Process::destroy);
    try {
      for (Process process : processes) {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
      kafka.close();
      postgres.close();
      receiver.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch(String service) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar(service).toString());
    builder.environment().putAll(environment(service));
    builder.directory(directory.toFile()).redirectErrorStream(true);
    return builder.redirectOutput(logFile(service).toFile()).start();
  }

  private Map<String, String> environment(String service) throws IOException {
    var environment = new HashMap<>(common());
    environment.put("SERVER_PORT", Integer.toString(port(service)));
    switch (service) {
      case "collector-service" -> {
        environment.put("GROUNDSWELL_COLLECTOR_AUTHORSECRET", "only for tests, 24 chars");
        environment.put("GROUNDSWELL_COLLECTOR_REPLAY_FILE", crowd().toString());
        environment.put("GROUNDSWELL_COLLECTOR_REPLAY_SPEED", "max");
      }
      case "alert-service" -> {
        database(environment, postgres.superuser());
        environment.put("SPRING_KAFKA_STREAMS_STATE_DIR", directory.resolve("streams").toString());
      }
      case "dashboard-service" -> database(environment, "groundswell_reader");
      default -> {}
    }
    return environment;
  }

  private Map<String, String> common() {
    return Map.of(
        "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "GROUNDSWELL_TOPICS_PARTITIONS", "2",
        "GROUNDSWELL_TOPICS_REPLICATION", "1",
        "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
        "MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0",
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", receiver.endpoint(),
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY", "500ms");
  }

  private void database(Map<String, String> environment, String user) {
    environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl("postgres"));
    environment.put("SPRING_DATASOURCE_USERNAME", user);
    environment.put("SPRING_DATASOURCE_PASSWORD", "");
  }

  /** A crowd within a quarter of an hour, and lines that cannot be used. */
  private Path crowd() throws IOException {
    Stream<String> posts =
        Stream.iterate(0, i -> i < VOICES, i -> i + 1)
            .map(i ->
                ("{\"id\":\"%d\",\"created_at\":\"%s\",\"author\":\"%s-%d\",\"text\":\"Thousands"
                        + " protest in Caracas right now, police fired tear gas, %s %s, %s %d\"}")
                    .formatted(
                        i,
                        NOON.plusSeconds(10L * i),
                        MARK,
                        i,
                        WHERE.get(i % WHERE.size()),
                        MORE.get(i / WHERE.size() % MORE.size()),
                        MARK,
                        i));
    Stream<String> broken =
        Stream.of(
            "{\"id\":\"b1\",\"created_at\":\"%s\",\"text\":\"x\"}".formatted(MARK),
            "{\"id\":\"b2\", %s".formatted(MARK),
            MARK,
            "{\"id\":\"b3\",\"created_at\":\"2026-06-03T12:00:00Z\",\"text\":\"x\",\"lat\":\"%s\"}"
                .formatted(MARK));
    return Files.write(directory.resolve("crowd.ndjson"), Stream.concat(posts, broken).toList());
  }

  private Path logFile(String service) {
    return directory.resolve(service + ".log");
  }

  private static Path jar(String module) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(module + "-[0-9.]+.*(?<!s)\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("Build " + module + " first"));
    }
  }
}
