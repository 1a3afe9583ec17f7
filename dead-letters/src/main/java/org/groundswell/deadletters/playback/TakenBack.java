package org.groundswell.deadletters.playback;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.deadletters.broker.Passage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks {@code groundswell.deletions} what was taken back. A dead letter keeps the bytes as they
 * came: without this, playing it back would bring back what its author has deleted since.
 */
final class TakenBack {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Broker broker;
  private final String deletions;

  TakenBack(Broker broker, String deletions) {
    this.broker = broker;
    this.deletions = deletions;
  }

  /** Returns which of some posts and authors were taken back, as far as the topic reaches. */
  Set<String> among(Set<String> names) {
    var found = new HashSet<String>();
    if (names.isEmpty()) {
      return found;
    }
    try (Consumer<byte[], byte[]> consumer = broker.consumer()) {
      var partitions = Broker.partitions(consumer, deletions);
      var passage =
          new Passage(
              consumer, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
      for (var some = passage.next(); !some.isEmpty(); some = passage.next()) {
        some.stream().map(TakenBack::named).filter(names::contains).forEach(found::add);
      }
    }
    return found;
  }

  /** Returns what a deletion names; an empty text when it cannot be read. */
  private static String named(ConsumerRecord<byte[], byte[]> deletion) {
    byte @Nullable [] value = deletion.value();
    if (value == null) {
      return "";
    }
    try {
      JsonNode read = JSON.readTree(value);
      return read.path(read.path("scope").asString("").equals("post") ? "post" : "authorKey")
          .asString("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
