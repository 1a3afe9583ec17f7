package org.groundswell.collector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.collector.PostsTopic;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every post traced, and none: what is exported, and what goes with the records. */
class TracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Configuration(proxyBeanMethods = false)
  static class Exported {

    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void beginsTheTraceOfAChosenPostAndSendsItWithTheRecord() throws Exception {
    try (var collector = start("traced", "1.0")) {
      push(collector, "traced");
      delete(collector, "traced");

      await().atMost(PATIENCE).until(() -> collected(collector).size() == 1);
      SpanData span = collected(collector).getFirst();
      assertThat(header("traced"))
          .matches("00-" + span.getTraceId() + "-" + span.getSpanId() + "-0[13]");
      assertThat(span.getParentSpanContext().isValid()).isFalse();
      assertThat(span.getAttributes().get(AttributeKey.stringKey("groundswell.source")))
          .isEqualTo("push");
      await().atMost(PATIENCE).until(() -> spans(collector).size() >= 3);
      assertThat(spans(collector).toString()).doesNotContain("traced-id", "marker");
    }
  }

  @Test
  void makesNothingOfAPostThatIsNotChosen() throws Exception {
    try (var collector = start("untraced", "0")) {
      push(collector, "untraced");

      assertThat(PostsTopic.headers("untraced"))
          .singleElement()
          .satisfies(headers -> assertThat(headers).isEmpty());
      assertThat(spans(collector)).isEmpty();
    }
  }

  private static List<SpanData> collected(ConfigurableApplicationContext collector) {
    return spans(collector).stream()
        .filter(span -> span.getName().equals(PostTraces.SPAN))
        .toList();
  }

  private static List<SpanData> spans(ConfigurableApplicationContext collector) {
    return collector.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
  }

  private static String header(String source) {
    Header header =
        PostsTopic.headers(source).getFirst().stream()
            .filter(it -> it.key().equals(PostTraces.HEADER))
            .findFirst()
            .orElseThrow();
    return new String(header.value(), UTF_8);
  }

  private static void push(ConfigurableApplicationContext collector, String source)
      throws IOException, InterruptedException {
    String post =
        "{\"source\":\"%s\",\"id\":\"traced-id\",\"text\":\"marker text\",\"author\":\"marker author\"}"
            .formatted(source);
    send(
        HttpRequest.newBuilder(uri(collector, "/api/v1/posts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(post)),
        202);
  }

  private static void delete(ConfigurableApplicationContext collector, String source)
      throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(uri(collector, "/api/v1/posts/" + source + "/traced-id")).DELETE(),
        204);
  }

  private static void send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
          .isEqualTo(status);
    }
  }

  private static URI uri(ConfigurableApplicationContext collector, String path) {
    String port = collector.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static ConfigurableApplicationContext start(String id, String probability) {
    return new SpringApplicationBuilder(CollectorApplication.class, Exported.class)
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
            "--groundswell.topics.partitions=4",
            "--groundswell.collector.id=" + id,
            "--groundswell.collector.author-secret=only for tests, 24 chars",
            "--management.tracing.sampling.probability=" + probability);
  }
}
