package org.groundswell.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.groundswell.system.cluster.Cluster;

/**
 * Asks the broker ten times a second how far the workers' consumer group has come, and keeps the
 * answers by phase. Thread-safe.
 */
final class GroupWatch implements AutoCloseable {

  static final String GROUP = "groundswell-nlp";
  static final String TOPIC = "groundswell.posts";

  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(100);
  private static final long ANSWER_SECONDS = 20;

  /** One in so many samples is written to the report. */
  private static final int REPORTED = 3;

  private final Admin admin;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final long began = System.nanoTime();
  private final List<Sample> samples = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();

  private GroupWatch(Admin admin) {
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

  private record Phase(String name, int firstSample) {}

  /**
   * What one phase showed.
   *
   * @param longestPauseMillis longest time in which the group committed nothing though there was
   *     something; to a tenth of a second, and clocks alone give it something each second
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

  static GroupWatch start(String bootstrapServers) {
    var watch = new GroupWatch(Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
    var _ =
        watch.thread.scheduleWithFixedDelay(
            watch::sample, 0, BETWEEN_SAMPLES.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Begins a phase; what a disturbance does belongs to the phase that begins with it. */
  synchronized void begin(String phase) {
    phases.add(new Phase(phase, Math.max(0, samples.size() - 1)));
  }

  /** Returns how many members of the group have partitions of the posts. */
  long workersAtWork() {
    try {
      ConsumerGroupDescription group =
          answer(admin.describeConsumerGroups(List.of(GROUP)).all()).get(GROUP);
      return group.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  /** Returns how many records are not committed yet. */
  synchronized long behind() {
    return samples.getLast().behind();
  }

  synchronized List<Figures> figures() {
    return IntStream.range(0, phases.size())
        .mapToObj(i -> {
          int end = i + 1 < phases.size() ? phases.get(i + 1).firstSample() + 1 : samples.size();
          return figures(phases.get(i).name(), samples.subList(phases.get(i).firstSample(), end));
        })
        .toList();
  }

  @Override
  public void close() {
    thread.close();
    admin.close();
  }

  private void sample() {
    try {
      Map<Integer, Long> committed = committed();
      var sample = new Sample((System.nanoTime() - began) / 1_000_000, committed, ends());
      synchronized (this) {
        samples.add(sample);
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Map<Integer, Long> committed() throws ExecutionException {
    return answer(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() != null)
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  private Map<Integer, Long> ends() throws ExecutionException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return answer(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  private static Figures figures(String phase, List<Sample> samples) {
    var behind =
        IntStream.iterate(0, i -> i < samples.size(), i -> i + REPORTED)
            .mapToObj(samples::get)
            .collect(
                Collectors.toMap(
                    Sample::at, Sample::behind, (one, _) -> one, java.util.TreeMap::new));
    return new Figures(
        phase,
        samples.getLast().at() - samples.getFirst().at(),
        longestPause(samples, Sample::sum, Sample::behind),
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToLong(partition ->
                longestPause(
                    samples,
                    sample -> sample.committed().getOrDefault(partition, 0L),
                    sample -> sample.behind(partition)))
            .max()
            .orElse(0),
        samples.stream().mapToLong(Sample::behind).max().orElse(0),
        behind);
  }

  private static long longestPause(
      List<Sample> samples, ToLongFunction<Sample> committed, ToLongFunction<Sample> behind) {
    long longest = 0;
    Sample moved = samples.getFirst();
    for (Sample sample : samples) {
      longest = Math.max(longest, sample.at() - moved.at());
      if (committed.applyAsLong(sample) != committed.applyAsLong(moved)
          || behind.applyAsLong(sample) == 0) {
        moved = sample;
      }
    }
    return longest;
  }

  private static <T> T answer(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer", e);
    }
  }
}
