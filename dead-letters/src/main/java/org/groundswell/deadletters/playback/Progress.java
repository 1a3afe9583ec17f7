package org.groundswell.deadletters.playback;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.groundswell.deadletters.letters.Extent;
import org.groundswell.deadletters.letters.Ledger;
import org.groundswell.deadletters.playback.Portion.Judged;

/** Keeps the ledgers while a run goes on. Not thread-safe. */
final class Progress {

  private final Extent extent;

  /** Offset up to which each partition has been looked at. */
  private final Map<TopicPartition, Long> seen;

  Progress(Extent extent) {
    this.extent = extent;
    this.seen = new HashMap<>(extent.starts());
  }

  /**
   * Takes note of a portion.
   *
   * @throws CannotGoOn when what is done with lies in too many pieces to be remembered
   */
  void note(Portion portion) {
    for (Judged judged : portion.letters()) {
      TopicPartition partition = judged.letter().partition();
      long offset = judged.letter().offset();
      // Between two records that are read one after the other there is nothing to be played back.
      noteUpTo(partition, judged.verdict().settles() ? offset + 1 : offset);
      seen.put(partition, offset + 1);
    }
    seen.keySet().forEach(this::requireThatItFits);
  }

  /** Takes note that there is no record up to an offset. */
  void noteUpTo(TopicPartition partition, long offset) {
    long from = seen.getOrDefault(partition, offset);
    extent.ledger(partition).settle(from, offset);
    seen.put(partition, Math.max(from, offset));
  }

  /** Returns what is to be committed. */
  Map<TopicPartition, OffsetAndMetadata> committed() {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    seen.keySet().forEach(one -> offsets.put(one, extent.ledger(one).committed()));
    return offsets;
  }

  private void requireThatItFits(TopicPartition partition) {
    Ledger ledger = extent.ledger(partition);
    if (!ledger.fits()) {
      throw new CannotGoOn(
          "What was played back of %s lies in too many pieces to be remembered; play back without"
                  .formatted(partition)
              + " --reason up to some offset first, beginning with %d.".formatted(ledger.base()));
    }
  }
}
