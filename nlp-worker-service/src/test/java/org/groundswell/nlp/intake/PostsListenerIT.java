package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.nlp.intake.Json.START;
import static org.groundswell.nlp.intake.Json.UNREST;
import static org.groundswell.nlp.intake.Json.post;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.data.Offset;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** One stream with every kind of record, and what it comes to. */
@SpringBootTest
@DirtiesContext
class PostsListenerIT {

  private static final Broker BROKER = Broker.withPosts();

  private static final String[] TEXTS = {
    UNREST,
    "What a lovely cup of coffee in Caracas this morning",
    "They protest, police fired tear gas, it hurts",
    "On this day in 1968 the people rose to protest in Caracas and police fired tear gas",
    "Χιλιάδες άνθρωποι διαδηλώνουν σήμερα στην Αθήνα",
    " @someone https://example.org "
  };

  private final MeterRegistry meters;

  PostsListenerIT(@Autowired MeterRegistry meters) {
    this.meters = meters;
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    BROKER.addProperties(registry);
  }

  @BeforeAll
  static void write() {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int i = 0; i < 300; i++) {
      int partition = i % Broker.PARTITIONS;
      String key = "push:" + i;
      records.add(
          switch (i % 10) {
            case 6 -> BROKER.record(partition, key, null);
            case 7 -> BROKER.record(partition, key, "{\"kind\":\"post\", no json");
            case 8 -> BROKER.record(partition, key, "{\"kind\":\"poll\"}");
            case 9 -> BROKER.record(partition, "clock:c", Json.clock("c", partition, START, 7));
            default -> BROKER.record(partition, key, post("" + i, START, TEXTS[i % 10]));
          });
    }
    BROKER.write(records);
  }

  @Test
  void countsEveryPostOnceUnderItsOutcome() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> meters.counter(PostCounters.READ).count() >= 270);

    assertThat(outcomes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "forwarded none", 30.0,
                "dropped no_unrest", 30.0,
                "dropped no_place", 30.0,
                "dropped past", 30.0,
                "dropped unsupported_language", 30.0,
                "dropped empty_text", 30.0,
                "dropped deleted", 30.0,
                "rejected unreadable", 60.0,
                "rejected analysis_failed", 0.0));
    assertThat(meters.counter(PostCounters.READ).count())
        .isEqualTo(outcomes().values().stream().mapToDouble(Double::doubleValue).sum());
  }

  @Test
  void tellsTheAgeOfWhatItForwardsAndCountsDeadLettersByTopic() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> meters.counter(PostCounters.READ).count() >= 270);

    var ages = meters.get(PostCounters.SIGNAL_AGE).timer();
    assertThat(ages.count()).isEqualTo(30);
    assertThat(ages.mean(TimeUnit.SECONDS))
        .isCloseTo(Duration.between(START, Instant.now()).toSeconds(), Offset.offset(120.0));
    assertThat(
            meters
                .get(PostCounters.DEAD_LETTERS)
                .tag("topic", BROKER.deadLetters)
                .counter()
                .count())
        .isEqualTo(60);
  }

  @Test
  void forwardsAPostToItsTownDivisionAndCountry() {
    await().atMost(Duration.ofSeconds(60)).until(() -> signals().size() == 90);

    Map<String, Long> scopes =
        signals().stream()
            .collect(Collectors.groupingBy(s -> s.get("scope").asString(), Collectors.counting()));
    assertThat(scopes)
        .containsOnly(Map.entry("TOWN", 30L), Map.entry("ADMIN1", 30L), Map.entry("COUNTRY", 30L));
  }

  @Test
  void passesOnToEveryPartitionHowManyPostsTheClocksTell() {
    await().atMost(Duration.ofSeconds(60)).until(() -> told().equals(toldByThirtyClocks()));
  }

  @Test
  void keepsWhatItCannotReadWithReasonAndOrigin() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> BROKER.committed(BROKER.deadLetters).size() == 60);

    var letter =
        BROKER.committed(BROKER.deadLetters).stream()
            .filter(record -> record.key().equals("push:8"))
            .findFirst()
            .orElseThrow();
    assertThat(letter.value()).isEqualTo("{\"kind\":\"poll\"}".getBytes(UTF_8));
    assertThat(
            StreamSupport.stream(letter.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8)))
        .containsExactly(
            "reason=UNREADABLE",
            "detail=Not allowed: kind = \"poll\"",
            "topic=" + BROKER.posts,
            "partition=0",
            "offset=2");
  }

  @Test
  void createsItsTopics() throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, BROKER.signals);
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
      var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
      assertThat(config.get("retention.ms").value()).isEqualTo("86400000");
    }
  }

  /** Posts that watermarks tell, by partition of the signals. */
  private static Map<Integer, Integer> told() {
    return BROKER.committed(BROKER.signals).stream()
        .collect(
            Collectors.groupingBy(
                ConsumerRecord::partition,
                Collectors.summingInt(record ->
                    Json.read(record)
                        .path("coverage")
                        .valueStream()
                        .mapToInt(run -> run.path("posts").path(0).asInt())
                        .sum())));
  }

  private static Map<Integer, Integer> toldByThirtyClocks() {
    return IntStream.range(0, Broker.PARTITIONS)
        .boxed()
        .collect(Collectors.toMap(partition -> partition, _ -> 30 * 7));
  }

  private static List<JsonNode> signals() {
    return BROKER.committed(BROKER.signals).stream()
        .map(Json::read)
        .filter(record -> record.get("kind").asString().equals("signal"))
        .toList();
  }

  private Map<String, Double> outcomes() {
    return meters.find(PostCounters.POSTS).counters().stream()
        .collect(
            Collectors.toMap(
                counter ->
                    counter.getId().getTag("outcome") + " " + counter.getId().getTag("reason"),
                Counter::count,
                Double::sum));
  }
}
