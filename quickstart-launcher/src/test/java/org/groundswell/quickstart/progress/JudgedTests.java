package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class JudgedTests {

  private final Judged judged = new Judged();

  /** The mark as the alert service's store writes it. */
  static ConsumerRecord<byte[], byte[]> mark(int partition, long minute) {
    return entry(partition, "mark\0handled\0", minute);
  }

  @Test
  void knowsTheLatestMinuteOfEachPartition() {
    judged.add(mark(1, 20));
    judged.add(mark(1, 21));

    assertThat(judged.minute(1)).isEqualTo(21);
    assertThat(judged.minute(0)).isZero();
    assertThat(judged.furthest()).contains(Instant.parse("1970-01-01T00:21:00Z"));
  }

  @Test
  void takesNoNoticeOfOtherEntries() {
    judged.add(entry(0, "tick\0", 20));
    judged.add(new ConsumerRecord<>(Topics.JUDGED, 0, 0, key("mark\0handled\0"), null));

    assertThat(judged.minute(0)).isZero();
    assertThat(judged.furthest()).isEmpty();
  }

  private static ConsumerRecord<byte[], byte[]> entry(int partition, String key, long number) {
    byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    return new ConsumerRecord<>(Topics.JUDGED, partition, 0, key(key), value);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
