package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.groundswell.collector.Contract;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.coverage.PostCounter;
import org.groundswell.collector.topics.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.mock.MockProducerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clocks tell, also when Kafka does not take them; its producer is Kafka's own for tests. */
class ClockWriterTests {

  private static final Instant START = Instant.parse("2026-06-03T14:00:00Z");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final MockProducer<String, byte[]> kafka = producer();
  private final PostCounter counter = new PostCounter();
  private final StreamClock stream =
      new StreamClock(
          Clock.fixed(START, ZoneOffset.UTC), Duration.ofMinutes(1), Duration.ofMinutes(15));
  private final SourceClock source = stream.announceFile();
  private final ClockWriter clocks = writer();

  @BeforeEach
  void start() {
    counter.open("push", () -> false);
    source.start(START);
    clocks.write();
    settleAll();
  }

  @Test
  void tellsInPartition0Alone() {
    counter.count("push", "en", START);

    goTo(START.plusSeconds(1));

    assertThat(clocks()).hasSize(2 + 2);
    assertThat(tellers())
        .singleElement()
        .satisfies(clock -> assertThat(clock.partition()).isZero())
        .satisfies(clock -> assertThat(clock.key()).startsWith("clock:collector:"))
        .satisfies(clock -> Contract.of(Topics.POSTS).assertKept(value(clock).toString()));
    assertThat(clocks())
        .filteredOn(clock -> value(clock).has("sources"))
        .extracting(ProducerRecord::partition)
        .containsOnly(0);
  }

  @Test
  void givesEachClockThatTellsAKeyOfItsOwn() {
    counter.count("push", "en", START);
    goTo(START.plusSeconds(1));
    counter.count("push", "en", START.plusSeconds(1));
    goTo(START.plusSeconds(2));

    assertThat(tellers()).extracting(ProducerRecord::key).hasSize(2).doesNotHaveDuplicates();
    assertThat(tellers()).allMatch(clock -> ClockWriter.isKey(clock.key(), "collector"));
    assertThat(ClockWriter.isKey("clock:collector-2", "collector")).isFalse();
  }

  @Test
  void tellsWithTheNextWhatDidNotReachKafka() {
    counter.count("push", "en", START);
    goTo(START.plusSeconds(1));
    kafka.errorNext(new TimeoutException("120000 ms have passed"));
    settleAll();
    counter.count("push", "en", START);

    goTo(START.plusSeconds(2));

    assertThat(tellers()).extracting(ClockWriterTests::sum).containsExactly(1L, 2L);
  }

  @Test
  void tellsWhatIsTooMuchForOneClockAtTheTimeOfTheOneBefore() {
    IntStream.range(0, 25_000)
        .forEach(i -> counter.count("push", "en", START.plus(Duration.ofMinutes(i))));

    Instant time = START.plus(Duration.ofMinutes(25_000));
    goTo(time);

    assertThat(tellers())
        .extracting(clock -> value(clock).path("time").asString())
        .containsExactly(START.toString(), START.toString(), time.toString());
    assertThat(tellers())
        .allSatisfy(clock -> Contract.of(Topics.POSTS).assertKept(value(clock).toString()))
        .allSatisfy(clock -> assertThat(clock.value()).hasSizeLessThan(PostCheck.MAX_RECORD));
    assertThat(tellers().stream().mapToLong(ClockWriterTests::sum).sum()).isEqualTo(25_000);
  }

  @Test
  void staysBelowTheLargestRecordWithManyRunsOfLongNames() {
    String name = "a".repeat(32);
    IntStream.range(0, 1_000)
        .forEach(run ->
            IntStream.range(0, 9)
                .forEach(
                    i -> counter.count(name, "en", START.plus(Duration.ofMinutes(run * 30L + i)))));

    goTo(START.plus(Duration.ofMinutes(30_000)));

    assertThat(tellers())
        .singleElement()
        .satisfies(clock -> assertThat(value(clock).path("coverage")).hasSize(1_000))
        .satisfies(clock -> assertThat(clock.value()).hasSizeLessThan(PostCheck.MAX_RECORD));
  }

  @Test
  void writesTheMinutesThatItPasses() {
    counter.count("push", "en", START);

    goTo(START.plusSeconds(60));

    assertThat(coverage())
        .singleElement()
        .satisfies(minute -> assertThat(minute.key()).isEqualTo("push"))
        .satisfies(minute -> Contract.of(Topics.COVERAGE).assertKept(value(minute).toString()))
        .satisfies(minute -> assertThat(value(minute).path("posts").asInt()).isEqualTo(1));
  }

  @Test
  void tellsAndWritesTheRestWhenItEnds() {
    counter.count("push", "en", START.plusSeconds(5));

    clocks.end();

    assertThat(tellers())
        .singleElement()
        .satisfies(
            clock -> assertThat(value(clock).path("time").asString()).isEqualTo(START.toString()));
    assertThat(coverage()).hasSize(1);
  }

  private void goTo(Instant time) {
    source.promise(time);
    clocks.write();
  }

  private void settleAll() {
    while (kafka.completeNext()) {
      continue;
    }
  }

  private List<ProducerRecord<String, byte[]>> clocks() {
    return sent(record -> record.topic().equals(Topics.POSTS));
  }

  private List<ProducerRecord<String, byte[]>> tellers() {
    return clocks().stream().filter(clock -> value(clock).has("coverage")).toList();
  }

  private List<ProducerRecord<String, byte[]>> coverage() {
    return sent(record -> record.topic().equals(Topics.COVERAGE));
  }

  private List<ProducerRecord<String, byte[]>> sent(
      Predicate<ProducerRecord<String, byte[]>> wanted) {
    return kafka.history().stream().filter(wanted).toList();
  }

  private static long sum(ProducerRecord<String, byte[]> clock) {
    return value(clock)
        .path("coverage")
        .valueStream()
        .flatMap(run -> run.path("posts").valueStream())
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  private static JsonNode value(ProducerRecord<String, byte[]> record) {
    return JSON.readTree(record.value());
  }

  private ClockWriter writer() {
    var outbox = new Outbox(new MockProducerFactory<>(() -> kafka), JSON);
    var properties =
        new CollectorProperties(
            "collector",
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(15),
            null,
            null);
    var coverage = new CoverageWriter(counter, outbox, properties);
    return new ClockWriter(
        stream, outbox, properties, counter, coverage, new SimpleMeterRegistry());
  }

  private static MockProducer<String, byte[]> producer() {
    var node = new Node(0, "127.0.0.1", 9092);
    List<PartitionInfo> partitions =
        IntStream.range(0, 2)
            .boxed()
            .flatMap(i ->
                List.of(Topics.POSTS, Topics.COVERAGE).stream()
                    .map(topic -> new PartitionInfo(topic, i, node, null, null)))
            .toList();
    var cluster = new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
    return new MockProducer<>(
        cluster, false, null, new StringSerializer(), new ByteArraySerializer());
  }
}
