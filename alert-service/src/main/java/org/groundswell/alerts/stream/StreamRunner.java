package org.groundswell.alerts.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the topology, from when the topics that it reads exist until the service stops.
 *
 * <p>Kafka Streams ends with an error when a topic that it reads is missing, and the number of
 * partitions of the signals decides how its internal topics are laid out; so it waits, in a thread
 * of its own, for as long as the service lives, and the service is not ready meanwhile.
 */
@Component
class StreamRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StreamRunner.class);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  /**
   * Metrics of one name must have one set of tags, or the registry drops them: those of the clients
   * that Spring makes have this one.
   */
  private static final Tags LIKE_OTHER_CLIENTS = Tags.of("spring.id", "streams");

  private final AlertTopology topology;
  private final StreamSettings settings;
  private final SourceTopics sources;
  private final StreamProperties properties;
  private final Topics topics;
  private final MeterRegistry meters;

  private final AtomicReference<@Nullable KafkaStreams> streams = new AtomicReference<>();
  private final AtomicReference<@Nullable KafkaStreamsMetrics> metrics = new AtomicReference<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile @Nullable Thread starter;
  private volatile boolean startFailed;
  private volatile int partitions;

  StreamRunner(
      AlertTopology topology,
      StreamSettings settings,
      SourceTopics sources,
      StreamProperties properties,
      Topics topics,
      MeterRegistry meters) {
    this.topology = topology;
    this.settings = settings;
    this.sources = sources;
    this.properties = properties;
    this.topics = topics;
    this.meters = meters;
  }

  /** Returns the state of the topology; empty while it waits for its topics. */
  Optional<State> state() {
    return Optional.ofNullable(streams.get()).map(KafkaStreams::state);
  }

  /** Returns the topology; empty while it waits for its topics. */
  Optional<KafkaStreams> running() {
    return Optional.ofNullable(streams.get());
  }

  /** Returns how many partitions the topic of signals has; 0 while nothing runs. */
  int partitions() {
    return partitions;
  }

  /** Returns the name of the topic of signals. */
  String signals() {
    return topics.signals();
  }

  /** Tells whether the topology could not even be started, which only a new process can mend. */
  boolean startFailed() {
    return startFailed;
  }

  /**
   * Returns the longest time, in seconds, that a thread has not come back for the next records; 0
   * while nothing runs.
   */
  double secondsSincePoll() {
    KafkaStreams running = streams.get();
    return running == null ? 0 : PollTimes.longest(running.metrics());
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    starter = Thread.ofVirtual().name("start-alert-topology").start(this::startWhenTopicsExist);
  }

  @Override
  public void stop() {
    stopping.countDown();
    awaitStarter();
    KafkaStreamsMetrics bound = metrics.getAndSet(null);
    if (bound != null) {
      bound.close();
    }
    KafkaStreams running = streams.getAndSet(null);
    if (running != null && !running.close(closing())) {
      LOG.warn("The topology did not stop within {}", CLOSING);
    }
    starter = null;
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }

  private void startWhenTopicsExist() {
    try {
      OptionalInt partitions = sources.signalPartitions();
      while (partitions.isEmpty()) {
        if (stopping.await(properties.topicPoll().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        partitions = sources.signalPartitions();
      }
      run(partitions.getAsInt());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The topology cannot be started", e);
      startFailed = true;
    }
  }

  private void run(int found) {
    partitions = found;
    StreamsConfig config = settings.config();
    var built = topology.build(found, settings.properties(), Stores::persistentKeyValueStore);
    var created = new KafkaStreams(built, config);
    created.setUncaughtExceptionHandler(this::onFailure);
    created.setStateListener((now, before) -> LOG.info("Topology: {} -> {}", before, now));
    watch(created);
    streams.set(created);
    LOG.info("Starting the topology on {} partitions of signals", found);
    created.start();
  }

  private void watch(KafkaStreams created) {
    var bound = new KafkaStreamsMetrics(created, LIKE_OTHER_CLIENTS);
    bound.bindTo(meters);
    metrics.set(bound);
  }

  private StreamThreadExceptionResponse onFailure(Throwable failure) {
    boolean again = failures.incrementAndGet() <= properties.restarts();
    LOG.error("A stream thread failed; {}", again ? "replacing it" : "giving up", failure);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /**
   * A static member keeps its place, since it comes back to it. Another comes back as a stranger,
   * who would wait for the session of the one that has gone to time out: it leaves.
   */
  private CloseOptions closing() {
    return CloseOptions.timeout(CLOSING)
        .withGroupMembershipOperation(
            settings.isStaticMember()
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP);
  }

  private void awaitStarter() {
    Thread waiting = starter;
    try {
      if (waiting != null && !waiting.join(CLOSING)) {
        LOG.warn("Still asking for topics after {}", CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
