package org.groundswell.collector.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts minutes, source by source and in order of time, into runs, and runs into portions of which
 * one clock takes one.
 */
final class Portions {

  /** A longer gap costs more in zeros than the beginning of another run. */
  private static final int MAX_GAP = 10;

  // Even with the longest names a portion is then smaller than the largest post.
  private static final int MAX_MINUTES = 10_000;

  private static final int MAX_RUNS = 1_000;

  private final List<List<CoverageRun>> portions = new ArrayList<>();
  private List<CoverageRun> runs = new ArrayList<>();
  private List<Integer> posts = new ArrayList<>();
  private String source = "";
  private long from;
  private int minutes;

  void add(String ofSource, long minute, int count) {
    long gap = minute - (from + posts.size());
    if (!ofSource.equals(source) || gap > MAX_GAP || minutes + gap + 1 > MAX_MINUTES) {
      endRun();
      endPortionWhenFull();
      source = ofSource;
      from = minute;
    }
    while (from + posts.size() < minute) {
      append(0);
    }
    append(count);
  }

  /** Returns all that was added; empty when nothing was. */
  List<List<CoverageRun>> all() {
    endRun();
    endPortion();
    return portions;
  }

  private void append(int count) {
    posts.add(count);
    minutes++;
  }

  private void endRun() {
    if (!posts.isEmpty()) {
      runs.add(new CoverageRun(source, Instant.ofEpochSecond(from * 60), posts));
      posts = new ArrayList<>();
    }
  }

  private void endPortionWhenFull() {
    // A gap may end a run up to its length before the limit.
    if (runs.size() == MAX_RUNS || minutes > MAX_MINUTES - MAX_GAP - 1) {
      endPortion();
    }
  }

  private void endPortion() {
    if (!runs.isEmpty()) {
      portions.add(List.copyOf(runs));
      runs = new ArrayList<>();
      minutes = 0;
    }
  }
}
