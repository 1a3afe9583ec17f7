package org.groundswell.quickstart.progress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the records of a run, one by one, each once.
 *
 * <p>A post is any record of {@code groundswell.posts} that is neither a clock nor a deletion. A
 * signal is counted at the level of its own place, because the same post is also written for the
 * division and the country around it. What cannot be read is not counted here; the services count
 * it as rejected.
 */
final class Tally {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final byte[] CLOCK = "clock:".getBytes(StandardCharsets.UTF_8);
  private static final long NONE = -1;

  private final Consumer<AlertSeen> onAlert;
  private final Map<Integer, Ending> endings = new HashMap<>();
  private final Map<String, AlertSeen> alerts = new LinkedHashMap<>();
  private final Map<Integer, OffsetQueue> waiting = new HashMap<>();
  private long published;
  private long answered;
  private long rejectedBySource;
  private long rejectedByWorker;
  private long signals;
  private long opened;
  private long firstPost = NONE;
  private @Nullable Instant begin;

  /**
   * @param onAlert told once of each alert that is raised
   */
  Tally(Consumer<AlertSeen> onAlert) {
    this.onAlert = onAlert;
  }

  void add(ConsumerRecord<byte[], byte[]> message) {
    switch (message.topic()) {
      case Topics.POSTS -> addPost(message);
      case Topics.SOURCE_REJECTS -> rejectedBySource++;
      case Topics.WORKER_REJECTS -> rejectedByWorker++;
      case Topics.SIGNALS -> signals += SignalLevel.isOfItsOwnPlace(message.value()) ? 1 : 0;
      case Topics.ALERTS -> addAlert(message.value());
      default -> {} // followed only for its offsets
    }
  }

  /** Learns up to which offset the workers have committed each partition. */
  void answer(Map<TopicPartition, Long> committed) {
    waiting.forEach((partition, posts) -> {
      var posted = new TopicPartition(Topics.POSTS, partition);
      answered += posts.removeBefore(committed.getOrDefault(posted, 0L));
    });
  }

  Counts counts() {
    long open = alerts.values().stream().filter(AlertSeen::open).count();
    return new Counts(
        published, rejectedBySource, rejectedByWorker, answered, signals, opened, open);
  }

  /** The latest revision of each alert of this run, in the order they were raised. */
  Collection<AlertSeen> alerts() {
    return alerts.values();
  }

  /** Broker time of the first post, in milliseconds since 1970; empty before it. */
  OptionalLong firstPost() {
    return firstPost == NONE ? OptionalLong.empty() : OptionalLong.of(firstPost);
  }

  /** The clock that ends a replay, by partition of posts. */
  Map<Integer, Ending> endings() {
    return endings;
  }

  /** Event time of the first post that was read; empty before it, or when it has none. */
  Optional<Instant> begin() {
    return Optional.ofNullable(begin);
  }

  private void addPost(ConsumerRecord<byte[], byte[]> message) {
    if (isClock(message.key())) {
      addClock(message);
    } else if (message.value() != null) {
      begin = published == 0 ? time(message.value(), "eventTime") : begin;
      published++;
      waiting.computeIfAbsent(message.partition(), _ -> new OffsetQueue()).add(message.offset());
      firstPost =
          firstPost == NONE ? message.timestamp() : Math.min(firstPost, message.timestamp());
    }
  }

  private void addClock(ConsumerRecord<byte[], byte[]> message) {
    Instant time = time(message.value(), "time");
    if (time != null && isFinished(message.value())) {
      long minute = Math.floorDiv(time.getEpochSecond(), 60L);
      endings.put(message.partition(), new Ending(message.offset(), minute));
    }
  }

  private void addAlert(byte[] value) {
    if (value == null) {
      return;
    }
    try {
      AlertSeen alert = JSON.readValue(value, AlertSeen.class);
      AlertSeen earlier = alerts.put(alert.id(), alert);
      if (earlier == null && alert.revision() == 1) {
        opened++;
        onAlert.accept(alert);
      }
    } catch (JacksonException _) {
      // Not an alert that this version can read; the alert service's own tests guard the shape.
    }
  }

  private static boolean isClock(byte[] key) {
    return key != null
        && key.length >= CLOCK.length
        && Arrays.equals(key, 0, CLOCK.length, CLOCK, 0, CLOCK.length);
  }

  private static boolean isFinished(byte[] value) {
    try {
      return JSON.readTree(value).path("finished").asBoolean(false);
    } catch (JacksonException _) {
      return false;
    }
  }

  private static @Nullable Instant time(byte[] value, String field) {
    try {
      return Instant.parse(JSON.readTree(value).path(field).asString(""));
    } catch (JacksonException | DateTimeParseException _) {
      return null; // not of this version; the workers say what is wrong with it
    }
  }
}
