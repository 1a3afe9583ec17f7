package org.groundswell.collector.intake;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one producer of the collector. That it is one matters: it is idempotent, so records reach a
 * partition in the order in which they were sent, and a clock cannot overtake a post.
 *
 * <p>Whoever must not be interrupted between a decision and its sending holds this object's
 * monitor.
 */
@Component
final class Outbox implements DisposableBean {

  private final Producer<String, byte[]> producer;
  private final JsonMapper json;

  Outbox(ProducerFactory<String, byte[]> producers, JsonMapper json) {
    this.producer = producers.createProducer();
    this.json = json;
  }

  /** Sends to the partition that Kafka's hash of the key names. */
  CompletableFuture<Void> send(String topic, String key, @Nullable Object value) {
    return send(new ProducerRecord<>(topic, key, value == null ? null : bytes(value)));
  }

  /**
   * Sends what {@link #bytes} returned, as {@link #send(String, String, Object)} does.
   *
   * @param trace of the post, written into its headers; null unless it is traced
   */
  CompletableFuture<Void> sendBytes(String topic, String key, byte[] value, @Nullable Span trace) {
    var message = new ProducerRecord<String, byte @Nullable []>(topic, key, value);
    if (trace != null) {
      PostTraces.write(trace, message);
    }
    return send(message);
  }

  CompletableFuture<Void> send(String topic, int partition, String key, Object value) {
    return send(new ProducerRecord<>(topic, partition, key, bytes(value)));
  }

  /** Returns how many partitions a topic has; waits for the broker at most {@code max.block.ms}. */
  int partitions(String topic) {
    return producer.partitionsFor(topic).size();
  }

  /** Waits until everything that was sent is acknowledged or has failed. */
  void flush() {
    producer.flush();
  }

  @Override
  public void destroy() {
    producer.close();
  }

  byte[] bytes(Object value) {
    return json.writeValueAsBytes(value);
  }

  private synchronized CompletableFuture<Void> send(
      ProducerRecord<String, byte @Nullable []> message) {
    var acknowledged = new CompletableFuture<Void>();
    try {
      var _ = producer.send(message, (_, failure) -> settle(acknowledged, failure));
    } catch (KafkaException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  private static void settle(CompletableFuture<Void> acknowledged, @Nullable Exception failure) {
    if (failure == null) {
      acknowledged.complete(null);
    } else {
      acknowledged.completeExceptionally(failure);
    }
  }
}
