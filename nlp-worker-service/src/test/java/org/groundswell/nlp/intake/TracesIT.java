package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.NlpWorkerApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A post that is traced among posts that are not: one span, and its context on its signals. */
class TracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final Broker BROKER = Broker.withPosts();

  @Configuration(proxyBeanMethods = false)
  static class Exported {

    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void tracesTheChosenPostIntoItsSignals() {
    var chosen = BROKER.record(0, "push:1", Json.post("1", Json.START, Json.UNREST));
    chosen.headers().add(PostTraces.HEADER, ("00-" + TRACE + "-" + PARENT + "-01").getBytes(UTF_8));
    BROKER.write(
        List.of(chosen, BROKER.record(1, "push:2", Json.post("2", Json.START, Json.UNREST))));

    try (var worker =
        new SpringApplicationBuilder(NlpWorkerApplication.class, Exported.class)
            .run(
                BROKER.properties().entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new))) {
      await().atMost(PATIENCE).until(() -> signals().size() == 6);
      var exporter = worker.getBean(InMemorySpanExporter.class);
      await().atMost(PATIENCE).until(() -> !exporter.getFinishedSpanItems().isEmpty());

      assertThat(exporter.getFinishedSpanItems()).hasSize(1);
      SpanData span = exporter.getFinishedSpanItems().getFirst();
      assertThat(span.getName()).isEqualTo(PostTraces.SPAN);
      assertThat(span.getTraceId()).isEqualTo(TRACE);
      assertThat(span.getParentSpanId()).isEqualTo(PARENT);
      assertThat(span.getAttributes().asMap().keySet())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "messaging.system",
              "messaging.destination.name",
              "messaging.destination.partition.id",
              "messaging.kafka.offset",
              "groundswell.outcome",
              "groundswell.step.text.nanos",
              "groundswell.step.language.nanos",
              "groundswell.step.scoring.nanos",
              "groundswell.step.timing.nanos",
              "groundswell.step.places.nanos");
      assertThat(signals().stream().filter(signal -> post(signal).equals("push:1")))
          .hasSize(3)
          .allSatisfy(signal ->
              assertThat(new String(signal.headers().lastHeader(PostTraces.HEADER).value(), UTF_8))
                  .isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01"));
      assertThat(signals().stream().filter(signal -> post(signal).equals("push:2")))
          .hasSize(3)
          .allSatisfy(signal -> assertThat(signal.headers()).isEmpty());
    }
  }

  private static List<ConsumerRecord<String, byte[]>> signals() {
    return BROKER.committed(BROKER.signals).stream()
        .filter(record -> !record.key().startsWith("watermark"))
        .toList();
  }

  private static String post(ConsumerRecord<String, byte[]> signal) {
    return Json.read(signal).get("post").asString();
  }
}
