package org.groundswell.nlp.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The watermarks of one batch. The last clock of a collector and partition says all that the
 * earlier ones did, but for the posts that each of them counts: those are put together. A clock
 * that goes back in time begins a stream anew and stands for itself, and so does one that tells too
 * much for one record.
 */
final class BatchWatermarks {

  private record Stream(String collector, int partition) {}

  private final List<Watermark> earlier = new ArrayList<>();
  private final Map<Stream, CollectorClock> last = new LinkedHashMap<>();

  /** Adds a clock of the batch, in its order. */
  void add(CollectorClock clock) {
    var stream = new Stream(clock.collector(), clock.partition());
    CollectorClock before = last.get(stream);
    if (before != null && !clock.takesIn(before)) {
      earlier.add(Watermark.of(before));
      before = null;
    }
    last.put(stream, before == null ? clock : clock.after(before));
  }

  /** Returns what is to be written, in this order. */
  List<Watermark> all() {
    var all = new ArrayList<>(earlier);
    last.values().forEach(clock -> all.add(Watermark.of(clock)));
    return all;
  }
}
