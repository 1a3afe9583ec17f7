package org.groundswell.deadletters.letters;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.groundswell.deadletters.broker.Passage;
import org.jspecify.annotations.Nullable;

/**
 * The part of a topic that is looked at, settled when it is opened.
 *
 * @param ledgers what is done with, by partition
 * @param starts offset of the first record, by partition
 * @param ends offset after the last record, by partition
 */
public record Extent(
    Map<TopicPartition, Ledger> ledgers,
    Map<TopicPartition, Long> starts,
    Map<TopicPartition, Long> ends) {

  /**
   * Finds what a selection means in its topic as it is now.
   *
   * @throws CannotGoOn when the topic or the partition does not exist, or an offset is given for
   *     several partitions at once
   */
  public static Extent of(Consumer<byte[], byte[]> consumer, Selection selection) {
    List<TopicPartition> all = Broker.partitions(consumer, selection.topic());
    List<TopicPartition> chosen = chosen(all, selection);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(chosen);
    Map<TopicPartition, Long> ends = consumer.endOffsets(chosen);
    Map<TopicPartition, Long> from = offsets(consumer, chosen, selection.from(), beginnings, ends);
    Map<TopicPartition, Long> to = offsets(consumer, chosen, selection.to(), ends, ends);
    to.replaceAll((partition, end) -> Math.min(end, ends.getOrDefault(partition, 0L)));
    from.replaceAll((partition, start) -> Math.max(start, beginnings.getOrDefault(partition, 0L)));
    from.replaceAll((partition, start) -> Math.min(start, to.getOrDefault(partition, 0L)));
    return new Extent(ledgers(consumer, beginnings), from, to);
  }

  /** Finds the whole of some partitions as they are now. */
  public static Extent all(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    return new Extent(ledgers(consumer, beginnings), beginnings, consumer.endOffsets(partitions));
  }

  /** Returns the same without what is done with at its start. */
  public Extent waiting() {
    var later = new HashMap<>(starts);
    later.replaceAll((partition, start) ->
        Math.clamp(ledger(partition).base(), start, Math.max(start, end(partition))));
    return new Extent(ledgers, later, ends);
  }

  /** Reads it with a consumer that nobody else uses meanwhile. */
  public Passage read(Consumer<byte[], byte[]> consumer) {
    return new Passage(consumer, starts, ends);
  }

  /** Returns whether a dead letter is done with. */
  public boolean isSettled(DeadLetter letter) {
    return ledger(letter.partition()).isSettled(letter.offset());
  }

  /** Returns the ledger of one of the partitions. */
  public Ledger ledger(TopicPartition partition) {
    Ledger ledger = ledgers.get(partition);
    if (ledger == null) {
      throw new IllegalArgumentException("Not looked at: " + partition);
    }
    return ledger;
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  private static List<TopicPartition> chosen(List<TopicPartition> all, Selection selection) {
    Integer wanted = selection.partition();
    List<TopicPartition> chosen =
        all.stream().filter(one -> wanted == null || one.partition() == wanted).toList();
    if (chosen.isEmpty()) {
      throw new CannotGoOn(
          "Topic %s has %d partitions and no partition %d."
              .formatted(selection.topic(), all.size(), wanted));
    }
    boolean offset =
        selection.from() instanceof Point.Offset || selection.to() instanceof Point.Offset;
    if (offset && chosen.size() > 1) {
      throw new CannotGoOn(
          "Topic %s has %d partitions: an offset needs --partition, a time does not."
              .formatted(selection.topic(), chosen.size()));
    }
    return chosen;
  }

  private static Map<TopicPartition, Long> offsets(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      @Nullable Point point,
      Map<TopicPartition, Long> missing,
      Map<TopicPartition, Long> ends) {
    return switch (point) {
      case null -> new HashMap<>(missing);
      case Point.Offset(long offset) ->
          partitions.stream().collect(Collectors.toMap(one -> one, _ -> offset));
      case Point.Time(var time) -> since(consumer, time, ends);
    };
  }

  /** Returns the first offsets since a time; the ends where nothing was written since. */
  private static Map<TopicPartition, Long> since(
      Consumer<byte[], byte[]> consumer, Instant time, Map<TopicPartition, Long> ends) {
    var asked = new HashMap<TopicPartition, Long>();
    ends.keySet().forEach(partition -> asked.put(partition, time.toEpochMilli()));
    var offsets = new HashMap<>(ends);
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> one :
        consumer.offsetsForTimes(asked).entrySet()) {
      @Nullable OffsetAndTimestamp found = one.getValue();
      if (found != null) {
        offsets.put(one.getKey(), found.offset());
      }
    }
    return offsets;
  }

  private static Map<TopicPartition, Ledger> ledgers(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> beginnings) {
    var committed = consumer.committed(beginnings.keySet());
    return beginnings.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                start -> Ledger.read(committed.get(start.getKey()), start.getValue())));
  }
}
