package org.groundswell.deadletters.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads partitions from given offsets to given ends, and never past them: what is written meanwhile
 * is left for the next run. Not thread-safe; the caller closes the consumer.
 */
public final class Passage {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  /**
   * Takes over a consumer.
   *
   * @param starts offsets of the first records to read
   * @param ends offsets after the last ones, of the same partitions
   */
  public Passage(
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = Map.copyOf(ends);
    consumer.assign(starts.keySet());
    starts.forEach(consumer::seek);
  }

  /**
   * Returns some more records, those of a partition in order; none when all ends are reached.
   *
   * @throws TimeoutException when the broker gives nothing for half a minute
   */
  public List<ConsumerRecord<byte[], byte[]>> next() {
    long last = System.nanoTime();
    while (!done()) {
      long before = progress();
      List<ConsumerRecord<byte[], byte[]>> found = poll();
      if (!found.isEmpty()) {
        return found;
      }
      if (progress() > before) {
        last = System.nanoTime();
      } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
        throw new TimeoutException("No records for " + PATIENCE);
      }
    }
    return List.of();
  }

  /** Returns the offset up to which a partition has been read, at most its end. */
  public long position(TopicPartition partition) {
    return Math.min(consumer.position(partition), ends.getOrDefault(partition, 0L));
  }

  private boolean done() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private long progress() {
    return ends.keySet().stream().mapToLong(consumer::position).sum();
  }

  private List<ConsumerRecord<byte[], byte[]>> poll() {
    consumer.pause(
        ends.keySet().stream()
            .filter(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))
            .toList());
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      var partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() < ends.getOrDefault(partition, 0L)) {
        found.add(record);
      }
    }
    return found;
  }
}
