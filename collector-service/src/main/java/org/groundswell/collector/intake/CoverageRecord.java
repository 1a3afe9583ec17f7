package org.groundswell.collector.intake;

import java.time.Instant;
import java.util.Map;
import org.groundswell.collector.coverage.SourceMinute;

/** The record on {@code groundswell.coverage}: a {@link SourceMinute} as this collector saw it. */
record CoverageRecord(
    String collector, String source, Instant minute, int posts, Map<String, Integer> languages) {

  static CoverageRecord of(String collector, SourceMinute seen) {
    return new CoverageRecord(
        collector, seen.source(), seen.minute(), seen.posts(), seen.languages());
  }
}
