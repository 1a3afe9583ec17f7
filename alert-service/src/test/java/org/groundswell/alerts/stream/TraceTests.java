package org.groundswell.alerts.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.alerts.stream.Laboratory.START;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The traces of sampled posts cross the minutes that signals wait, and change nothing. */
class TraceTests {

  private static final Instant NOON = START.plus(Duration.ofHours(60));
  private static final int VOICES = 12;

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void leadsFromASampledPostToTheAlertThatItTipped() {
    List<TestRecord<String, byte[]>> alerts = alertsOfACrowd(Set.of(4));

    SpanData judged = span("judge place");
    assertThat(judged.getTraceId()).isEqualTo(trace(4));
    assertThat(judged.getParentSpanId()).isEqualTo("000000000000000a");
    assertThat(attributes(judged)).contains("groundswell.hot=true", "groundswell.level=TOWN");
    SpanData published = span("publish alert");
    assertThat(published.getTraceId()).isEqualTo(trace(4));
    assertThat(published.getParentSpanId()).isEqualTo(judged.getSpanId());
    assertThat(header(alerts.getFirst()))
        .isEqualTo("00-" + trace(4) + "-" + published.getSpanId() + "-01");
  }

  @Test
  void linksTheEarlierPostsOfAnAlertToTheOneThatTippedIt() {
    alertsOfACrowd(Set.of(0, 2, 4));

    SpanData published = span("publish alert");
    assertThat(published.getTraceId()).isEqualTo(trace(4));
    assertThat(published.getLinks())
        .extracting(link -> link.getSpanContext().getTraceId())
        .containsExactly(trace(0), trace(2));
  }

  @Test
  void followsAPostToTheFirstRevisionThatTellsOfItOnly() {
    List<TestRecord<String, byte[]>> alerts = alertsOfACrowd(Set.of(4));

    assertThat(alerts).hasSizeGreaterThan(2);
    assertThat(alerts.stream().filter(alert -> alert.headers().toArray().length > 0)).hasSize(1);
  }

  @Test
  void publishesTheSameBytesWithTracesAndWithout() {
    List<TestRecord<String, byte[]>> traced = alertsOfACrowd(Set.of(0, 1, 2, 3, 4, 5, 6, 7));
    List<TestRecord<String, byte[]>> untraced = alertsOfACrowd(Set.of());

    assertThat(traced.stream().map(TestRecord::key))
        .containsExactlyElementsOf(untraced.stream().map(TestRecord::key).toList());
    assertThat(traced.stream().map(alert -> new String(alert.value(), UTF_8)))
        .containsExactlyElementsOf(
            untraced.stream().map(alert -> new String(alert.value(), UTF_8)).toList());
  }

  @Test
  void makesNoSpanForPostsThatAreNotSampled() {
    alertsOfACrowd(Set.of());

    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  @Test
  void keepsTheSameOneOfTwoVersionsOfAPostWhicheverIsTraced() {
    Signal one = signal("voice", "a text");
    Signal other = signal("voice", "another text");
    List<String> kept =
        Stream.of(
                memory(one, null, other, null),
                memory(one, trace(1), other, null),
                memory(one, null, other, trace(1)),
                memory(other, trace(1), one, trace(2)))
            .toList();

    assertThat(kept).allSatisfy(memory -> assertThat(memory).contains("\"a text\""));
    assertThat(kept).noneSatisfy(memory -> assertThat(memory).contains("another text"));
  }

  private static String memory(Signal first, String firstTrace, Signal then, String thenTrace) {
    try (var laboratory = new Laboratory(1)) {
      laboratory.send(first, headers(firstTrace));
      laboratory.send(then, headers(thenTrace));
      return laboratory.memory();
    }
  }

  /** A crowd in Lagos, one voice every 150 seconds, with the traces of some. */
  private static List<TestRecord<String, byte[]>> alertsOfACrowd(Set<Integer> sampled) {
    try (var laboratory = new Laboratory(1, TELEMETRY.getOpenTelemetry().getTracer("tests"))) {
      for (int i = 0; i < VOICES; i++) {
        Signal signal = Sent.post(Sent.LAGOS, "a" + i, NOON.plusSeconds(150 * i)).getFirst();
        laboratory.send(signal, headers(sampled.contains(i) ? trace(i) : null));
      }
      laboratory.clock(NOON.plus(Duration.ofHours(12)));
      return laboratory.rawAlerts();
    }
  }

  private static Signal signal(String voice, String text) {
    Signal sent = Sent.post(Sent.LAGOS, voice, NOON).getFirst();
    return new Signal(
        Level.TOWN,
        sent.post(),
        sent.source(),
        sent.eventTime(),
        sent.eventType(),
        sent.probability(),
        sent.stage(),
        sent.location(),
        sent.mention(),
        sent.language(),
        sent.authorKey(),
        sent.voice(),
        sent.repost(),
        text,
        sent.url(),
        sent.eventDate(),
        sent.signature());
  }

  private static RecordHeaders headers(String trace) {
    var headers = new RecordHeaders();
    if (trace != null) {
      headers.add("traceparent", ("00-" + trace + "-000000000000000a-01").getBytes(UTF_8));
    }
    return headers;
  }

  private static String trace(int number) {
    return "%032x".formatted(number + 1);
  }

  private static SpanData span(String name) {
    return TELEMETRY.getSpans().stream()
        .filter(span -> span.getName().equals(name))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static String attributes(SpanData span) {
    return span.getAttributes().asMap().toString();
  }

  private static String header(TestRecord<String, byte[]> alert) {
    return new String(alert.headers().lastHeader("traceparent").value(), UTF_8);
  }
}
