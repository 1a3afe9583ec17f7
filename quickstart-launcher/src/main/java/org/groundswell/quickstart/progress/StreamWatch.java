package org.groundswell.quickstart.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Follows a run through Kafka: reads every committed record of the topics once, and asks how far
 * the services' consumer groups are.
 *
 * <p>Counts start at the end that each topic had when the watch was made, before any service ran,
 * so that a kept data folder does not count twice; reading starts where the topic's group stands,
 * so that what an earlier run left undone is seen. Topics may appear at any time. Used by one
 * thread.
 */
public final class StreamWatch implements AutoCloseable {

  private static final Duration HISTORY_WITHIN = Duration.ofSeconds(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BrokerOffsets broker;
  private final Tally tally;
  private final Judged judged = new Judged();
  private final Drain drain = new Drain();
  private final Map<TopicPartition, Long> countedFrom;
  private final Map<TopicPartition, Long> lastRecords = new HashMap<>();
  private Optional<Instant> judgedBefore = Optional.empty();

  private StreamWatch(KafkaConsumer<byte[], byte[]> consumer, BrokerOffsets broker, Tally tally) {
    this.consumer = consumer;
    this.broker = broker;
    this.tally = tally;
    this.countedFrom = broker.ends(broker.partitions());
  }

  /**
   * Starts to watch; call before any service is started.
   *
   * @param onAlert told once of each alert that is raised
   */
  public static StreamWatch start(String bootstrapServers, Consumer<AlertSeen> onAlert) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "allow.auto.create.topics", "false",
                "max.poll.records", "5000"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var watch = new StreamWatch(consumer, BrokerOffsets.of(bootstrapServers), new Tally(onAlert));
    watch.readJudged();
    return watch;
  }

  /** Learns how far an earlier run on the same folder has judged. */
  private void readJudged() {
    long deadline = System.nanoTime() + HISTORY_WITHIN.toNanos();
    Map<TopicPartition, Long> ends = new HashMap<>(countedFrom);
    ends.keySet().removeIf(partition -> !partition.topic().equals(Topics.JUDGED));
    if (ends.isEmpty()) {
      return;
    }
    follow(ends.keySet(), Map.of());
    while (System.nanoTime() < deadline
        && ends.entrySet().stream()
            .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      read(Duration.ZERO);
    }
    judgedBefore = judged.furthest();
  }

  /**
   * Returns a sentence when posts of this run are older than what an earlier run on the same folder
   * has judged; empty while none is known to be.
   */
  public Optional<String> overlap() {
    return judgedBefore.flatMap(judgedUpTo ->
        tally
            .begin()
            .filter(judgedUpTo::isAfter)
            .map(begin ->
                ("The posts begin at %s, but an earlier run on this folder has judged all time"
                        + " before %s: what is older raises no alert. Name another folder with"
                        + " --data to have it judged.")
                    .formatted(begin, judgedUpTo)));
  }

  /** Reads what has come, for about the given time; the first look says what there is to read. */
  public void read(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    if (consumer.assignment().isEmpty()) {
      LockSupport.parkNanos(duration.toNanos()); // no topic yet, and nothing may be polled
      return;
    }
    do {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
        var partition = new TopicPartition(message.topic(), message.partition());
        lastRecords.put(partition, message.offset());
        if (message.topic().equals(Topics.JUDGED)) {
          judged.add(message);
        } else if (message.offset() >= countedFrom.getOrDefault(partition, 0L)) {
          tally.add(message);
        }
      }
    } while (System.nanoTime() < end);
  }

  /** Takes a look at how far everything is; finds topics that are new. */
  public Look look() {
    Set<TopicPartition> partitions = broker.partitions();
    Map<TopicPartition, Long> committed = broker.committed();
    follow(partitions, committed);
    var offsets =
        new Offsets(committed, broker.ends(partitions), positions(), Map.copyOf(lastRecords));
    tally.answer(committed);
    return new Look(
        tally.counts(), replayed(), drain.done(offsets, tally.endings(), judged), drain.waiting());
  }

  /** Returns the summary of the run so far. */
  public Summary summary(Counts counts, long now) {
    return Summary.of(counts, tally.firstPost(), now, tally.alerts());
  }

  @Override
  public void close() {
    consumer.close();
    broker.close();
  }

  private boolean replayed() {
    long posts = consumer.assignment().stream().filter(StreamWatch::isPosts).count();
    return posts > 0 && tally.endings().size() == posts;
  }

  private static boolean isPosts(TopicPartition partition) {
    return partition.topic().equals(Topics.POSTS);
  }

  private void follow(Set<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
    Set<TopicPartition> known = consumer.assignment();
    if (known.equals(partitions)) {
      return;
    }
    Map<TopicPartition, Long> positions = positions();
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, positions.getOrDefault(partition, start(partition, committed)));
    }
  }

  private long start(TopicPartition partition, Map<TopicPartition, Long> committed) {
    if (partition.topic().equals(Topics.JUDGED)) {
      return 0; // an earlier run may have judged all that this one replays
    }
    long counted = countedFrom(partition);
    boolean read = Topics.readerOf(partition.topic()).isPresent();
    return read ? Math.min(counted, committed.getOrDefault(partition, 0L)) : counted;
  }

  private long countedFrom(TopicPartition partition) {
    return countedFrom.getOrDefault(partition, 0L);
  }

  private Map<TopicPartition, Long> positions() {
    return consumer.assignment().stream()
        .collect(Collectors.toMap(partition -> partition, consumer::position));
  }
}
