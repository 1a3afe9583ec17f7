package org.groundswell.alerts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.testing.TestServers;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Topics, groups and a database that one test has for itself on the servers that all share. */
public final class World {

  private final String name;
  private final TestServers.Database database = TestServers.newDatabase();

  public World(String name) {
    this.name = name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  public String topic(String kind) {
    return name + "." + kind;
  }

  public String group() {
    return name + "-store";
  }

  public Path stateDirectory() {
    return Path.of("target", "streams", name).toAbsolutePath();
  }

  public Map<String, Object> properties() {
    return Map.ofEntries(
        Map.entry("spring.kafka.bootstrap-servers", TestServers.kafka()),
        Map.entry("spring.kafka.streams.application-id", name),
        Map.entry("spring.kafka.streams.state-dir", stateDirectory().toString()),
        Map.entry("spring.datasource.url", database.jdbcUrl()),
        Map.entry("spring.datasource.username", database.user()),
        Map.entry("spring.datasource.password", database.password()),
        Map.entry("groundswell.alerts.store.group", group()),
        Map.entry("groundswell.alerts.notification.group", name + "-notifications"),
        Map.entry("groundswell.alerts.notification.dead-letters", topic("notifications.dlt")),
        Map.entry("groundswell.topics.partitions", "2"),
        Map.entry("groundswell.topics.names.signals", topic("signals")),
        Map.entry("groundswell.topics.names.deletions", topic("deletions")),
        Map.entry("groundswell.topics.names.alert-commands", topic("alert-commands")),
        Map.entry("groundswell.topics.names.alerts", topic("alerts")));
  }

  public void configure(DynamicPropertyRegistry registry) {
    properties().forEach((key, value) -> registry.add(key, () -> value));
  }

  public void createSourceTopics(int partitions) {
    try (var admin = admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic("signals"), partitions, (short) 1),
                  new NewTopic(topic("deletions"), 2, (short) 1)))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public void deleteTopic(String kind) {
    try (var admin = admin()) {
      admin.deleteTopics(List.of(topic(kind))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many offsets the sink's group has not committed yet, end markers included. */
  public long lagOfSink() {
    try (var admin = admin()) {
      var committed = admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata().get();
      var ends =
          admin
              .listOffsets(
                  committed.keySet().stream()
                      .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
              .all()
              .get();
      return committed.entrySet().stream()
          .mapToLong(entry -> ends.get(entry.getKey()).offset() - entry.getValue().offset())
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many members the topology's group has. */
  public int members() {
    try (var admin = admin()) {
      var group = admin.describeConsumerGroups(List.of(name)).all().get().get(name);
      return group.members().size();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every revision of every alert that has been committed, by alert, in order. */
  public Map<String, List<Alert>> alerts() {
    return records("alerts").stream()
        .map(found -> JsonSerde.of(Alert.class).read(found.value()))
        .collect(Collectors.groupingBy(Alert::id, TreeMap::new, Collectors.toList()));
  }

  /** Everything committed to a topic so far; nothing when it does not exist. */
  public List<ConsumerRecord<String, byte[]>> records(String kind) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                TestServers.kafka(),
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.listTopics().getOrDefault(topic(kind), List.of()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(of -> consumer.position(of) < ends.get(of))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", TestServers.kafka()));
  }
}
