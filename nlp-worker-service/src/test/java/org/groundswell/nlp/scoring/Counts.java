package org.groundswell.nlp.scoring;

/** Hits, false alarms and misses of a judgement, and what is derived from them. */
record Counts(int hits, int falseAlarms, int misses) {

  static Counts of(boolean truth, boolean found) {
    return new Counts(truth && found ? 1 : 0, !truth && found ? 1 : 0, truth && !found ? 1 : 0);
  }

  Counts plus(Counts other) {
    return new Counts(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
  }

  double precision() {
    return hits / Math.max(1.0, hits + falseAlarms);
  }

  double recall() {
    return hits / Math.max(1.0, hits + misses);
  }

  double f1() {
    return 2.0 * hits / Math.max(1.0, 2 * hits + falseAlarms + misses);
  }

  @Override
  public String toString() {
    return "P %.3f R %.3f F1 %.3f (%d positive)"
        .formatted(precision(), recall(), f1(), hits + misses);
  }
}
