package org.groundswell.dashboard.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.dashboard.alerts.Alert;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows {@code groundswell.alerts} and passes each alert on to the open streams, in the order of
 * its partition, at most once.
 *
 * <p>Every instance reads all partitions in a group of its own and commits nothing: what was
 * published while it was down is in the database. It begins a minute back, so that an alert in a
 * topic that was only just created is not missed; a page takes a revision it already has for
 * nothing new. An alert is read into this service's own record and written from it, so nothing else
 * that a record may carry, such as an author's key, passes.
 */
@Component
class AlertFeed implements ConsumerSeekAware {

  static final String ID = "live";
  static final String TOPIC = "groundswell.alerts";

  private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);

  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final Duration[] DELAYS = {
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2)
  };

  private final JsonMapper json;
  private final Listeners listeners;
  private final Clock clock;
  private final AlertTraces traces;
  private final Timer delay;
  private final Counter passedOn;
  private final Counter deleted;
  private final Counter unreadable;

  AlertFeed(
      JsonMapper json, Listeners listeners, Clock clock, AlertTraces traces, MeterRegistry meters) {
    this.json = json;
    this.listeners = listeners;
    this.clock = clock;
    this.traces = traces;
    this.delay =
        Timer.builder("groundswell.dashboard.live.delay")
            .description("From when an alert was published until it is passed on")
            .serviceLevelObjectives(DELAYS)
            .register(meters);
    this.passedOn = counter(meters, "passed-on");
    this.deleted = counter(meters, "deleted");
    this.unreadable = counter(meters, "unreadable");
  }

  @KafkaListener(
      id = ID,
      topics = TOPIC,
      groupId = "groundswell-dashboard-#{T(java.util.UUID).randomUUID()}")
  void onAlert(ConsumerRecord<String, byte @Nullable []> message) {
    traces.trace(message.headers(), () -> passOn(message));
  }

  private void passOn(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = message.value();
    if (value == null) {
      deleted.increment(); // the alert stays where it is shown until the page is opened anew
      return;
    }
    try {
      listeners.publish(json.writeValueAsString(json.readValue(value, Alert.class)));
      passedOn.increment();
      delay.record(Duration.between(Instant.ofEpochMilli(message.timestamp()), clock.instant()));
    } catch (JacksonException e) {
      unreadable.increment();
      LOG.warn( // without the cause, which quotes the record
          "Cannot read {}-{}@{}", message.topic(), message.partition(), message.offset());
    }
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    callback.seekToTimestamp(assignments.keySet(), clock.instant().minus(OVERLAP).toEpochMilli());
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("groundswell.dashboard.live.records")
        .description("Records read from the topic of alerts, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }
}
