package org.groundswell.collector.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the replay is.
 *
 * @param file its name without folders
 * @param records in the file, null until they are counted
 * @param sorted whether the file was out of order and is delivered sorted, null until that is known
 * @param read posts read so far; when finished, {@code read = published + rejected}
 * @param share of the file that is delivered, 0 to 1
 * @param eventTime of the latest post, null before the first
 * @param seconds of wall time since the replay began, until it ended
 * @param failure what broke it off, null unless it failed
 */
record ReplayProgress(
    String file,
    State state,
    @Nullable Long records,
    @Nullable Boolean sorted,
    long read,
    long published,
    long rejected,
    double share,
    @Nullable Instant eventTime,
    double seconds,
    @Nullable String failure) {

  enum State {
    PREPARING,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED
  }
}
