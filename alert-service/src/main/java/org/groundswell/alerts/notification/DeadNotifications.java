package org.groundswell.alerts.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.wire.JsonSerde;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts messages that have been given up on their topic, at least once: key is the subscription,
 * value the message without anything that people wrote, headers say why.
 */
@Component
class DeadNotifications {

  private static final JsonSerde<Message> MESSAGE = JsonSerde.of(Message.class);
  private static final int BATCH = 20;
  private static final int PATIENCE_SECONDS = 20;

  private final Outbox outbox;
  private final StoredAlerts alerts;
  private final KafkaTemplate<byte[], byte[]> template;
  private final NotificationProperties notification;
  private final NotificationCounts counts;

  DeadNotifications(
      Outbox outbox,
      StoredAlerts alerts,
      KafkaTemplate<byte[], byte[]> template,
      NotificationProperties notification,
      NotificationCounts counts) {
    this.outbox = outbox;
    this.alerts = alerts;
    this.template = template;
    this.notification = notification;
    this.counts = counts;
  }

  /** Writes those that are not there yet; fails when the broker does not take them in time. */
  @Transactional
  void write() {
    for (Delivery dead : outbox.lockUnlettered(BATCH)) {
      send(dead);
      outbox.markLettered(dead.id());
      counts.lettered();
    }
  }

  private void send(Delivery dead) {
    Alert alert = alerts.newest(dead.alert()).orElseThrow();
    var letter =
        new ProducerRecord<>(
            notification.deadLetters(),
            bytes(dead.subscription().toString()),
            MESSAGE.write(Message.of(dead, alert, !outbox.hasTold(dead), List.of(), null)));
    letter
        .headers()
        .add("reason", bytes("NOT_DELIVERED"))
        .add("detail", bytes(String.valueOf(dead.detail())))
        .add("attempts", bytes(Integer.toString(dead.attempts())));
    template.send(letter).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
