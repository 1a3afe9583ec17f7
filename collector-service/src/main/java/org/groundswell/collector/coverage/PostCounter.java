package org.groundswell.collector.coverage;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the posts that were sent, by source, minute of event time and language, for two readers
 * with one truth: {@link #untold} for the clocks, {@link #passed} for the topic. Each figure is
 * given to each of them once.
 *
 * <p>A post is counted where it is stamped and sent, and what is untold is taken where a clock is
 * sent, both without a clock in between; {@code intake} sees to that. Thread-safe.
 *
 * <p>Bounded: 64 sources, and minutes until the clock has passed them.
 */
@Component
public final class PostCounter {

  private static final int MAX_SOURCES = 64;
  private static final String OTHER = "other";

  /**
   * The clock of an unpaced replay jumps over days, and silence told for them would be a flood. A
   * live clock jumps when it leaves a silent source behind, after 15 minutes unless it is set
   * otherwise, and that silence is to be seen.
   */
  private static final int MAX_SILENT_MINUTES = 30;

  private static final long NONE = Long.MIN_VALUE;

  private final Map<String, BooleanSupplier> open = new TreeMap<>();
  private final Map<String, SourceCount> sources = new HashMap<>();
  private long passed = NONE;

  /**
   * Adds a source that is read, although it may be silent.
   *
   * @param over whether it has come to its end, as a file does
   */
  public synchronized void open(String source, BooleanSupplier over) {
    open.put(source, over);
    var _ = sources.computeIfAbsent(source, _ -> new SourceCount());
  }

  /** Returns the sources that are read and have not come to their end, in order of name. */
  public synchronized List<String> sources() {
    return open.entrySet().stream()
        .filter(source -> !source.getValue().getAsBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Counts a post.
   *
   * @param language primary subtag of the source's own hint
   * @param eventTime as stamped
   */
  public synchronized void count(String source, @Nullable String language, Instant eventTime) {
    count(source).at(minute(eventTime)).add(language);
  }

  /**
   * Returns what was counted since the last call and takes it for told.
   *
   * @return portions of which each is small enough for one clock; empty when there is nothing
   */
  public synchronized List<List<CoverageRun>> untold() {
    var portions = new Portions();
    new TreeMap<>(sources)
        .forEach((source, count) -> {
          count.minutes.forEach((minute, posts) -> {
            if (posts.isUntold()) {
              portions.add(source, minute, posts.untold());
              posts.markTold();
            }
          });
          count.forgetDone();
        });
    return portions.all();
  }

  /** Takes back what could not be told; it is told with the next. */
  public synchronized void giveBack(List<CoverageRun> runs) {
    for (CoverageRun run : runs) {
      long minute = minute(run.from());
      for (int posts : run.posts()) {
        if (posts > 0) {
          count(run.source()).at(minute).giveBack(posts);
        }
        minute++;
      }
    }
  }

  /**
   * Returns the minutes that a clock has passed, and takes them for written: those with posts, and
   * those in which a source that is read was silent, unless the clock jumped.
   */
  public synchronized List<SourceMinute> passed(Instant clock) {
    long end = minute(clock);
    long begin = passed == NONE || end - passed > MAX_SILENT_MINUTES ? end : passed;
    List<String> read = sources();
    List<SourceMinute> minutes = new ArrayList<>();
    new TreeMap<>(sources)
        .forEach((source, count) -> {
          if (read.contains(source)) {
            addSilent(minutes, source, count, begin, end);
          }
          addCounted(minutes, source, count, end);
        });
    minutes.sort(comparing(SourceMinute::minute));
    passed = Math.max(passed, end);
    return minutes;
  }

  /** Returns all that is not written yet, also of minutes that go on, and takes it for written. */
  public synchronized List<SourceMinute> rest() {
    List<SourceMinute> minutes = new ArrayList<>();
    new TreeMap<>(sources)
        .forEach((source, count) -> addCounted(minutes, source, count, Long.MAX_VALUE));
    return minutes;
  }

  private static void addSilent(
      List<SourceMinute> minutes, String source, SourceCount count, long begin, long end) {
    for (long minute = begin; minute < end; minute++) {
      MinuteCount posts = count.minutes.get(minute);
      if (posts == null || !posts.isUnwritten()) {
        minutes.add(new SourceMinute(source, instant(minute), 0, Map.of()));
      }
    }
  }

  private static void addCounted(
      List<SourceMinute> minutes, String source, SourceCount count, long end) {
    count
        .minutes
        .headMap(end)
        .forEach((minute, posts) -> {
          if (posts.isUnwritten()) {
            minutes.add(posts.write(source, instant(minute)));
          }
        });
    count.forgetDone();
  }

  private SourceCount count(String source) {
    SourceCount known = sources.get(source);
    if (known != null) {
      return known;
    }
    return sources.computeIfAbsent(
        sources.size() < MAX_SOURCES ? source : OTHER, _ -> new SourceCount());
  }

  private static long minute(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), 60L);
  }

  private static Instant instant(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
