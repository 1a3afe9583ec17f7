package org.groundswell.deadletters.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Makes clients of Kafka as the environment says, for records of plain bytes. */
@Component
public class Broker {

  private final ConsumerFactory<?, ?> consumers;
  private final ProducerFactory<?, ?> producers;

  Broker(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers) {
    this.consumers = consumers;
    this.producers = producers;
  }

  /** Returns the group whose offsets remember what was played back. */
  public String group() {
    return String.valueOf(
        consumers.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG));
  }

  String servers() {
    Object servers =
        consumers.getConfigurationProperties().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
    return servers instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(servers);
  }

  /** Returns a new consumer of committed records, which joins no group; the caller closes it. */
  public Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        consumers.getConfigurationProperties(),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * Returns a new producer for transactions; the caller closes it. Of two with the same name the
   * older one fails as soon as the newer one begins.
   *
   * @param name what it does, within this group
   */
  public Producer<byte[], byte[]> producer(String name) {
    Map<String, Object> config = new HashMap<>(producers.getConfigurationProperties());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group() + "-" + name);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns the partitions of a topic; none when there is no such topic. */
  public static List<TopicPartition> find(Consumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /**
   * Returns the partitions of a topic.
   *
   * @throws CannotGoOn when there is no such topic
   */
  public static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions = find(consumer, topic);
    if (partitions.isEmpty()) {
      throw new CannotGoOn("There is no topic %s.".formatted(topic));
    }
    return partitions;
  }
}
