package org.groundswell.quickstart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the posts of a run come from. */
sealed interface Source {

  /** Kafka, PostgreSQL with its binaries, logs. */
  long DISK_BYTES = 1L << 30;

  /** Posts, signals and detection's state together, compressed, against the file as it is. */
  int DISK_FACTOR = 4;

  /** The configuration that makes the collector read this source. */
  Map<String, String> environment();

  /** Bytes that must be free on the disk before the run starts. */
  long diskBytes();

  /**
   * A file is replayed.
   *
   * @param format as the collector names it; null lets the collector find out
   * @param fields other names of fields, as the collector reads them
   * @param speed a factor on the file's own time, or {@code max} for as fast as possible
   */
  record Replay(Path file, @Nullable String format, @Nullable String fields, String speed)
      implements Source {

    @Override
    public Map<String, String> environment() {
      var environment = new HashMap<String, String>();
      environment.put("GROUNDSWELL_COLLECTOR_REPLAY_FILE", file.toAbsolutePath().toString());
      environment.put("GROUNDSWELL_COLLECTOR_REPLAY_SPEED", speed);
      if (format != null) {
        environment.put("GROUNDSWELL_COLLECTOR_REPLAY_FORMAT", format);
      }
      if (fields != null) {
        environment.put("GROUNDSWELL_COLLECTOR_REPLAY_FIELDS", fields);
      }
      return environment;
    }

    @Override
    public long diskBytes() {
      return DISK_BYTES + DISK_FACTOR * file.toFile().length();
    }
  }

  /** Bluesky's public stream is followed. */
  record Live() implements Source {

    @Override
    public Map<String, String> environment() {
      return Map.of("GROUNDSWELL_COLLECTOR_BLUESKY_ENABLED", "true");
    }

    @Override
    public long diskBytes() {
      return DISK_BYTES;
    }
  }
}
