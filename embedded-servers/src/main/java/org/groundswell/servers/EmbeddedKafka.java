package org.groundswell.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node, broker and controller at once (KRaft), inside this JVM.
 *
 * <p>It is the real server with its real log on disk, so transactions, compaction and consumer
 * groups behave as in production; only replication is missing. It listens on the loopback address.
 * Topics are never created by accident: a service that writes a topic creates it.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final String CLUSTER_ID = "R3JvdW5kc3dlbGwtbG9jYQ";

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final String certificateServers;

  private EmbeddedKafka(
      KafkaRaftServer server, String bootstrapServers, String certificateServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.certificateServers = certificateServers;
  }

  /**
   * Starts a node whose log lives in {@code directory}; a log that is there already is kept.
   *
   * @param directory created when missing
   * @param port of the client listener; 0 takes a free one
   * @throws IOException when the directory cannot be written or formatted
   */
  public static EmbeddedKafka start(Path directory, int port) throws IOException {
    return start(directory, port, Map.of());
  }

  /**
   * Starts a node as {@link #start(Path, int)} does, with settings of the broker that go before its
   * own.
   *
   * @throws IOException when the directory cannot be written or formatted
   */
  public static EmbeddedKafka start(Path directory, int port, Map<String, String> settings)
      throws IOException {
    Files.createDirectories(directory);
    int clientPort = port == 0 ? FreePorts.next() : port;
    String address = "127.0.0.1:" + clientPort;
    Properties properties = properties(directory, Map.of("PLAINTEXT", address));
    properties.putAll(settings);
    format(directory, properties, Stream.empty());
    return new EmbeddedKafka(started(properties), address, address);
  }

  /**
   * Starts a node that takes no client unless it has a password or a certificate, and that lets
   * none do anything without an ACL.
   *
   * @param directory created when missing; users are made when it is used for the first time
   * @throws IOException when the directory cannot be written or formatted
   */
  public static EmbeddedKafka start(Path directory, KafkaSecurity security) throws IOException {
    Files.createDirectories(directory);
    String passwords = "localhost:" + FreePorts.next();
    String certificates = "localhost:" + FreePorts.next();
    Properties properties =
        properties(
            directory,
            Map.of(
                KafkaSecurity.PASSWORD_LISTENER,
                passwords,
                KafkaSecurity.CERTIFICATE_LISTENER,
                certificates));
    properties.putAll(security.properties());
    format(directory, properties, security.users());
    return new EmbeddedKafka(started(properties), passwords, certificates);
  }

  /** Returns the address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Returns the address for clients with a certificate, where the node is secured. */
  public String certificateServers() {
    return certificateServers;
  }

  /** Stops the node and waits until its log is closed. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static KafkaRaftServer started(Properties properties) {
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return server;
  }

  /**
   * @param listeners address by security protocol
   */
  private static Properties properties(Path directory, Map<String, String> listeners) {
    String clients = joined(listeners);
    String controller = "127.0.0.1:" + FreePorts.next();
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@" + controller),
            Map.entry("listeners", clients + ",CONTROLLER://" + controller),
            Map.entry("advertised.listeners", clients),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("log.dirs", directory.resolve("log").toAbsolutePath().toString()),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // With one member at a time joining, waiting for more only delays the start.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A fresh node has no follower to hand leadership to.
            Map.entry("controlled.shutdown.enable", "false")));
    return properties;
  }

  private static String joined(Map<String, String> listeners) {
    return listeners.entrySet().stream()
        .map(listener -> listener.getKey() + "://" + listener.getValue())
        .collect(Collectors.joining(","));
  }

  private static void format(Path directory, Properties properties, Stream<String> users)
      throws IOException {
    Path file = directory.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, "Written at every start of the embedded broker");
    }
    var said = new ByteArrayOutputStream();
    String[] command =
        Stream.concat(
                Stream.of("format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config"),
                Stream.concat(Stream.of(file.toString()), users))
            .toArray(String[]::new);
    int status = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IOException(
          "Kafka could not format %s: %s"
              .formatted(
                  directory,
                  said.toString(StandardCharsets.UTF_8).lines().collect(Collectors.joining(" "))));
    }
  }
}
