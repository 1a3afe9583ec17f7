package org.groundswell.alerts.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.groundswell.alerts.topics.DeadLetter.Reason;
import org.junit.jupiter.api.Test;

class DeadLetterTests {

  private static final byte[] NO_TEXT = {(byte) 0xff, 0, 40};

  private final ConsumerRecord<byte[], byte[]> record =
      new ConsumerRecord<>("signals", 3, 12, NO_TEXT, NO_TEXT);

  @Test
  void keepsTheBytesAndSaysWhyAndWhence() {
    var letter = DeadLetter.of(record, Reason.UNREADABLE, "scope is missing");

    assertThat(letter.topic()).isEqualTo("signals.dlt");
    assertThat(letter.key()).isEqualTo(NO_TEXT);
    assertThat(letter.value()).isEqualTo(NO_TEXT);
    assertThat(headers(letter))
        .containsExactly(
            "reason=UNREADABLE",
            "detail=scope is missing",
            "topic=signals",
            "partition=3",
            "offset=12");
  }

  @Test
  void keepsHowOftenARecordWasPlayedBackAndNothingElseOfItsHeaders() {
    record.headers().add("played-back", "2".getBytes(UTF_8)).add("traceparent", NO_TEXT);

    assertThat(headers(DeadLetter.of(record, Reason.UNREADABLE, "")))
        .hasSize(6)
        .contains("played-back=2");
  }

  @Test
  void cutsALongDetail() {
    var letter = DeadLetter.of(record, Reason.REFUSED_BY_DATABASE, "x".repeat(3_000));

    assertThat(letter.headers().lastHeader("detail").value()).hasSize(500);
  }

  private static Stream<String> headers(ProducerRecord<byte[], byte[]> letter) {
    return Arrays.stream(letter.headers().toArray())
        .map(header -> header.key() + "=" + new String(header.value(), UTF_8));
  }
}
