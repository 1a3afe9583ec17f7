package org.groundswell.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.OwnBroker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What the probes say while the broker is away, and when the listener is stuck. */
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"groundswell.health.kafka-timeout=1s", "groundswell.health.stuck-after=10s"})
class HealthIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final OwnBroker BROKER = new OwnBroker();
  private static final CountDownLatch END = new CountDownLatch(1);

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;

  @TestConfiguration(proxyBeanMethods = false)
  static class Stuck {

    @Bean
    @Primary
    Listeners stuckListeners(LiveProperties limits, MeterRegistry meters) {
      return new Listeners(limits, meters) {
        @Override
        void publish(String alert) {
          try {
            END.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      };
    }
  }

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    createTopic();
    DATABASE.connect(registry);
    registry.add("spring.kafka.bootstrap-servers", BROKER::address);
  }

  @Test
  void isNotReadyWhileTheBrokerIsAwayAndNotLiveWhenItsListenerIsStuck() throws IOException {
    try (var probe = new Probe(port)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
      BROKER.stop();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 503);
      await().during(Duration.ofSeconds(15)).atMost(PATIENCE).until(() -> probe.liveness() == 200);
      assertThat(gauge("readiness")).isZero();
      assertThat(gauge("liveness")).isOne();
      BROKER.start();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      publish();

      await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
    } finally {
      END.countDown();
      BROKER.close();
    }
  }

  private double gauge(String probe) {
    return meters.get("groundswell.health").tag("probe", probe).gauge().value();
  }

  private static void createTopic() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER.address()))) {
      admin.createTopics(List.of(new NewTopic(AlertFeed.TOPIC, 2, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void publish() {
    byte[] alert = new JsonMapper().writeValueAsBytes(Alerts.record(_ -> {}));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(AlertFeed.TOPIC, new byte[] {1}, alert));
    }
  }
}
