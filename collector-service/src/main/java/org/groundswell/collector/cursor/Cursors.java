package org.groundswell.collector.cursor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.collector.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Remembers in a compacted topic how far each source has been read. Thread-safe. */
@Component
public class Cursors {

  private static final Logger log = LoggerFactory.getLogger(Cursors.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  private final ProducerFactory<String, byte[]> producers;
  private final ConsumerFactory<String, byte[]> consumers;
  private final JsonMapper json;
  private final Clock wall;

  Cursors(
      ProducerFactory<String, byte[]> producers,
      ConsumerFactory<String, byte[]> consumers,
      JsonMapper json,
      Clock wall) {
    this.producers = producers;
    this.consumers = consumers;
    this.json = json;
    this.wall = wall;
  }

  /**
   * Keeps a cursor, and returns when Kafka has it.
   *
   * @throws IllegalStateException when Kafka does not acknowledge it within 30 seconds
   */
  public void save(String source, String cursor) {
    byte[] value = json.writeValueAsBytes(new SourceCursor(source, cursor, wall.instant()));
    try (Producer<String, byte[]> producer = producers.createProducer()) {
      var _ =
          producer
              .send(new ProducerRecord<>(Topics.SOURCE_CURSORS, source, value))
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the cursor was saved", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not acknowledge the cursor of " + source, e);
    }
  }

  /**
   * Reads the last cursor of a source; empty when there is none, or none that can be read.
   *
   * @throws IllegalStateException when the topic cannot be read to its end within 30 seconds
   */
  public Optional<String> read(String source) {
    try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.SOURCE_CURSORS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return last(consumer, source);
    }
  }

  private Optional<String> last(Consumer<String, byte[]> consumer, String source) {
    var ends = consumer.endOffsets(consumer.assignment());
    Instant deadline = wall.instant().plus(PATIENCE);
    String cursor = null;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (wall.instant().isAfter(deadline)) {
        throw new IllegalStateException("Cursors could not be read within " + PATIENCE);
      }
      for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
        cursor = source.equals(message.key()) ? cursor(message.value()) : cursor;
      }
    }
    return Optional.ofNullable(cursor);
  }

  private @Nullable String cursor(byte @Nullable [] value) {
    try {
      return value == null ? null : json.readValue(value, SourceCursor.class).cursor();
    } catch (JacksonException e) {
      log.warn("A cursor cannot be read and is passed over: {}", e.getOriginalMessage());
      return null;
    }
  }
}
