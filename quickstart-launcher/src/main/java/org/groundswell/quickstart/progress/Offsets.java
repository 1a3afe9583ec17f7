package org.groundswell.quickstart.progress;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where writers and readers were at one look. The groups' offsets were asked for first, so that a
 * group never seems to be further than the ends that are compared with it.
 *
 * @param committed next offset of the reading group, by partition; absent while it has committed
 *     none
 * @param ends offset after the last record of the partition, whether committed or in a transaction
 *     that is still open
 * @param positions next offset that the launcher itself will read
 * @param lastRecords offset of the last record that the launcher has read; absent while there was
 *     none
 */
record Offsets(
    Map<TopicPartition, Long> committed,
    Map<TopicPartition, Long> ends,
    Map<TopicPartition, Long> positions,
    Map<TopicPartition, Long> lastRecords) {

  /**
   * Whether everything before an offset was processed by the partition's group.
   *
   * <p>A group commits the offset after its last record, and markers of transactions that follow
   * stay uncommitted for ever. So it also counts when the launcher has read up to the offset and
   * met no record that the group has not committed.
   */
  boolean processed(TopicPartition partition, long before) {
    long done = committedOf(partition);
    return done >= before || (read(partition, before) && done > lastRecord(partition));
  }

  /** Whether the launcher has read everything before an offset. */
  boolean read(TopicPartition partition, long before) {
    return positionOf(partition) >= before;
  }

  /** Returns the ends of the chosen topics. */
  Map<TopicPartition, Long> endsOf(Predicate<String> topics) {
    return ends.entrySet().stream()
        .filter(end -> topics.test(end.getKey().topic()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Set<String> topics() {
    return ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
  }

  /** Returns the next offset of the reading group; 0 while it has committed none. */
  long committedOf(TopicPartition partition) {
    return committed.getOrDefault(partition, 0L);
  }

  /** Returns the next offset that the launcher itself will read. */
  long positionOf(TopicPartition partition) {
    return positions.getOrDefault(partition, 0L);
  }

  private long lastRecord(TopicPartition partition) {
    return lastRecords.getOrDefault(partition, -1L);
  }
}
