package org.groundswell.collector.replay;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.collector.Contract;
import org.groundswell.collector.PostsTopic;
import org.groundswell.collector.PostsTopic.Entry;
import org.groundswell.collector.replay.ReplayProgress.State;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Replays files into a real broker. */
class ReplayIT {

  private static final Instant FIRST = Instant.parse("2020-10-07T10:00:00Z");

  @TempDir Path directory;

  @Test
  void deliversPostsBetweenClocksThatKeepTheirPromise() throws IOException {
    Path file = write(1_000, Duration.ofSeconds(7));

    try (var context = replay(file, "replay-order", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    assertThat(PostsTopic.posts("replay-order")).hasSize(1_000);
    assertPromisesKept("replay-order");
  }

  @Test
  void saysWhereTheStreamBeganAndThatItIsFinished() throws IOException {
    Path file = write(100, Duration.ofSeconds(7));

    try (var context = replay(file, "replay-ends", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    List<Entry> clocks = PostsTopic.clocks("replay-ends");
    assertThat(clocks)
        .extracting(clock -> clock.text("started"))
        .containsOnly("2020-10-07T09:59:59Z");
    Instant last = FIRST.plus(Duration.ofSeconds(7).multipliedBy(99));
    assertThat(clocks)
        .filteredOn(clock -> clock.value().path("finished").asBoolean(false))
        .hasSize(4)
        .allSatisfy(clock ->
            assertThat(Instant.parse(clock.text("time"))).isEqualTo(last.plusSeconds(120)));
  }

  @Test
  void sortsAFileOutOfOrder() throws IOException {
    List<String> lines = Files.readAllLines(write(500, Duration.ofSeconds(30)));
    Path reversed = Files.write(directory.resolve("reversed.ndjson"), lines.reversed());

    try (var context = replay(reversed, "replay-sorted", "max")) {
      assertThat(awaitEnd(context, State.FINISHED).sorted()).isTrue();
    }

    assertThat(PostsTopic.posts("replay-sorted"))
        .hasSize(500)
        .allSatisfy(post -> assertThat(post.text("eventTime")).isEqualTo(post.text("createdAt")));
    assertPromisesKept("replay-sorted");
  }

  @Test
  void countsEveryLineAndWritesDownWhatItRefuses() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("bad.ndjson"),
            """
            {"id":1,"created_at":"2020-10-07T10:00:00Z","text":"one","author":"someone"}
            {"id":2,"created_at":"yesterday","text":"two"}

            not json
            {"id":4,"created_at":"2020-10-07T10:00:03Z"}
            {"id":5,"created_at":"2020-10-07T10:00:04Z","text":"five","lat":91,"lon":0}
            {"id":6,"created_at":"2020-10-07T10:00:05Z","text":"six"}
            """);

    try (var context = replay(file, "replay-bad", "max")) {
      ReplayProgress progress = awaitEnd(context, State.FINISHED);
      assertThat(progress.read())
          .isEqualTo(6)
          .isEqualTo(progress.published() + progress.rejected());
      assertThat(progress.published()).isEqualTo(2);
      assertThat(progress.share()).isEqualTo(1);
      assertEquation(context, "replay-bad");
    }

    assertThat(PostsTopic.of("groundswell.sources.dlt", "replay-bad"))
        .extracting(letter -> letter.text("position"), letter -> letter.text("field"))
        .containsExactlyInAnyOrder(
            tuple("bad.ndjson:2", "created_at"),
            tuple("bad.ndjson:4", null),
            tuple("bad.ndjson:5", "text"),
            tuple("bad.ndjson:6", "lat"));
  }

  @Test
  void writesWhatTheContractsSay() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("mixed.ndjson"),
            """
            {"id":1,"created_at":"2020-10-07T10:00:00Z","text":"one","author":"someone","lang":"en-NG","lat":6.5,"lon":3.4,"place":"Lagos"}
            {"id":2,"created_at":"1970-01-01T00:00:00Z","text":"absurd"}
            nonsense
            """);

    try (var context = replay(file, "replay-contract", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    var posts = Contract.of("groundswell.posts");
    assertThat(PostsTopic.posts("replay-contract")).hasSize(2).allSatisfy(posts::assertKept);
    assertThat(PostsTopic.clocks("replay-contract")).isNotEmpty().allSatisfy(posts::assertKept);
    assertThat(PostsTopic.of("groundswell.sources.dlt", "replay-contract"))
        .hasSize(1)
        .allSatisfy(Contract.of("groundswell.sources.dlt")::assertKept);
  }

  @Test
  void neverLetsAnAccountNameIntoKafka() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("named.ndjson"),
            """
            {"id":1,"created_at":"2020-10-07T10:00:00Z","text":"one","author":"a-very-special-account"}
            {"id":2,"created_at":"never","text":"two","author":"a-very-special-account"}
            """);

    try (var context = replay(file, "replay-named", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    assertThat(
            Stream.of("groundswell.posts", "groundswell.sources.dlt")
                .flatMap(topic -> PostsTopic.read(topic).stream())
                .filter(entry -> !entry.isTombstone()))
        .noneMatch(entry -> entry.value().toString().contains("a-very-special-account"));
  }

  @Test
  void givesTheSameEventTimesAtAnySpeed() throws IOException {
    Path file = write(60, Duration.ofSeconds(41));

    try (var context = replay(file, "replay-paced", "2000")) {
      awaitEnd(context, State.FINISHED);
    }
    try (var context = replay(file, "replay-unpaced", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    assertThat(eventTimes("replay-paced")).isEqualTo(eventTimes("replay-unpaced")).hasSize(60);
    assertPromisesKept("replay-paced");
  }

  private static List<String> eventTimes(String source) {
    return PostsTopic.posts(source).stream().map(post -> post.text("eventTime")).sorted().toList();
  }

  private static void assertPromisesKept(String source) {
    List<Entry> entries = PostsTopic.read("groundswell.posts");
    entries.stream()
        .filter(e -> e.key().equals("clock:" + source) || e.key().startsWith(source + ":"))
        .collect(groupingBy(Entry::partition))
        .values()
        .forEach(ReplayIT::assertPromiseKept);
  }

  private static void assertPromiseKept(List<Entry> partition) {
    assertThat(partition.getFirst().text("kind")).isEqualTo("clock");
    Instant promise = Instant.MIN;
    for (Entry entry : partition) {
      boolean clock = "clock".equals(entry.text("kind"));
      Instant time = Instant.parse(entry.text(clock ? "time" : "eventTime"));
      assertThat(time).as(entry.toString()).isAfterOrEqualTo(promise);
      promise = clock ? time : promise;
    }
  }

  private static void assertEquation(ConfigurableApplicationContext context, String source) {
    var meters = context.getBean(MeterRegistry.class);
    assertThat(sum(meters, "read", source))
        .isEqualTo(sum(meters, "published", source) + sum(meters, "rejected", source))
        .isPositive();
  }

  private static double sum(MeterRegistry meters, String name, String source) {
    return meters
        .get("groundswell.collector." + name)
        .tag("source", source)
        .functionCounters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private Path write(int posts, Duration apart) throws IOException {
    Stream<String> lines =
        Stream.iterate(0, i -> i < posts, i -> i + 1)
            .map(i ->
                "{\"id\":%d,\"created_at\":\"%s\",\"text\":\"post %d\"}"
                    .formatted(i, FIRST.plus(apart.multipliedBy(i)), i));
    return Files.write(directory.resolve("posts.ndjson"), lines.toList());
  }

  private static ConfigurableApplicationContext replay(Path file, String source, String speed) {
    return new SpringApplicationBuilder(CollectorApplication.class)
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
            "--groundswell.topics.partitions=4",
            "--groundswell.collector.id=" + source,
            "--groundswell.collector.author-secret=only for tests, 24 chars",
            "--groundswell.collector.replay.file=" + file,
            "--groundswell.collector.replay.source=" + source,
            "--groundswell.collector.replay.speed=" + speed);
  }

  private static ReplayProgress awaitEnd(ConfigurableApplicationContext context, State state) {
    var replay = context.getBean(Replay.class);
    await().atMost(Duration.ofSeconds(60)).until(() -> replay.progress().state() == state);
    return replay.progress();
  }
}
