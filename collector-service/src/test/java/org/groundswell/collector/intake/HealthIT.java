package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.groundswell.collector.CollectorApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the probes say while the broker is away, and when a thread has died or is stuck. */
class HealthIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

  private final OwnBroker broker = new OwnBroker();

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void isNotReadyWhileTheBrokerIsAwayAndLivesOn() throws IOException {
    try (var collector = start("--spring.kafka.producer.properties.max.block.ms=2000");
        var probe = probe(collector)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      broker.stop();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 503);
      await()
          .during(STUCK_AFTER.plusSeconds(5))
          .atMost(PATIENCE)
          .until(() -> probe.liveness() == 200);
      assertThat(gauge(collector, "readiness")).isZero();
      assertThat(gauge(collector, "liveness")).isOne();

      broker.start();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
    }
  }

  @Test
  void isNotLiveWhenTheThreadOfASourceHasDied() {
    try (var collector =
            start(
                "--groundswell.collector.bluesky.enabled=true",
                "--groundswell.collector.bluesky.hosts=ws://127.0.0.1:1/subscribe");
        var probe = probe(collector)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
      assertThat(probe.liveness()).isEqualTo(200);

      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("bluesky"))
          .forEach(Thread::interrupt);

      await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
    }
  }

  @Test
  void isNotLiveWhenTheClockIsStuck() {
    try (var collector = start();
        var probe = probe(collector)) {
      await().atMost(PATIENCE).until(() -> probe.liveness() == 200);

      synchronized (collector.getBean(Outbox.class)) { // the clock waits for it too
        await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
      }

      await().atMost(PATIENCE).until(() -> probe.liveness() == 200);
    }
  }

  private ConfigurableApplicationContext start(String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--groundswell.topics.partitions=2",
            "--groundswell.collector.author-secret=only for tests, 24 chars",
            "--groundswell.health.kafka-timeout=1s",
            "--groundswell.health.stuck-after=" + STUCK_AFTER));
    return new SpringApplicationBuilder(CollectorApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  private static Probe probe(ConfigurableApplicationContext collector) {
    return new Probe(
        Integer.parseInt(collector.getEnvironment().getRequiredProperty("local.server.port")));
  }

  private static double gauge(ConfigurableApplicationContext collector, String probe) {
    return collector
        .getBean(MeterRegistry.class)
        .get("groundswell.health")
        .tag("probe", probe)
        .gauge()
        .value();
  }
}
