package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.groundswell.testing.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A worker's topics on the test broker, under names of their own. */
final class Broker {

  static final int PARTITIONS = 4;

  private final String prefix = "test-" + UUID.randomUUID();
  final String posts = prefix + ".posts";
  final String signals = prefix + ".signals";
  final String deadLetters = prefix + ".posts.dlt";

  /** Creates the topic of posts; the worker creates the others. */
  static Broker withPosts() {
    var broker = new Broker();
    try (var admin = Admin.create(bootstrap())) {
      var topic = new NewTopic(broker.posts, PARTITIONS, (short) 1);
      admin.createTopics(List.of(topic)).all().get();
      return broker;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("No topic " + broker.posts, e);
    }
  }

  void addProperties(DynamicPropertyRegistry registry) {
    properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  Map<String, Object> properties() {
    return Map.of(
        "spring.kafka.bootstrap-servers", TestServers.kafka(),
        "spring.kafka.consumer.group-id", prefix,
        "groundswell.topics.posts", posts,
        "groundswell.topics.signals", signals,
        "groundswell.topics.posts-dead-letters", deadLetters,
        "groundswell.topics.partitions", Integer.toString(PARTITIONS),
        "server.port", "0");
  }

  /** Writes records and returns when the broker has them. */
  void write(List<ProducerRecord<byte[], byte[]>> records) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestServers.kafka(),
            // A topic just made may refuse the first of several requests and take the next.
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class);
    try (var producer = new KafkaProducer<byte[], byte[]>(config)) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker has not taken all records", e);
    }
  }

  ProducerRecord<byte[], byte[]> record(int partition, String key, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    return new ProducerRecord<>(posts, partition, key.getBytes(UTF_8), bytes);
  }

  List<ConsumerRecord<String, byte[]>> committed(String topic) {
    return read(topic, "read_committed");
  }

  List<ConsumerRecord<String, byte[]>> evenUncommitted(String topic) {
    return read(topic, "read_uncommitted");
  }

  /** Reads a topic from its beginning to its present end, partition by partition. */
  private static List<ConsumerRecord<String, byte[]>> read(String topic, String isolation) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestServers.kafka(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            isolation,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static Map<String, Object> bootstrap() {
    return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka());
  }
}
