package org.groundswell.collector.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.collector.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the clock of an earlier run: what lies before it has been judged and is not again. */
@Component
public final class EarlierClock {

  private static final Logger log = LoggerFactory.getLogger(EarlierClock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Clocks are in every partition, and seldom so many posts lie between two of them. */
  private static final long LOOK_BACK = 1_000;

  private final ConsumerFactory<String, byte[]> consumers;
  private final CollectorProperties collector;
  private final JsonMapper json;
  private final Clock wall;

  EarlierClock(
      ConsumerFactory<String, byte[]> consumers,
      CollectorProperties collector,
      JsonMapper json,
      Clock wall) {
    this.consumers = consumers;
    this.collector = collector;
    this.json = json;
    this.wall = wall;
  }

  /** Warns when a stream that begins at {@code first} goes back behind an earlier one. */
  public void warnOf(Instant first) {
    last()
        .filter(first::isBefore)
        .ifPresent(last ->
            log.warn(
                "The clock of collector \"{}\" stands at {} on {}, and this replay begins at {}:"
                    + " what lies before that clock raises no alert. Replay into empty topics.",
                collector.id(),
                last,
                Topics.POSTS,
                first));
  }

  private Optional<Instant> last() {
    var partition = new TopicPartition(Topics.POSTS, 0);
    try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      consumer.seek(partition, Math.max(beginning, end - LOOK_BACK));
      return last(consumer, partition, end);
    }
  }

  private Optional<Instant> last(
      Consumer<String, byte[]> consumer, TopicPartition partition, long end) {
    Instant deadline = wall.instant().plus(PATIENCE);
    Optional<Instant> last = Optional.empty();
    while (consumer.position(partition) < end && wall.instant().isBefore(deadline)) {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
        if (ClockWriter.isKey(message.key(), collector.id())) {
          Optional<Instant> before = last;
          last = time(message.value()).or(() -> before);
        }
      }
    }
    return last;
  }

  private Optional<Instant> time(byte[] value) {
    try {
      return Optional.of(Instant.parse(json.readTree(value).path("time").asString()));
    } catch (JacksonException | DateTimeParseException e) {
      return Optional.empty(); // not one of ours
    }
  }
}
