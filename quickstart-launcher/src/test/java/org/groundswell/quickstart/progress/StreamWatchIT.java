package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.groundswell.servers.EmbeddedKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, because the watch looks at topics and groups by their real names. */
class StreamWatchIT {

  private static final String FINISHED =
      "{\"kind\":\"clock\",\"time\":\"1970-01-01T00:20:00Z\",\"finished\":true}";
  private static final String SIGNAL =
      "{\"kind\":\"signal\",\"scope\":\"TOWN\",\"place\":{\"level\":\"TOWN\"}}";

  @TempDir Path directory;

  private final List<AlertSeen> told = new ArrayList<>();
  private EmbeddedKafka kafka;
  private KafkaProducer<String, String> collector;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    collector = producer(Map.of());
  }

  @AfterEach
  void stop() {
    collector.close();
    kafka.close();
  }

  @Test
  void seesTopicsThatAppearLaterAndTheEndBehindTransactionMarkers() throws Exception {
    try (var watch = StreamWatch.start(kafka.bootstrapServers(), told::add)) {
      assertThat(watch.look().counts().published()).isZero();

      createTopics();
      post("replay:1", "{}");
      post("clock:collector", FINISHED);
      Look read = await(watch, Look::replayed);
      assertThat(read.done()).isFalse();
      assertThat(read.counts().lag()).isEqualTo(1);

      process(Topics.WORKERS, Topics.POSTS, 2, Topics.SIGNALS, SIGNAL);
      process(Topics.DETECTION, Topics.SIGNALS, 1, Topics.ALERTS, "{}");
      process(Topics.STORE, Topics.ALERTS, 1, "elsewhere", "{}");
      watch.read(Duration.ofMillis(300));
      assertThat(watch.look().done()).isFalse(); // all is read, nothing is judged

      judge(20);
      Look done = await(watch, Look::done);
      assertThat(done.counts().signals()).isEqualTo(1);
      assertThat(done.counts().analysed()).isEqualTo(done.counts().read()).isEqualTo(1);
    }
  }

  @Test
  void doesNotCountWhatAnEarlierRunLeft() throws Exception {
    createTopics();
    post("replay:1", "{}");

    try (var watch = StreamWatch.start(kafka.bootstrapServers(), told::add)) {
      post("replay:2", "{}");
      post("replay:3", "{}");

      Look look = await(watch, it -> it.counts().published() > 0);
      assertThat(look.counts().published()).isEqualTo(2);
      assertThat(look.counts().lag()).isEqualTo(2);
    }
  }

  @Test
  void saysWhenThePostsAreOlderThanWhatAnEarlierRunHasJudged() throws Exception {
    createTopics();
    judge(20);

    try (var watch = StreamWatch.start(kafka.bootstrapServers(), told::add)) {
      assertThat(watch.overlap()).isEmpty();
      post("replay:1", "{\"eventTime\":\"1970-01-01T00:19:00Z\"}");

      await(watch, it -> it.counts().published() > 0);
      assertThat(watch.overlap())
          .hasValueSatisfying(sentence ->
              assertThat(sentence)
                  .contains("begin at 1970-01-01T00:19:00Z", "before 1970-01-01T00:20:00Z"));
    }
  }

  @Test
  void isSilentAboutPostsThatAreNew() throws Exception {
    createTopics();
    judge(20);

    try (var watch = StreamWatch.start(kafka.bootstrapServers(), told::add)) {
      post("replay:1", "{\"eventTime\":\"1970-01-01T00:20:00Z\"}");

      await(watch, it -> it.counts().published() > 0);
      assertThat(watch.overlap()).isEmpty();
    }
  }

  private void judge(long minute) throws Exception {
    var mark = JudgedTests.mark(0, minute);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.JUDGED, mark.key(), mark.value())).get();
    }
  }

  private void createTopics() throws Exception {
    try (var admin = admin()) {
      var topics =
          List.of(Topics.POSTS, Topics.SIGNALS, Topics.ALERTS, Topics.JUDGED, "elsewhere").stream()
              .map(topic -> new NewTopic(topic, 1, (short) 1))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  private void post(String key, String value) throws Exception {
    collector.send(new ProducerRecord<>(Topics.POSTS, key, value)).get();
  }

  /** Writes one record in a transaction, then commits how far the group has read. */
  private void process(String group, String from, long next, String to, String value)
      throws Exception {
    try (var producer = producer(Map.of("transactional.id", group));
        var admin = admin()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(to, "key", value));
      producer.commitTransaction();
      var read = Map.of(new TopicPartition(from, 0), new OffsetAndMetadata(next));
      admin.alterConsumerGroupOffsets(group, read).all().get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private KafkaProducer<String, String> producer(Map<String, Object> more) {
    var config = new HashMap<>(more);
    config.put("bootstrap.servers", kafka.bootstrapServers());
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  private static Look await(StreamWatch watch, Predicate<Look> wanted) {
    return Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              watch.read(Duration.ofMillis(100));
              return watch.look();
            },
            wanted);
  }
}
