package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTracesTests {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final Analysed DROPPED = new Analysed(new Dropped(DropReason.NO_UNREST, "en"));

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final PostTraces traces = new PostTraces(TELEMETRY.getOpenTelemetry().getTracer("tests"));

  @Test
  void continuesTheTraceOfAChosenPost() {
    var result = (Analysed) traces.trace(record("00-" + TRACE + "-" + SPAN + "-01"), () -> DROPPED);

    var span = TELEMETRY.getSpans().getFirst();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(SPAN);
    assertThat(result.outcome()).isEqualTo(DROPPED.outcome());
    assertThat(result.traceparent()).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
    assertThat(span.getAttributes().asMap().toString()).contains("dropped NO_UNREST");
  }

  @Test
  void tellsTheAnalysisWhichSpanItIsIn() {
    traces.trace(
        record("00-" + TRACE + "-" + SPAN + "-01"),
        () -> {
          assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(TRACE);
          return DROPPED;
        });

    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736",
        "",
        "\u0000"
      })
  void makesNothingOfAHeaderThatDoesNotAskForIt(String header) {
    assertThat(traces.trace(record(header), () -> DROPPED)).isSameAs(DROPPED);
    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  @Test
  void makesNothingOfARecordWithoutHeader() {
    var record = new ConsumerRecord<>("posts", 0, 0, new byte[0], new byte[0]);

    assertThat(traces.trace(record, () -> DROPPED)).isSameAs(DROPPED);
    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  private static ConsumerRecord<byte[], byte[]> record(String traceparent) {
    var record = new ConsumerRecord<>("posts", 0, 0, new byte[0], new byte[0]);
    record.headers().add(PostTraces.HEADER, traceparent.getBytes(UTF_8));
    return record;
  }
}
