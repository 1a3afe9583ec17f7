package org.groundswell.alerts.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.detection.PlaceReport;
import org.springframework.stereotype.Component;

/** Asks the running topology what it knows of a place. Thread-safe. */
@Component
class PlaceQueries {

  private final StreamRunner runner;
  private final DetectionProperties detection;

  PlaceQueries(StreamRunner runner, DetectionProperties detection) {
    this.runner = runner;
    this.detection = detection;
  }

  /** What came of a question. */
  sealed interface Answer {}

  /** The place is known here. */
  record Known(PlaceReport report) implements Answer {}

  /** Nobody has spoken of the place yet. */
  record NeverSpokenOf() implements Answer {}

  /** Another instance has the place. */
  record Elsewhere(HostInfo host) implements Answer {}

  /** Nobody can tell just now: the topology starts, or its partitions move. */
  record NotNow(String state) implements Answer {}

  Answer ask(long geonameId) {
    Optional<KafkaStreams> running = runner.running();
    if (running.isEmpty()) {
      return new NotNow("WAITING_FOR_TOPICS");
    }
    KafkaStreams streams = running.get();
    try {
      int partition = partition(geonameId);
      return isHere(streams, partition)
          ? answer(streams, partition, geonameId)
          : elsewhere(streams, geonameId);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return new NotNow(streams.state().name());
    }
  }

  private Answer answer(KafkaStreams streams, int partition, long geonameId) {
    return PlaceReport.find(geonameId, name -> store(streams, name, partition), detection)
        .<Answer>map(Known::new)
        .orElseGet(NeverSpokenOf::new);
  }

  /** As the workers' producers choose it by the key of a signal. */
  private int partition(long geonameId) {
    byte[] key = Long.toString(geonameId).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % runner.partitions();
  }

  private boolean isHere(KafkaStreams streams, int partition) {
    var wanted = new TopicPartition(runner.signals(), partition);
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .anyMatch(task -> task.topicPartitions().contains(wanted));
  }

  /** Instances know of each other by the property application.server of Kafka Streams alone. */
  private static Answer elsewhere(KafkaStreams streams, long geonameId) {
    KeyQueryMetadata where =
        streams.queryMetadataForKey(
            PlaceReport.store(), Long.toString(geonameId), Serdes.String().serializer());
    return where.equals(KeyQueryMetadata.NOT_AVAILABLE)
            || where.activeHost().equals(HostInfo.unavailable())
        ? new NotNow("ANOTHER_INSTANCE_HAS_THE_PLACE")
        : new Elsewhere(where.activeHost());
  }

  private static ReadOnlyKeyValueStore<Bytes, byte[]> store(
      KafkaStreams streams, String name, int partition) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
                name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
            .withPartition(partition));
  }
}
