package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Header;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.pipeline.Signal;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what posts came to, within the transaction of the calling thread. A record that the broker
 * does not acknowledge fails the transaction's commit.
 */
@Component
class SignalsWriter {

  private static final JsonMapper JSON = new JsonMapper();

  /** How often the record was played back from the dead letters; kept, so that it ends. */
  private static final String PLAYED_BACK = "played-back";

  private final KafkaOperations<byte[], byte[]> kafka;
  private final TopicsProperties topics;

  SignalsWriter(KafkaOperations<byte[], byte[]> kafka, TopicsProperties topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Writes a signal.
   *
   * @param traceparent where the trace of its post has come to; null unless the post is traced
   */
  void write(Signal signal, @Nullable String traceparent) {
    byte[] key = Long.toString(signal.scopeId()).getBytes(UTF_8);
    send(
        traced(
            new ProducerRecord<>(topics.signals(), key, JSON.writeValueAsBytes(signal)),
            traceparent));
  }

  /** Writes each watermark to every partition of the signals, so that no reader waits for it. */
  void write(Collection<Watermark> watermarks) {
    if (watermarks.isEmpty()) {
      return;
    }
    for (PartitionInfo partition : kafka.partitionsFor(topics.signals())) {
      for (Watermark watermark : watermarks) {
        byte[] key = watermark.key().getBytes(UTF_8);
        byte[] value = JSON.writeValueAsBytes(watermark);
        send(new ProducerRecord<>(topics.signals(), partition.partition(), key, value));
      }
    }
  }

  /** Writes a record as it came, with why and whence in headers of UTF-8 text. */
  void write(
      ConsumerRecord<byte[], byte[]> record, Rejected rejected, @Nullable String traceparent) {
    var letter = new ProducerRecord<>(topics.postsDeadLetters(), record.key(), record.value());
    letter
        .headers()
        .add("reason", rejected.reason().name().getBytes(UTF_8))
        .add("detail", rejected.detail().getBytes(UTF_8))
        .add("topic", record.topic().getBytes(UTF_8))
        .add("partition", Integer.toString(record.partition()).getBytes(UTF_8))
        .add("offset", Long.toString(record.offset()).getBytes(UTF_8));
    Header playedBack = record.headers().lastHeader(PLAYED_BACK);
    if (playedBack != null) {
      letter.headers().add(playedBack);
    }
    send(traced(letter, traceparent));
  }

  private static ProducerRecord<byte[], byte[]> traced(
      ProducerRecord<byte[], byte[]> record, @Nullable String traceparent) {
    if (traceparent != null) {
      record.headers().add(PostTraces.HEADER, traceparent.getBytes(UTF_8));
    }
    return record;
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    // The future is left alone: a transactional producer does not commit past a failed send.
    var _ = kafka.send(record);
  }
}
