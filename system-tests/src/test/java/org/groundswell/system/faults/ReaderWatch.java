package org.groundswell.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.groundswell.system.cluster.Cluster;

/**
 * Reads a topic as everyone does who reads committed records only, and keeps for how long a
 * partition brought nothing, by phase. Watermarks alone bring something every second. Thread-safe.
 */
final class ReaderWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<Integer, Long> lastRead = new HashMap<>();
  private final List<String> phases = new ArrayList<>();
  private final List<Long> longest = new ArrayList<>();
  private volatile boolean closing;

  private ReaderWatch(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * What one phase showed.
   *
   * @param longestSilenceMillis longest time without a committed record in one of the partitions
   */
  record Figures(String phase, long longestSilenceMillis) {}

  /** Starts to read at the end of a topic that exists. */
  static ReaderWatch start(String bootstrapServers, String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    var watch = new ReaderWatch(consumer);
    watch.thread.execute(watch::read);
    return watch;
  }

  /** Begins a phase; a silence that is going on belongs to the new one. */
  synchronized void begin(String phase) {
    phases.add(phase);
    longest.add(0L);
  }

  synchronized List<Figures> figures() {
    return IntStream.range(0, phases.size())
        .mapToObj(i -> new Figures(phases.get(i), longest.get(i)))
        .toList();
  }

  @Override
  public void close() {
    closing = true;
    thread.close();
    consumer.close();
  }

  private void read() {
    while (!closing) {
      var records = consumer.poll(POLL);
      long now = System.nanoTime();
      synchronized (this) {
        records.partitions().forEach(partition -> lastRead.put(partition.partition(), now));
        lastRead.values().forEach(last -> note((now - last) / 1_000_000));
      }
    }
  }

  private void note(long silence) {
    if (!longest.isEmpty()) {
      longest.set(longest.size() - 1, Math.max(longest.getLast(), silence));
    }
  }
}
