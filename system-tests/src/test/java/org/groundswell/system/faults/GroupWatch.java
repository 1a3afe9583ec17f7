package org.groundswell.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.system.cluster.Cluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker ten times a second how far a consumer group has come in a topic, and keeps the
 * answers by phase. Thread-safe.
 */
final class GroupWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupWatch.class);
  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(100);
  private static final long ANSWER_SECONDS = 20;

  /** A pause that a disturbance makes has begun with the last commit before it. */
  private static final long A_MOMENT = 250;

  /** One in so many samples is written to the report. */
  private static final int REPORTED = 3;

  private final String group;
  private final String topic;
  private final Admin admin;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final long began = System.nanoTime();
  private final List<Sample> samples = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();

  private GroupWatch(String group, String topic, Admin admin) {
    this.group = group;
    this.topic = topic;
    this.admin = admin;
  }

  /** How far the group and the topic were, by partition. */
  private record Sample(long at, Map<Integer, Long> committed, Map<Integer, Long> ends) {

    long behind(int partition) {
      return ends.getOrDefault(partition, 0L) - committed.getOrDefault(partition, 0L);
    }

    long behind() {
      return ends.keySet().stream().mapToLong(this::behind).sum();
    }

    long sum() {
      return committed.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private record Phase(String name, long from) {}

  private record Pause(long from, long millis) {}

  /**
   * What one phase showed.
   *
   * @param longestPauseMillis longest time in which the group committed nothing though there was
   *     something, of the pauses that began in this phase; to a tenth of a second
   * @param longestPartitionPauseMillis the same of the partition that waited longest
   * @param mostBehind most records that were not committed yet
   * @param behind records not committed, by milliseconds since the watch began
   */
  record Figures(
      String phase,
      long millis,
      long longestPauseMillis,
      long longestPartitionPauseMillis,
      long mostBehind,
      Map<Long, Long> behind) {}

  static GroupWatch start(String bootstrapServers, String group, String topic) {
    var watch =
        new GroupWatch(group, topic, Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
    var _ =
        watch.thread.scheduleWithFixedDelay(
            watch::sample, 0, BETWEEN_SAMPLES.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Begins a phase; what a disturbance does belongs to the phase that begins with it. */
  synchronized void begin(String phase) {
    phases.add(new Phase(phase, now()));
  }

  /** Returns how many members of the group have partitions. */
  long membersAtWork() {
    try {
      ConsumerGroupDescription described =
          answer(admin.describeConsumerGroups(List.of(group)).all()).get(group);
      return described.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  /** Asks how many of the records that are in the topic now are not committed yet. */
  long behind() {
    try {
      Map<Integer, Long> ends = ends();
      return new Sample(now(), committed(), ends).behind();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized List<Figures> figures() {
    List<Pause> pauses = pauses(Sample::sum, Sample::behind);
    List<Pause> partitionPauses =
        IntStream.range(0, Cluster.PARTITIONS)
            .boxed()
            .flatMap(partition ->
                pauses(
                    sample -> sample.committed().getOrDefault(partition, 0L),
                    sample -> sample.behind(partition))
                    .stream())
            .toList();
    return IntStream.range(0, phases.size())
        .mapToObj(i -> figures(i, pauses, partitionPauses))
        .toList();
  }

  @Override
  public void close() {
    thread.close();
    admin.close();
  }

  /** A sample that cannot be taken, as before the topic exists, is left out. */
  private void sample() {
    try {
      Map<Integer, Long> ends = ends();
      var sample = new Sample(now(), committed(), ends);
      synchronized (this) {
        samples.add(sample);
      }
    } catch (ExecutionException e) {
      LOG.debug("No sample of {}", group, e);
    }
  }

  private Map<Integer, Long> committed() throws ExecutionException {
    return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  private Map<Integer, Long> ends() throws ExecutionException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return answer(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  private Figures figures(int phase, List<Pause> pauses, List<Pause> partitionPauses) {
    long from = phases.get(phase).from();
    long to = phase + 1 < phases.size() ? phases.get(phase + 1).from() : now();
    List<Sample> during =
        samples.stream().filter(sample -> sample.at() >= from && sample.at() < to).toList();
    var behind = new TreeMap<Long, Long>();
    for (int i = 0; i < during.size(); i += REPORTED) {
      behind.put(during.get(i).at(), during.get(i).behind());
    }
    return new Figures(
        phases.get(phase).name(),
        to - from,
        longest(pauses, from, to),
        longest(partitionPauses, from, to),
        during.stream().mapToLong(Sample::behind).max().orElse(0),
        behind);
  }

  private static long longest(List<Pause> pauses, long from, long to) {
    return pauses.stream()
        .filter(pause -> pause.from() + A_MOMENT > from && pause.from() + A_MOMENT <= to)
        .mapToLong(Pause::millis)
        .max()
        .orElse(0);
  }

  private List<Pause> pauses(ToLongFunction<Sample> committed, ToLongFunction<Sample> behind) {
    var pauses = new ArrayList<Pause>();
    Sample moved = samples.getFirst();
    for (Sample sample : samples) {
      if (committed.applyAsLong(sample) != committed.applyAsLong(moved)
          || behind.applyAsLong(sample) == 0) {
        pauses.add(new Pause(moved.at(), sample.at() - moved.at()));
        moved = sample;
      }
    }
    pauses.add(new Pause(moved.at(), samples.getLast().at() - moved.at()));
    return pauses;
  }

  private long now() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static <T> T answer(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    }
  }
}
