package org.groundswell.collector.coverage;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts of one source in one minute: what no clock has told, and what no record holds. */
final class MinuteCount {

  private static final int MAX_LANGUAGES = 40;
  private static final String UNDETERMINED = "und";
  private static final String OTHER = "other";

  private final Map<String, Tally> languages = new TreeMap<>();
  private int untold;
  private int unwritten;

  private static final class Tally {
    private int posts;
  }

  void add(@Nullable String language) {
    untold++;
    unwritten++;
    tally(language == null ? UNDETERMINED : language).posts++;
  }

  /** Counts posts as untold again. */
  void giveBack(int posts) {
    untold += posts;
  }

  int untold() {
    return untold;
  }

  boolean isUntold() {
    return untold > 0;
  }

  boolean isUnwritten() {
    return unwritten > 0;
  }

  boolean isDone() {
    return !isUntold() && !isUnwritten();
  }

  void markTold() {
    untold = 0;
  }

  /** Returns what is not written yet, and takes it for written. */
  SourceMinute write(String source, Instant minute) {
    Map<String, Integer> posts = new TreeMap<>();
    languages.forEach((language, tally) -> posts.put(language, tally.posts));
    var written = new SourceMinute(source, minute, unwritten, posts);
    languages.clear();
    unwritten = 0;
    return written;
  }

  private Tally tally(String language) {
    Tally known = languages.get(language);
    if (known != null) {
      return known;
    }
    return languages.computeIfAbsent(
        languages.size() < MAX_LANGUAGES ? language : OTHER, _ -> new Tally());
  }
}
