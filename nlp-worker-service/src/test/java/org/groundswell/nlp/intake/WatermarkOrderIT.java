package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.nlp.intake.Json.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Guarantee: in each partition of the signals, a watermark comes after every signal of an earlier
 * post of its collector and partition.
 *
 * <pre>
 * valid    signal(12:01) watermark(12:02) signal(12:02)
 * invalid  watermark(12:02) signal(12:01)
 * </pre>
 */
@SpringBootTest(
    properties = {"spring.kafka.consumer.max-poll-records=7", "groundswell.nlp.threads=3"})
@DirtiesContext
class WatermarkOrderIT {

  private static final Broker BROKER = Broker.withPosts();
  private static final int MINUTES = 60;
  private static final int POSTS_A_MINUTE = 8;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    BROKER.addProperties(registry);
  }

  /** Each post's id begins with its partition; two collectors give the time. */
  @BeforeAll
  static void write() {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int minute = 0; minute < MINUTES; minute++) {
      Instant time = START.plus(Duration.ofMinutes(minute));
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        for (int i = 0; i < POSTS_A_MINUTE; i++) {
          String id = partition + "-" + minute + "-" + i;
          String post = Json.post(id, time.plusSeconds(7L * i), Json.UNREST);
          records.add(BROKER.record(partition, "push:" + id, post));
        }
        Instant next = time.plus(Duration.ofMinutes(1));
        for (String collector : List.of("a", "b")) {
          String clock = Json.clock(collector, partition, next);
          records.add(BROKER.record(partition, "clock:" + collector, clock));
        }
      }
    }
    BROKER.write(records);
  }

  @Test
  void writesWatermarksAfterTheSignalsOfEarlierPosts() {
    Instant end = START.plus(Duration.ofMinutes(MINUTES));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> watermarksAt(end) == 2 * Broker.PARTITIONS * Broker.PARTITIONS);

    Map<String, Instant> reached = new HashMap<>();
    int signals = 0;
    for (ConsumerRecord<String, byte[]> record : BROKER.committed(BROKER.signals)) {
      JsonNode value = Json.read(record);
      if (value.get("kind").asString().equals("watermark")) {
        String of = record.partition() + " " + value.get("partition").asInt();
        reached.put(of, Instant.parse(value.get("time").asString()));
      } else {
        signals++;
        String of = record.partition() + " " + value.get("post").asString().charAt(5);
        assertThat(Instant.parse(value.get("eventTime").asString()))
            .isAfterOrEqualTo(reached.getOrDefault(of, Instant.MIN));
      }
    }
    assertThat(signals).isEqualTo(3 * MINUTES * POSTS_A_MINUTE * Broker.PARTITIONS);
  }

  private static long watermarksAt(Instant time) {
    return BROKER.committed(BROKER.signals).stream()
        .map(Json::read)
        .filter(value -> value.path("time").asString("").equals(time.toString()))
        .count();
  }
}
