package org.groundswell.alerts.notification;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.notification.Matching.Published;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Has each revision matched with the subscriptions, at least once; repeats change nothing. Comes
 * back for ever while the database is down. What is unreadable is left to the writer of the
 * database, which sends it to the dead letters.
 */
@Component
class AlertListener {

  private static final JsonSerde<Alert> ALERT = JsonSerde.of(Alert.class);

  private final Matching matching;

  AlertListener(Matching matching) {
    this.matching = matching;
  }

  @KafkaListener(
      id = "${groundswell.alerts.notification.group:groundswell-alerts-notifications}",
      topics = "${groundswell.topics.names.alerts:groundswell.alerts}",
      batch = "true")
  void onAlerts(List<ConsumerRecord<byte[], byte[]>> batch) {
    matching.match(batch.stream().flatMap(AlertListener::readable).toList());
  }

  private static Stream<Published> readable(ConsumerRecord<byte[], byte[]> message) {
    byte @Nullable [] value = message.value();
    try {
      return value == null
          ? Stream.empty()
          : Stream.of(new Published(ALERT.read(value), Instant.ofEpochMilli(message.timestamp())));
    } catch (Unreadable e) {
      return Stream.empty();
    }
  }
}
