package org.groundswell.nlp.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clocks tell of the posts that the collector has seen. It is passed on and not used here.
 *
 * @param sources the sources that the collector reads; null when the clock does not say so
 * @param runs posts sent since the clock before, without null; null when there are none
 */
record Coverage(@Nullable List<String> sources, @Nullable List<Run> runs) {

  static final Coverage NONE = new Coverage(null, null);

  private static final Logger LOG = LoggerFactory.getLogger(Coverage.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicBoolean COMPLAINED = new AtomicBoolean();
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  // What one clock has at most; so much fits into one record.
  private static final int MAX_MINUTES = 10_000;
  private static final int MAX_RUNS = 1_000;
  private static final int MAX_SOURCES = 1_000;

  /**
   * Posts of one source in consecutive minutes of event time, to be added to what was told of them
   * before.
   *
   * @param from beginning of the first minute
   * @param posts a figure for each minute
   */
  record Run(String source, Instant from, List<Integer> posts) {

    Run {
      require(isSource(source), "source", source);
      require(isMinute(from), "from", from);
      require(posts != null && !posts.isEmpty(), "posts", posts);
      require(posts.stream().allMatch(Run::isFigure), "posts", posts);
    }

    private static boolean isMinute(@Nullable Instant time) {
      return time != null && time.getEpochSecond() % 60 == 0 && time.getNano() == 0;
    }

    private static boolean isFigure(@Nullable Integer posts) {
      return posts != null && posts >= 0;
    }
  }

  Coverage {
    if (sources != null) {
      require(sources.size() <= MAX_SOURCES, "number of sources", sources.size());
      sources.forEach(source -> require(isSource(source), "source", source));
    }
    if (runs != null) {
      require(runs.size() <= MAX_RUNS, "number of runs", runs.size());
      require(minutes(runs) <= MAX_MINUTES, "number of minutes", minutes(runs));
    }
  }

  /**
   * Reads both fields, or passes both over when one of them is not as the contract says: the time
   * of the clock is true all the same, and detection waits for it.
   */
  static Coverage read(@Nullable JsonNode sources, @Nullable JsonNode runs) {
    try {
      return new Coverage(list(sources, String[].class), list(runs, Run[].class));
    } catch (JacksonException | IllegalArgumentException e) {
      if (!COMPLAINED.getAndSet(true)) { // or it would be said every second
        LOG.warn(
            "The coverage that a clock tells cannot be read and is passed over, here and from now"
                + " on",
            UnquotedFailure.of(e));
      }
      return NONE;
    }
  }

  /** Says whether both fit into one record. */
  boolean hasRoomFor(Coverage later) {
    return size(runs) + size(later.runs) <= MAX_RUNS
        && minutes(runs) + minutes(later.runs) <= MAX_MINUTES;
  }

  /** Returns what both tell together. */
  Coverage and(Coverage later) {
    return new Coverage(
        later.sources == null ? sources : later.sources,
        runs == null || later.runs == null
            ? (runs == null ? later.runs : runs)
            : Stream.concat(runs.stream(), later.runs.stream()).toList());
  }

  private static <T> @Nullable List<T> list(@Nullable JsonNode node, Class<T[]> type) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    List<T> items = Arrays.asList(JSON.treeToValue(node, type));
    require(!items.contains(null), "null in", type.getSimpleName());
    return items;
  }

  private static boolean isSource(@Nullable String name) {
    return name != null && SOURCE.matcher(name).matches();
  }

  private static int size(@Nullable List<Run> runs) {
    return runs == null ? 0 : runs.size();
  }

  private static int minutes(@Nullable List<Run> runs) {
    return runs == null ? 0 : runs.stream().mapToInt(run -> run.posts().size()).sum();
  }

  private static void require(boolean holds, String field, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException("Not allowed: %s = %s".formatted(field, value));
    }
  }
}
