package org.groundswell.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.testing.TestServers;

/** Plays the workers and the collector: signals, watermarks and deletions into a world's topics. */
public final class Stream implements AutoCloseable {

  private static final JsonSerde<SignalRecord> SIGNAL = JsonSerde.of(SignalRecord.class);
  private static final JsonSerde<Deletion> DELETION = JsonSerde.of(Deletion.class);

  private final World world;
  private final int postPartitions;
  private final Instant started;
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestServers.kafka()),
          new StringSerializer(),
          new ByteArraySerializer());

  public Stream(World world, int postPartitions, Instant started) {
    this.world = world;
    this.postPartitions = postPartitions;
    this.started = started;
  }

  public void send(List<Signal> signals) {
    signals.forEach(signal ->
        producer.send(
            new ProducerRecord<>(world.topic("signals"), Sent.key(signal), SIGNAL.write(signal))));
  }

  public void sendRaw(String topic, byte[] value) {
    producer.send(new ProducerRecord<>(world.topic(topic), "raw", value));
    producer.flush();
  }

  /** Every partition of the posts has been read up to a time. */
  public void clock(Instant time) {
    int signalPartitions = producer.partitionsFor(world.topic("signals")).size();
    for (int partition = 0; partition < postPartitions; partition++) {
      var watermark = new Watermark("collector", partition, postPartitions, time, started);
      for (int to = 0; to < signalPartitions; to++) {
        producer.send(
            new ProducerRecord<>(world.topic("signals"), to, "watermark", SIGNAL.write(watermark)));
      }
    }
    producer.flush();
  }

  public void delete(String post) {
    delete(new Deletion(Scope.POST, post, null, Instant.now()), post);
  }

  public void deleteAuthor(String authorKey) {
    delete(new Deletion(Scope.AUTHOR, null, authorKey, Instant.now()), "push:" + authorKey);
  }

  private void delete(Deletion deletion, String key) {
    producer.send(new ProducerRecord<>(world.topic("deletions"), key, DELETION.write(deletion)));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
