package org.groundswell.alerts.store;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Erases in the database what was taken back, also in alerts that are older than the state of the
 * topology remembers. At least once; comes back for ever while the database is down. What is
 * unreadable is left to the topology, which sends it to the dead-letter topic.
 */
@Component
class DeletionListener extends AbstractConsumerSeekAware {

  private static final JsonSerde<Deletion> DELETION = JsonSerde.of(Deletion.class);

  private final AlertStore store;

  DeletionListener(AlertStore store) {
    this.store = store;
  }

  @KafkaListener(
      id = "${groundswell.alerts.store.group:groundswell-alerts-store}-deletions",
      topics = "${groundswell.topics.names.deletions:groundswell.deletions}",
      batch = "true")
  void onDeletions(List<ConsumerRecord<byte[], byte[]>> batch) {
    store.erase(batch.stream().flatMap(DeletionListener::readable).toList());
  }

  /** Erases once more what was ever taken back, such as in a copy of the database from before. */
  void readAgain() {
    seekToBeginning();
  }

  private static Stream<Deletion> readable(ConsumerRecord<byte[], byte[]> message) {
    byte @Nullable [] value = message.value();
    try {
      return value == null ? Stream.empty() : Stream.of(DELETION.read(value));
    } catch (Unreadable e) {
      return Stream.empty();
    }
  }
}
