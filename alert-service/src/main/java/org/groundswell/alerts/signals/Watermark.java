package org.groundswell.alerts.signals;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every post of a collector in one partition of the posts with an earlier event time has been
 * analysed, and its signals precede this record.
 *
 * @param partition of the topic of posts, from 0
 * @param partitions how many there are
 * @param started where the collector's stream began, when it says so
 * @param sources that the collector reads; empty when this record does not tell
 * @param coverage posts seen since the collector's last word, to be added to what was told before
 */
public record Watermark(
    String collector,
    int partition,
    int partitions,
    Instant time,
    @Nullable Instant started,
    List<String> sources,
    List<Coverage> coverage)
    implements SignalRecord {

  private static final int MOST_SOURCES = 1_000;
  private static final int LONGEST_SOURCE = 32;

  public Watermark {
    Checks.text("collector", collector, 200);
    Checks.that(partition >= 0, "partition", partition);
    Checks.that(partition < partitions && partitions <= 100_000, "partitions", partitions);
    Checks.time("time", time);
    if (started != null) {
      Checks.time("started", started);
    }
    sources = List.copyOf(sources);
    coverage = List.copyOf(coverage);
    Checks.that(sources.size() <= MOST_SOURCES, "sources", sources.size());
    sources.forEach(source -> Checks.text("sources", source, LONGEST_SOURCE));
  }

  @JsonCreator
  static Watermark read(
      String collector,
      int partition,
      int partitions,
      Instant time,
      @Nullable Instant started,
      @Nullable List<String> sources,
      @Nullable List<Coverage> coverage) {
    return new Watermark(
        collector,
        partition,
        partitions,
        time,
        started,
        sources == null ? List.of() : sources,
        coverage == null ? List.of() : coverage);
  }

  /** A watermark that tells of time alone. */
  public Watermark(
      String collector, int partition, int partitions, Instant time, @Nullable Instant started) {
    this(collector, partition, partitions, time, started, List.of(), List.of());
  }

  /**
   * How many posts of a source were seen in each of consecutive minutes of event time.
   *
   * @param from start of the first minute
   */
  public record Coverage(String source, Instant from, List<Integer> posts) {

    public Coverage {
      Checks.text("coverage.source", source, LONGEST_SOURCE);
      Checks.time("coverage.from", from);
      Checks.present("coverage.posts", posts);
      posts = List.copyOf(posts);
      Checks.that(posts.stream().allMatch(count -> count >= 0), "coverage.posts", posts.toString());
    }
  }
}
