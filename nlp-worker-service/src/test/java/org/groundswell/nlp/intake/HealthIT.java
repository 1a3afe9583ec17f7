package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.nlp.NlpWorkerApplication;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the probes say while the broker is away, and when the analysis is stuck. */
class HealthIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STUCK_AFTER = Duration.ofSeconds(10);
  private static final String POSTS = "groundswell.posts";
  private static final CountDownLatch END = new CountDownLatch(1);

  private final OwnBroker broker = new OwnBroker();

  @Configuration(proxyBeanMethods = false)
  static class Stuck {

    @Bean
    @Primary
    BatchAnalysis stuckAnalysis(PostTraces traces) {
      return new BatchAnalysis(_ -> new Dropped(DropReason.NO_UNREST, "en"), traces, 1) {
        @Override
        List<Result> analyse(List<ConsumerRecord<byte[], byte[]>> batch)
            throws InterruptedException {
          END.await();
          return super.analyse(batch);
        }
      };
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void isNotReadyWhileTheBrokerIsAwayAndLivesOn() throws IOException {
    createPosts();
    try (var worker = start(NlpWorkerApplication.class);
        var probe = probe(worker)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);

      broker.stop();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 503);
      await()
          .during(STUCK_AFTER.plusSeconds(5))
          .atMost(PATIENCE)
          .until(() -> probe.liveness() == 200);
      assertThat(gauge(worker, "readiness")).isZero();
      assertThat(gauge(worker, "liveness")).isOne();

      broker.start();
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
      assertThat(gauge(worker, "readiness")).isOne();
    }
  }

  @Test
  void isNotLiveWhenTheAnalysisIsStuck() {
    createPosts();
    try (var worker = start(NlpWorkerApplication.class, Stuck.class);
        var probe = probe(worker)) {
      await().atMost(PATIENCE).until(() -> probe.readiness() == 200);
      assertThat(probe.liveness()).isEqualTo(200);

      writePost();

      await().atMost(PATIENCE).until(() -> probe.liveness() == 503);
      assertThat(probe.readiness()).as("with its broker").isEqualTo(200);
      END.countDown();
      await().atMost(PATIENCE).until(() -> probe.liveness() == 200);
    }
  }

  private ConfigurableApplicationContext start(Class<?>... sources) {
    return new SpringApplicationBuilder(sources)
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--groundswell.topics.partitions=2",
            "--groundswell.health.kafka-timeout=1s",
            "--groundswell.health.stuck-after=" + STUCK_AFTER);
  }

  private static Probe probe(ConfigurableApplicationContext worker) {
    return new Probe(
        Integer.parseInt(worker.getEnvironment().getRequiredProperty("local.server.port")));
  }

  private static double gauge(ConfigurableApplicationContext worker, String probe) {
    return worker
        .getBean(MeterRegistry.class)
        .get("groundswell.health")
        .tag("probe", probe)
        .gauge()
        .value();
  }

  private void createPosts() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.createTopics(List.of(new NewTopic(POSTS, 2, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writePost() {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = Json.post("1", Json.START, "anything").getBytes(UTF_8);
      producer.send(new ProducerRecord<>(POSTS, "push:1".getBytes(UTF_8), value));
    }
  }
}
