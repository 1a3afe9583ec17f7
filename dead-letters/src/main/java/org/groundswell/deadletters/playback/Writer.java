package org.groundswell.deadletters.playback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.playback.Portion.Judged;
import org.groundswell.deadletters.playback.Verdict.PlayedBack;

/**
 * Writes dead letters back to their topic, exactly once for readers of committed records: the
 * records and what is remembered of them are of one transaction. Not thread-safe.
 */
final class Writer implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final ConsumerGroupMetadata group;

  /**
   * Ends what an earlier run left open, and stops that run if it still goes on.
   *
   * @param producer taken over, and closed with this
   * @param group whose committed offsets remember what was played back
   */
  Writer(Producer<byte[], byte[]> producer, String topic, ConsumerGroupMetadata group) {
    this.producer = producer;
    this.topic = topic;
    this.group = group;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      close();
      throw e;
    }
  }

  /**
   * Writes what is played back of a portion.
   *
   * @param remembered offsets of the dead letters to commit with it
   */
  void write(Portion portion, Map<TopicPartition, OffsetAndMetadata> remembered) {
    producer.beginTransaction();
    try {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (Judged judged : portion.letters()) {
        if (judged.verdict() instanceof PlayedBack playedBack) {
          sent.add(producer.send(record(judged.letter(), playedBack)));
        }
      }
      producer.sendOffsetsToTransaction(remembered, group);
      producer.flush();
      requireAll(sent);
      producer.commitTransaction();
    } catch (KafkaException e) {
      abort(e);
      throw e;
    }
  }

  /** Without the headers that made it a dead letter. */
  private ProducerRecord<byte[], byte[]> record(DeadLetter letter, PlayedBack how) {
    var record =
        new ProducerRecord<byte[], byte[]>(
            topic, how.partition(), letter.record().key(), letter.record().value());
    record.headers().add(DeadLetter.PLAYED_BACK, Integer.toString(how.round()).getBytes(UTF_8));
    return record;
  }

  /** The transaction would fail as well, but not say why. */
  private static void requireAll(List<Future<RecordMetadata>> sent) {
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException("Interrupted", e);
      }
    }
  }

  /** What cannot be aborted here is aborted by the next run, or by the broker in half a minute. */
  private void abort(KafkaException why) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
