package org.groundswell.alerts.store;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.store.AlertStore.Published;
import org.groundswell.alerts.topics.DeadLetter;
import org.groundswell.alerts.topics.DeadLetter.Reason;
import org.groundswell.alerts.trace.Traces;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Copies the topic of alerts to the database, at least once; repeats change nothing there.
 *
 * <p>What is unreadable, or is refused by the database for what it says, goes to the dead-letter
 * topic with its reason. Anything else that fails, such as a database that is down, fails the whole
 * batch, which comes back until it succeeds: no alert is skipped.
 */
@Component
class AlertSink extends AbstractConsumerSeekAware {

  private static final Logger LOG = LoggerFactory.getLogger(AlertSink.class);
  private static final JsonSerde<Alert> ALERT = JsonSerde.of(Alert.class);

  private final AlertStore store;
  private final KafkaTemplate<byte[], byte[]> template;
  private final StoreCounts counts;
  private final Traces traces;

  AlertSink(
      AlertStore store, KafkaTemplate<byte[], byte[]> template, StoreCounts counts, Traces traces) {
    this.store = store;
    this.template = template;
    this.counts = counts;
    this.traces = traces;
  }

  private record Parsed(ConsumerRecord<byte[], byte[]> message, Alert alert) {
    Published published() {
      return new Published(alert, Instant.ofEpochMilli(message.timestamp()));
    }
  }

  private record Unwritten(ConsumerRecord<byte[], byte[]> message, Reason reason, String detail) {}

  @KafkaListener(
      id = "${groundswell.alerts.store.group:groundswell-alerts-store}",
      topics = "${groundswell.topics.names.alerts:groundswell.alerts}",
      batch = "true")
  void onAlerts(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<Span> spans =
        batch.stream()
            .map(message -> Traces.of(message.headers()))
            .flatMap(Stream::ofNullable)
            .map(trace -> traces.begin("store alert", SpanKind.CONSUMER, List.of(trace)))
            .toList();
    try {
      take(batch);
    } finally {
      spans.forEach(Span::end);
    }
  }

  /**
   * Reads the partitions that this instance has again, never past what is not stored yet.
   *
   * @param offsets where to begin, by partition; the beginning for one that is not in it
   * @return how many partitions
   */
  int readAgain(Map<TopicPartition, Long> offsets) {
    var callbacks = getTopicsAndCallbacks();
    callbacks.forEach((partition, seekers) -> {
      long wanted = offsets.getOrDefault(partition, 0L);
      seekers.forEach(seeker ->
          seeker.seek(partition.topic(), partition.partition(), now -> Math.min(now, wanted)));
    });
    LOG.info("Reading the alerts of {} partitions again", callbacks.size());
    return callbacks.size();
  }

  private void take(List<ConsumerRecord<byte[], byte[]>> batch) {
    var unwritten = new ArrayList<Unwritten>();
    var readable = new ArrayList<Parsed>();
    for (var message : batch) {
      try {
        readable.add(new Parsed(message, alert(message)));
      } catch (Unreadable e) {
        unwritten.add(new Unwritten(message, Reason.UNREADABLE, e.reason()));
      }
    }
    int count = write(readable, unwritten);
    unwritten.forEach(this::reject);
    counts.count(batch.size(), count, unwritten.size());
    readable.forEach(one -> counts.time(one.alert(), one.message().timestamp()));
  }

  private static Alert alert(ConsumerRecord<byte[], byte[]> message) {
    return ALERT.deserializer().deserialize(message.topic(), message.value());
  }

  private int write(List<Parsed> readable, List<Unwritten> unwritten) {
    try {
      return store.write(readable.stream().map(Parsed::published).toList());
    } catch (DataIntegrityViolationException e) {
      return readable.stream().mapToInt(one -> writeAlone(one, unwritten)).sum();
    }
  }

  private int writeAlone(Parsed one, List<Unwritten> unwritten) {
    try {
      return store.write(List.of(one.published()));
    } catch (DataIntegrityViolationException e) {
      unwritten.add(new Unwritten(one.message(), Reason.REFUSED_BY_DATABASE, why(e)));
      return 0;
    }
  }

  /**
   * Only the first line of what the database itself says: what follows, and what is wrapped around
   * it, repeats the values of the row.
   */
  private static String why(DataIntegrityViolationException e) {
    String message = String.valueOf(e.getMostSpecificCause().getMessage());
    return message.lines().findFirst().orElse("");
  }

  /** Returns after the broker has it, within the producer's delivery timeout. */
  private void reject(Unwritten rejected) {
    var message = rejected.message();
    LOG.warn(
        "Not stored: {}-{}@{}; its dead letter says why",
        message.topic(),
        message.partition(),
        message.offset());
    template.send(DeadLetter.of(message, rejected.reason(), rejected.detail())).join();
  }
}
