package org.groundswell.collector.coverage;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of one source that are still to be told or written. Minutes are counted from 1970.
 */
final class SourceCount {

  final TreeMap<Long, MinuteCount> minutes = new TreeMap<>();
  private long latest;
  private @Nullable MinuteCount ofLatest;

  /** Most posts are of the minute of the one before, and cost no look-up. */
  MinuteCount at(long minute) {
    MinuteCount known = ofLatest;
    if (known != null && minute == latest) {
      return known;
    }
    MinuteCount found = minutes.computeIfAbsent(minute, _ -> new MinuteCount());
    latest = minute;
    ofLatest = found;
    return found;
  }

  /** Forgets the minutes of which all is told and written. */
  void forgetDone() {
    minutes.values().removeIf(MinuteCount::isDone);
    ofLatest = null;
  }
}
