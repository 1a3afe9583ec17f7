package org.groundswell.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.testing.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Topics that one test has for itself on the broker that all share, and the command to try. */
final class Desk implements AutoCloseable {

  static final int PARTITIONS = 3;

  private final String prefix = "test-" + UUID.randomUUID();
  final String posts = prefix + ".posts";
  final String deletions = prefix + ".deletions";
  final String commands = prefix + ".alert-commands";
  final String deadLetters = posts + ".dlt";

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestServers.kafka()),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final ConfigurableApplicationContext context;

  Desk() {
    create(posts, PARTITIONS);
    create(deletions, 2);
    create(deadLetters, 1);
    create(deletions + ".dlt", 2);
    create(commands, PARTITIONS);
    create(commands + ".dlt", 1);
    context = context(TestServers.kafka());
  }

  /** What a command came to. */
  record Done(int exitCode, String out, String err) {}

  Done run(String... args) {
    return run(context, args);
  }

  /** Runs a command against another address. */
  Done runAt(String servers, String... args) {
    try (var elsewhere = context(servers)) {
      return run(elsewhere, args);
    }
  }

  Broker broker() {
    return context.getBean(Broker.class);
  }

  /** Writes a dead letter as the worker does, of a record in partition {@code i % PARTITIONS}. */
  void letter(int i, String reason, byte @Nullable [] key, byte @Nullable [] value) {
    letter(
        key,
        value,
        Map.of(
            "reason",
            reason,
            "detail",
            "why",
            "topic",
            posts,
            "partition",
            Integer.toString(i % PARTITIONS),
            "offset",
            Integer.toString(i)));
  }

  void letter(byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
    letter(deadLetters, key, value, headers);
  }

  void letter(
      String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
    var record = new ProducerRecord<>(topic, 0, key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    send(record);
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record);
    producer.flush();
  }

  /** Everything committed to a topic so far, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", TestServers.kafka(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
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

  /** The keys of what was played back so far, as text, partition by partition. */
  List<String> keys() {
    return records(posts).stream().map(record -> new String(record.key(), UTF_8)).toList();
  }

  void delete(String topic) {
    try (var admin = admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  String group() {
    return prefix;
  }

  static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", TestServers.kafka()));
  }

  @Override
  public void close() {
    context.close();
    producer.close();
  }

  private static void create(String topic, int partitions) {
    try (var admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Done run(ConfigurableApplicationContext context, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        context
            .getBean(Commands.class)
            .run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Done(exitCode, out.toString(), err.toString());
  }

  private ConfigurableApplicationContext context(String servers) {
    return new SpringApplicationBuilder(DeadLettersApplication.class)
        .properties(
            "spring.kafka.bootstrap-servers=" + servers,
            "spring.kafka.consumer.group-id=" + prefix,
            "spring.kafka.consumer.max-poll-records=10",
            "spring.kafka.consumer.properties.default.api.timeout.ms=4000",
            "spring.kafka.producer.properties.max.block.ms=4000",
            "groundswell.topics.names.posts=" + posts,
            "groundswell.topics.names.deletions=" + deletions,
            "groundswell.topics.names.signals=" + prefix + ".signals",
            "groundswell.topics.names.alert-commands=" + commands,
            "groundswell.topics.names.alerts=" + prefix + ".alerts",
            "groundswell.topics.names.sources=" + prefix + ".sources")
        .run();
  }
}
