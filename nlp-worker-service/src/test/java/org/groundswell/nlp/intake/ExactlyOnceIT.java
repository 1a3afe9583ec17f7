package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.nlp.intake.Json.START;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.NlpWorkerApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Guarantee: readers of committed records see each post's signals exactly once, also when a worker
 * breaks off after it has sent them and before it commits, and another takes over.
 *
 * <p>What this cannot show: a process that dies without closing its transaction; there the broker
 * ends it after {@code transaction.timeout.ms}.
 */
class ExactlyOnceIT {

  private static final int POSTS = 1_200;
  private static final Broker BROKER = Broker.withPosts();
  private static final AtomicBoolean BROKEN = new AtomicBoolean(true);

  @Configuration(proxyBeanMethods = false)
  static class Breaking {

    /** Sends all of a batch and then fails, before the container can commit. */
    @Bean
    @Primary
    SignalsWriter breakingWriter(KafkaOperations<byte[], byte[]> kafka, TopicsProperties topics) {
      return new SignalsWriter(kafka, topics) {
        @Override
        void write(Collection<Watermark> watermarks) {
          super.write(watermarks);
          if (BROKEN.get()) {
            throw new IllegalStateException("Broken on purpose");
          }
        }
      };
    }
  }

  @Test
  void showsEachSignalOnceThoughAWorkerBreaksOff() {
    BROKER.write(
        IntStream.range(0, POSTS)
            .mapToObj(i ->
                BROKER.record(
                    i % Broker.PARTITIONS, "push:" + i, Json.post("" + i, START, Json.UNREST)))
            .toList());

    try (var worker = start()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> signals(BROKER.evenUncommitted(BROKER.signals)) > 0);
      assertThat(signals(BROKER.committed(BROKER.signals))).isZero();
      assertThat(read(worker)).isZero();
    }
    BROKEN.set(false);
    try (var worker = start()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> read(worker) == POSTS);

      List<String> seen =
          BROKER.committed(BROKER.signals).stream()
              .map(Json::read)
              .map(value -> value.get("post").asString() + value.get("scope").asString())
              .toList();
      assertThat(seen).hasSize(3 * POSTS).doesNotHaveDuplicates();
    }
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(NlpWorkerApplication.class, Breaking.class)
        .run(
            BROKER.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  private static double read(ConfigurableApplicationContext worker) {
    return worker.getBean(MeterRegistry.class).counter(PostCounters.READ).count();
  }

  private static long signals(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().filter(record -> !record.key().startsWith("watermark")).count();
  }
}
