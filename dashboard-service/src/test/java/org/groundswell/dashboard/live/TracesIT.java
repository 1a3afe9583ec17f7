package org.groundswell.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.DashboardApplication;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An alert of a trace among alerts of none. */
class TracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @Configuration(proxyBeanMethods = false)
  static class Exported {

    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void endsTheTraceOfAnAlert() {
    var topic = new AlertsTopic();
    topic.publish(Alerts.record(_ -> {}));
    topic.publish(Alerts.record(_ -> {}), "00-" + TRACE + "-" + PARENT + "-01");

    try (var dashboard =
        new SpringApplicationBuilder(DashboardApplication.class, Exported.class).run(arguments())) {
      var exporter = dashboard.getBean(InMemorySpanExporter.class);
      await().atMost(PATIENCE).until(() -> !exporter.getFinishedSpanItems().isEmpty());

      assertThat(exporter.getFinishedSpanItems()).hasSize(1);
      SpanData span = exporter.getFinishedSpanItems().getFirst();
      assertThat(span.getName()).isEqualTo(AlertTraces.SPAN);
      assertThat(span.getTraceId()).isEqualTo(TRACE);
      assertThat(span.getParentSpanId()).isEqualTo(PARENT);
      assertThat(
              dashboard
                  .getBean(MeterRegistry.class)
                  .get("groundswell.dashboard.live.delay")
                  .timer()
                  .count())
          .isGreaterThanOrEqualTo(2);
    }
  }

  private static String[] arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--spring.kafka.bootstrap-servers=" + TestServers.kafka());
    arguments.add("--management.tracing.sampling.probability=0");
    new AlertsDatabase()
        .connect(
            new DynamicPropertyRegistry() {
              @Override
              public void add(String name, Supplier<Object> value) {
                arguments.add("--" + name + "=" + value.get());
              }
            });
    return arguments.toArray(String[]::new);
  }
}
