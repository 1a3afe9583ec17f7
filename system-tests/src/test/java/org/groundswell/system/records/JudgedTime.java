package org.groundswell.system.records;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Up to when all partitions have judged.
 *
 * <p>Offsets cannot tell, because the alert service judges a while after it has read. But its mark
 * "first minute not handled yet" is in a changelog, in the same transaction as the alerts of the
 * minutes before it.
 */
public final class JudgedTime {

  private static final String TOPIC = "groundswell-alerts-incident-clocks-changelog";
  private static final String MARK = "mark\0handled\0";

  private JudgedTime() {}

  /** Reads the mark; the beginning of time while a partition has none. */
  public static Instant read(TopicReader topics, int partitions) {
    Map<Integer, Long> minutes = new HashMap<>();
    topics.read(TOPIC).stream()
        .filter(record -> record.key().equals(MARK) && record.value() != null)
        .forEach(
            record -> minutes.put(record.partition(), ByteBuffer.wrap(record.value()).getLong()));
    long slowest =
        minutes.size() < partitions
            ? 0
            : minutes.values().stream().mapToLong(Long::longValue).min().orElse(0);
    return Instant.ofEpochSecond(60 * slowest);
  }
}
