package org.groundswell.system.configuration;

import java.util.List;

/**
 * A property of Spring Boot that operators of this product set.
 *
 * @param name in its canonical form; may go on below one that takes any keys
 * @param services those that it matters to
 * @param meaning what it is here, in place of Spring's own words
 */
record SpringProperty(String name, List<String> services, String meaning) {

  private static final String COLLECTOR = "collector-service";
  private static final String WORKER = "nlp-worker-service";
  private static final String ALERTS = "alert-service";
  private static final String DASHBOARD = "dashboard-service";
  private static final List<String> ALL = List.of(COLLECTOR, WORKER, ALERTS, DASHBOARD);
  private static final List<String> DATABASE = List.of(ALERTS, DASHBOARD);
  private static final String KAFKA_SSL = "spring.ssl.bundle.pem.kafka.";

  static List<Group> groups() {
    return List.of(kafka(), kafkaSecurity(), database(), http(), logs(), traces());
  }

  /** What is told together under one heading. */
  record Group(String heading, List<SpringProperty> properties) {}

  private static Group kafka() {
    return new Group(
        "Kafka",
        List.of(
            all("spring.kafka.bootstrap-servers", "Brokers, as host:port, separated by commas"),
            of(
                ALL,
                "spring.kafka.admin.auto-create",
                "Whether the service creates the topics that it writes; false where they are made"
                    + " by others"),
            of(
                List.of(WORKER),
                "spring.kafka.consumer.group-id",
                "The consumer group that shares the work"),
            of(
                List.of(WORKER),
                "spring.kafka.consumer.max-poll-records",
                "Most posts of a batch, and so of a transaction"),
            of(
                List.of(WORKER),
                "spring.kafka.producer.transaction-id-prefix",
                "First part of the transactional ids; the rest is a number"),
            of(
                List.of(ALERTS),
                "spring.kafka.streams.application-id",
                "Consumer group of the topology and prefix of its internal topics and"
                    + " transactional ids"),
            of(
                List.of(ALERTS),
                "spring.kafka.streams.state-dir",
                "Folder of the local copy of the state; rebuilt from Kafka when lost")));
  }

  private static Group kafkaSecurity() {
    return new Group(
        "Kafka, secured",
        List.of(
            all(
                "spring.kafka.security.protocol",
                "PLAINTEXT, SSL, SASL_SSL or SASL_PLAINTEXT; Kafka's default is PLAINTEXT"),
            all("spring.kafka.properties.sasl.mechanism", "SCRAM-SHA-512 for example"),
            all(
                "spring.kafka.properties.sasl.jaas.config",
                "Secret: org.apache.kafka.common.security.scram.ScramLoginModule required"
                    + " username=\"…\" password=\"…\";"),
            all("spring.kafka.ssl.bundle", "Name of the bundle with certificates: kafka"),
            all(
                KAFKA_SSL + "truststore.certificate",
                "CA of the brokers: PEM, or file: and a path"),
            all(KAFKA_SSL + "keystore.certificate", "For mutual TLS: the service's certificate"),
            all(KAFKA_SSL + "keystore.private-key", "Secret, for mutual TLS: its key")));
  }

  private static Group database() {
    return new Group(
        "PostgreSQL",
        List.of(
            of(
                DATABASE,
                "spring.datasource.url",
                "JDBC address; with TLS it ends in ?sslmode=verify-full&sslrootcert= and the file of the"
                    + " CA"),
            of(
                DATABASE,
                "spring.datasource.username",
                "Role; for the dashboard one that may only select"),
            of(DATABASE, "spring.datasource.password", "Secret: its password"),
            of(
                DATABASE,
                "spring.datasource.hikari.maximum-pool-size",
                "Most connections of one instance")));
  }

  private static Group http() {
    return new Group(
        "HTTP",
        List.of(
            all("server.address", "Address listened on; 0.0.0.0 in a container"),
            all("server.port", "Port of the API, and of Actuator unless that has its own"),
            all("management.server.port", "A port of its own for health and metrics"),
            all("management.server.address", "Address of that port; needs management.server.port"),
            all(
                "spring.lifecycle.timeout-per-shutdown-phase",
                "Grace for work that is under way")));
  }

  private static Group logs() {
    return new Group(
        "Logs",
        List.of(
            all(
                "logging.structured.format.console",
                "Form of the log: ecs for one line of JSON for each event"),
            all(
                "logging.level.org.groundswell",
                "Level of the services' own loggers: debug for more")));
  }

  private static Group traces() {
    return new Group(
        "Traces",
        List.of(
            all(
                "management.tracing.sampling.probability",
                "Share of the requests that are traced, and at the collector of the posts, 0 to 1"),
            all(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "Where spans go, by OTLP over HTTP: http://…:4318/v1/traces; nothing is exported"
                    + " without it")));
  }

  private static SpringProperty all(String name, String meaning) {
    return new SpringProperty(name, ALL, meaning);
  }

  private static SpringProperty of(List<String> services, String name, String meaning) {
    return new SpringProperty(name, services, meaning);
  }
}
