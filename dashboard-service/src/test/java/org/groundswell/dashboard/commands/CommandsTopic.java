package org.groundswell.dashboard.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that a broker has in the topic of commands. */
public final class CommandsTopic {

  private final Map<String, Object> broker;

  /** Reads of the broker at this address. */
  public CommandsTopic(String address) {
    this.broker = Map.of("bootstrap.servers", address);
  }

  List<ConsumerRecord<String, String>> read() {
    try (var consumer =
        new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(CommandTopic.NAME).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(it -> it).sum();
      var read = new ArrayList<ConsumerRecord<String, String>>();
      while (read.size() < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
      }
      return read;
    }
  }

  /** Returns the commands of one alert, in order. */
  public List<ConsumerRecord<String, String>> of(String alert) {
    return read().stream().filter(it -> alert.equals(it.key())).toList();
  }
}
