package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topics as resources are the topics that the services create where nobody else does: the real
 * jars create them on a real broker, which is then asked what it has.
 */
class TopicsIT {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** Partitions, and the settings that differ from the broker's own. */
  record Topic(int partitions, Map<String, String> settings) {}

  @Test
  void theResourcesSayWhatTheServicesWouldCreate(@TempDir Path folder) throws Exception {
    Map<String, Topic> declared = declared(Overlay.rendered("production"));

    try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        var collector =
            RunningService.start("collector-service", variables(kafka, postgres, folder));
        var worker =
            RunningService.start("nlp-worker-service", variables(kafka, postgres, folder));
        var alerts = RunningService.start("alert-service", variables(kafka, postgres, folder));
        var dashboard =
            RunningService.start("dashboard-service", variables(kafka, postgres, folder))) {
      await()
          .atMost(LIMIT)
          .untilAsserted(() ->
              assertThat(names(admin))
                  .as(() ->
                      collector.output() + worker.output() + alerts.output() + dashboard.output())
                  .containsAll(declared.keySet()));

      assertThat(created(admin))
          .isEqualTo(declared)
          .isNotEqualTo(declared(withLongerSignals()))
          .isNotEqualTo(declared(withFewerPartitions()));
    }
  }

  private static Overlay withLongerSignals() {
    return Overlay.broken("production", "retention.ms: 86400000", "retention.ms: 86400001");
  }

  private static Overlay withFewerPartitions() {
    return Overlay.broken("production", "partitions: 24", "partitions: 12");
  }

  private static Map<String, Topic> declared(Overlay overlay) {
    return overlay.all(KafkaTopic.class).stream()
        .collect(
            Collectors.toMap(
                topic -> topic.getMetadata().getName(),
                topic ->
                    new Topic(
                        topic.getSpec().getPartitions(), settings(topic.getSpec().getConfig()))));
  }

  /** What is not said is the broker's own, which for the cleanup is to delete. */
  private static Map<String, String> settings(Map<String, Object> said) {
    var settings = new TreeMap<String, String>();
    said.forEach((name, value) -> settings.put(name, value.toString()));
    settings.putIfAbsent("cleanup.policy", "delete");
    return settings;
  }

  private static Map<String, Topic> created(Admin admin) throws Exception {
    Set<String> names =
        names(admin).stream()
            .filter(name -> name.startsWith("groundswell."))
            .collect(Collectors.toSet());
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    Map<ConfigResource, Config> settings =
        admin
            .describeConfigs(
                names.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList())
            .all()
            .get();
    var created = new HashMap<String, Topic>();
    settings.forEach((resource, config) ->
        created.put(
            resource.name(),
            new Topic(topics.get(resource.name()).partitions().size(), own(config))));
    return created;
  }

  private static Map<String, String> own(Config config) {
    var own = new TreeMap<String, String>();
    for (ConfigEntry entry : config.entries()) {
      if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        own.put(entry.name(), entry.value());
      }
    }
    own.putIfAbsent("cleanup.policy", "delete");
    return own;
  }

  private static Set<String> names(Admin admin) throws Exception {
    return admin.listTopics().names().get();
  }

  private static Map<String, String> variables(
      EmbeddedKafka kafka, EmbeddedPostgres postgres, Path folder) {
    return Map.of(
        "SPRING_KAFKA_BOOTSTRAPSERVERS", kafka.bootstrapServers(),
        "SPRING_DATASOURCE_URL", postgres.jdbcUrl("postgres"),
        "SPRING_DATASOURCE_USERNAME", postgres.superuser(),
        "SPRING_KAFKA_STREAMS_STATEDIR", folder.resolve("streams").toString(),
        "GROUNDSWELL_COLLECTOR_AUTHORSECRET", "only-for-this-one-test");
  }
}
