package org.groundswell.quickstart.progress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Up to which minute of event time incidents are judged, by partition.
 *
 * <p>Offsets cannot tell: the alert service judges a while after it has read. But it keeps the mark
 * "first minute not handled yet" in a state store, whose changelog is written in the same
 * transaction as the alerts. Whoever reads committed records and meets the mark knows that all
 * alerts of the minutes before it are committed.
 */
final class Judged {

  private static final byte[] MARK = "mark\0handled\0".getBytes(StandardCharsets.UTF_8);

  private final Map<Integer, Long> minutes = new HashMap<>();

  /** Takes in a record of {@link Topics#JUDGED}; one that is not the mark is ignored. */
  void add(ConsumerRecord<byte[], byte[]> message) {
    byte[] value = message.value();
    if (value != null && value.length == Long.BYTES && Arrays.equals(message.key(), MARK)) {
      minutes.put(message.partition(), ByteBuffer.wrap(value).getLong());
    }
  }

  /** Returns the first minute since 1970 that a partition has not judged; 0 while unknown. */
  long minute(int partition) {
    return minutes.getOrDefault(partition, 0L);
  }

  /** Returns the time before which some partition has judged everything; empty while none has. */
  Optional<Instant> furthest() {
    return minutes.values().stream()
        .max(Long::compare)
        .map(minute -> Instant.ofEpochSecond(minute * 60));
  }
}
