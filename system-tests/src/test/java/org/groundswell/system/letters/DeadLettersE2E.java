package org.groundswell.system.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker's own jar writes dead letters, and the command's own jar plays them back. */
class DeadLettersE2E {

  private static final String POSTS = "groundswell.posts";
  private static final String DEAD_LETTERS = "groundswell.posts.dlt";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path directory;

  private EmbeddedKafka kafka;
  private Topics topics;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(directory, 0);
    topics = new Topics(kafka.bootstrapServers());
    topics.create(POSTS, 4);
    topics.create("groundswell.deletions", 1);
  }

  @AfterEach
  void stop() {
    topics.close();
    kafka.close();
  }

  @Test
  void comesBackWithItsRoundWhenItFailsAgain() throws Exception {
    byte[] nonsense = {'{', (byte) 0xff, 0};
    topics.write(List.of(new ProducerRecord<>(POSTS, 3, "push:1".getBytes(UTF_8), nonsense)));
    try (var _ = Jar.start("nlp-worker-service", environment("SERVER_PORT", freePort()))) {
      await().atMost(PATIENCE).until(() -> topics.read(DEAD_LETTERS).size() == 1);

      for (int round = 1; round <= 3; round++) {
        int letters = round + 1;
        assertThat(playBack(Map.of()).exitCode()).isZero();
        await().atMost(PATIENCE).until(() -> topics.read(DEAD_LETTERS).size() == letters);

        var again = topics.read(DEAD_LETTERS).getLast();
        assertThat(Topics.header(again, "played-back")).isEqualTo("" + round);
        assertThat(Topics.header(again, "partition")).isEqualTo("3");
        assertThat(again.value()).isEqualTo(nonsense);
      }
      var ended = playBack(Map.of());
      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(ended.output()).contains("left: 1 went round as often as --max-rounds allows");
    }
  }

  @Test
  void losesAndDoublesNothingWhenItIsKilledHalfWay() throws Exception {
    int letters = 20_000;
    topics.create(DEAD_LETTERS, 1);
    topics.write(letters(letters));

    var smallPortions = Map.of("SPRING_KAFKA_CONSUMER_MAXPOLLRECORDS", "50");
    try (var _ = start(smallPortions)) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !topics.read(POSTS).isEmpty());
    } // kill -9
    assertThat(topics.read(POSTS).size()).as("killed half way").isBetween(1, letters - 1);
    assertThat(playBack(Map.of()).exitCode()).isZero();

    assertThat(topics.read(POSTS))
        .hasSize(letters)
        .extracting(record -> new String(record.key(), UTF_8))
        .doesNotHaveDuplicates();
  }

  private static List<ProducerRecord<byte[], byte[]>> letters(int count) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int i = 0; i < count; i++) {
      var letter =
          new ProducerRecord<>(DEAD_LETTERS, ("push:" + i).getBytes(UTF_8), "{".getBytes(UTF_8));
      letter
          .headers()
          .add("reason", "UNREADABLE".getBytes(UTF_8))
          .add("topic", POSTS.getBytes(UTF_8))
          .add("partition", Integer.toString(i % 4).getBytes(UTF_8))
          .add("offset", Integer.toString(i).getBytes(UTF_8));
      records.add(letter);
    }
    return records;
  }

  private Jar playBack(Map<String, String> settings) throws InterruptedException {
    var run = start(settings);
    run.exitCode();
    return run;
  }

  private Jar start(Map<String, String> settings) {
    var environment = new HashMap<>(settings);
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    return Jar.start("dead-letters", environment, "play-back", "--topic", DEAD_LETTERS);
  }

  private Map<String, String> environment(String name, String value) {
    return Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(), name, value);
  }

  private static String freePort() {
    return Integer.toString(FreePorts.next());
  }
}
