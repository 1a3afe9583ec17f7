package org.groundswell.system.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.groundswell.servers.KafkaSecurity;
import org.groundswell.system.configuration.ServiceJar;
import org.groundswell.system.configuration.ServiceRun;

/**
 * A broker and a database that take nobody without TLS and a password or certificate, and the
 * variables with which a service gets in.
 */
final class SecuredServers implements AutoCloseable {

  /** A user whom no ACL names. */
  static final String STRANGER = "stranger";

  private static final String ADMIN = "admin";
  private static final String PASSWORD = "not-a-real-password-";
  private static final String SUPERUSER = "postgres";
  private static final int PARTITIONS = 2;

  private final Authority authority;
  private final Authority.Identity client;
  private final Path folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;

  private SecuredServers(Path folder) throws IOException {
    this.folder = folder;
    authority = Authority.create(folder.resolve("ca"));
    client = authority.issue("nlp-worker");
    var broker = authority.issue(KafkaSecurity.SUBJECT);
    var database = authority.issue("database");
    kafka =
        EmbeddedKafka.start(
            folder.resolve("kafka"),
            new KafkaSecurity(
                broker.both(),
                authority.certificate(),
                ADMIN,
                passwords(),
                RecordingAuthorizer.class.getName()));
    postgres =
        EmbeddedPostgres.start(
            folder.resolve("postgres"),
            PASSWORD + SUPERUSER,
            database.certificate(),
            database.key());
  }

  static SecuredServers start() throws IOException, SQLException {
    Path parent = Files.createDirectories(Path.of("target", "secured"));
    var servers = new SecuredServers(Files.createTempDirectory(parent, "run").toAbsolutePath());
    servers.execute(
        "create role groundswell login password '%sgroundswell'".formatted(PASSWORD),
        "create role groundswell_reader login password '%sgroundswell_reader'".formatted(PASSWORD),
        "create database groundswell owner groundswell");
    return servers;
  }

  Path folder() {
    return folder;
  }

  Admin admin() {
    Map<String, Object> settings = new HashMap<>(clientSettings(ADMIN));
    return Admin.create(settings);
  }

  /** Settings of a client of Kafka that is no Spring application. */
  Map<String, Object> clientSettings(String user) {
    return Map.of(
        "bootstrap.servers",
        kafka.bootstrapServers(),
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        jaas(user, PASSWORD + user),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        authority.certificate().toString());
  }

  /** Makes the topics that the services would, and no internal one. */
  void createTopics() throws Exception {
    List<NewTopic> topics =
        Stream.of(
                "posts",
                "coverage",
                "deletions",
                "source-cursors",
                "sources.dlt",
                "signals",
                "posts.dlt",
                "alerts",
                "alert-commands",
                "alert-commands.dlt",
                "signals.dlt",
                "deletions.dlt",
                "alerts.dlt",
                "notifications.dlt")
            .map(name -> new NewTopic("groundswell." + name, PARTITIONS, (short) 1))
            .map(topic -> topic.configs(Map.of("message.timestamp.type", "LogAppendTime")))
            .toList();
    try (var admin = admin()) {
      admin.createTopics(topics).all().get();
    }
  }

  void allow(List<AclBinding> acls) throws Exception {
    try (var admin = admin()) {
      admin.createAcls(acls).all().get();
    }
  }

  /** Returns the variables of a service that logs in with a password. */
  Map<String, String> variables(String service) {
    return variables(service, Acls.user(service));
  }

  Map<String, String> variables(String service, String user) {
    return ServiceRun.with(
        common(service),
        "SPRING_KAFKA_BOOTSTRAPSERVERS",
        kafka.bootstrapServers(),
        "SPRING_KAFKA_SECURITY_PROTOCOL",
        "SASL_SSL",
        "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM",
        "SCRAM-SHA-512",
        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
        jaas(user, PASSWORD + user));
  }

  /** Returns the variables of the NLP worker that shows a certificate. */
  Map<String, String> variablesWithCertificate() {
    return ServiceRun.with(
        common("nlp-worker-service"),
        "SPRING_KAFKA_BOOTSTRAPSERVERS",
        kafka.certificateServers(),
        "SPRING_KAFKA_SECURITY_PROTOCOL",
        "SSL",
        "SPRING_SSL_BUNDLE_PEM_KAFKA_KEYSTORE_CERTIFICATE",
        "file:" + client.certificate(),
        "SPRING_SSL_BUNDLE_PEM_KAFKA_KEYSTORE_PRIVATEKEY",
        "file:" + client.key());
  }

  String databaseAt(String host, String more) {
    return "jdbc:postgresql://%s:%d/groundswell?%s&sslrootcert=%s"
        .formatted(host, postgres.port(), more, authority.certificate());
  }

  Path certificateOfAnother() throws IOException {
    return Authority.create(Files.createTempDirectory(folder, "another")).certificate();
  }

  String kafkaByAddress() {
    return kafka.bootstrapServers().replace("localhost", "127.0.0.1");
  }

  /** Asks the database as its superuser; one string for each row. */
  List<String> query(String sql) throws SQLException {
    try (var connection = connection();
        var rows = connection.createStatement().executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  static String jaas(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  @Override
  public void close() throws IOException {
    kafka.close();
    postgres.close();
  }

  private Map<String, String> common(String service) {
    String role = service.equals("dashboard-service") ? "groundswell_reader" : "groundswell";
    return Map.ofEntries(
        Map.entry("SPRING_KAFKA_SSL_BUNDLE", "kafka"),
        Map.entry(
            "SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE",
            "file:" + authority.certificate()),
        Map.entry("SPRING_KAFKA_ADMIN_AUTOCREATE", "false"),
        Map.entry("SPRING_DATASOURCE_URL", databaseAt("localhost", "sslmode=verify-full")),
        Map.entry("SPRING_DATASOURCE_USERNAME", role),
        Map.entry("SPRING_DATASOURCE_PASSWORD", PASSWORD + role),
        Map.entry("SPRING_KAFKA_STREAMS_STATEDIR", folder.resolve("streams").toString()),
        Map.entry("GROUNDSWELL_TOPICS_PARTITIONS", Integer.toString(PARTITIONS)),
        Map.entry("GROUNDSWELL_COLLECTOR_AUTHORSECRET", "only for tests, 24 chars"));
  }

  private static Map<String, String> passwords() {
    var passwords = new HashMap<String, String>();
    passwords.put(ADMIN, PASSWORD + ADMIN);
    passwords.put(STRANGER, PASSWORD + STRANGER);
    ServiceJar.ALL.stream()
        .map(jar -> Acls.user(jar.service()))
        .forEach(user -> passwords.put(user, PASSWORD + user));
    return passwords;
  }

  private void execute(String... statements) throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        databaseAt("localhost", "sslmode=verify-full").replace("/groundswell?", "/postgres?"),
        SUPERUSER,
        PASSWORD + SUPERUSER);
  }
}
