package org.groundswell.collector.replay;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.collector.Contract;
import org.groundswell.collector.PostsTopic;
import org.groundswell.collector.PostsTopic.Entry;
import org.groundswell.collector.replay.ReplayProgress.State;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import tools.jackson.databind.JsonNode;

/** Replays files into a real broker. */
@ExtendWith(OutputCaptureExtension.class)
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
  void tellsHowManyPostsOfWhichMinuteItSent() throws IOException {
    Path file = write(20_000, Duration.ofMillis(700));

    try (var context = replay(file, "replay-coverage", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    Map<Instant, Integer> posts = postsAMinute("replay-coverage");
    assertThat(posts.values().stream().mapToInt(i -> i).sum()).isEqualTo(20_000);
    List<Entry> clocks = PostsTopic.clocks("replay-coverage");
    assertThat(PostsTopic.told(clocks)).containsOnly(entry("replay-coverage", posts));
    assertThat(clocks)
        .filteredOn(clock -> clock.value().has("coverage"))
        .hasSizeGreaterThan(3)
        .allSatisfy(Contract.of("groundswell.posts")::assertKept)
        .allSatisfy(clock -> assertThat(clock.partition()).isZero());
    assertToldInTime(clocks, posts);
    assertThat(writtenAMinute("replay-coverage")).isEqualTo(posts);
  }

  @Test
  void tellsAllAgainBehindAClockThatGoesBackWhenItBeginsAnew() throws IOException {
    Path file = write(2_000, Duration.ofSeconds(7));
    for (int run = 0; run < 2; run++) {
      try (var context = replay(file, "replay-anew", "max")) {
        awaitEnd(context, State.FINISHED);
      }
    }

    List<Entry> tellers =
        PostsTopic.clocks("replay-anew").stream().filter(clock -> clock.partition() == 0).toList();
    int anew =
        IntStream.range(1, tellers.size())
            .filter(i ->
                Instant.parse(tellers.get(i).text("time"))
                    .isBefore(Instant.parse(tellers.get(i - 1).text("time"))))
            .reduce((_, _) -> fail("The clock went back twice"))
            .orElseThrow();
    var first = PostsTopic.told(tellers.subList(0, anew));
    assertThat(first.get("replay-anew").values().stream().mapToInt(i -> i).sum()).isEqualTo(2_000);
    assertThat(PostsTopic.told(tellers.subList(anew, tellers.size()))).isEqualTo(first);
  }

  @Test
  void namesTheSourcesItReadsUntilTheFileIsOver() throws IOException {
    Path file = write(100, Duration.ofSeconds(7));

    try (var context = replay(file, "replay-sources", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    assertThat(PostsTopic.clocks("replay-sources"))
        .filteredOn(clock -> clock.partition() == 0)
        .extracting(clock -> clock.value().path("sources").toString())
        .startsWith("[\"push\",\"replay-sources\"]")
        .endsWith("[\"push\"]");
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
      var meters = context.getBean(MeterRegistry.class);
      assertThat(meters.get("groundswell.dead.letters").counter().count()).isEqualTo(4);
      assertThat(meters.get("groundswell.collector.silence").gauge().value())
          .as("silence after the end")
          .isNaN();
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
  void carriesALargestPostAndOneThatIsLargerStopsNothing() throws IOException {
    String largest =
        post("x".repeat(200), "🙂".repeat(10_000), "https://" + "x".repeat(1_992), "#".repeat(300));
    String larger = post("larger", "🙂", "https://" + "x".repeat(200_000), "#".repeat(200_000));
    String deletion =
        "{\"delete\":{\"status\":{\"id_str\":\"%s\"}}}".formatted("1".repeat(900_000));
    Path posts = Files.write(directory.resolve("large.ndjson"), List.of(largest, larger));
    Path deletions = Files.write(directory.resolve("deletions.ndjson"), List.of(deletion));

    try (var context = replay(posts, "replay-large", "max")) {
      awaitEnd(context, State.FINISHED);
    }
    try (var context = replay(deletions, "replay-large", "max")) {
      assertThat(awaitEnd(context, State.FINISHED).rejected()).isEqualTo(1);
    }

    List<Entry> written = PostsTopic.posts("replay-large");
    assertThat(written).hasSize(2).allSatisfy(Contract.of("groundswell.posts")::assertKept);
    assertThat(written)
        .extracting(e -> e.value().path("hashtags").size(), e -> e.value().has("url"))
        .containsExactlyInAnyOrder(tuple(50, true), tuple(0, false));
  }

  private static String post(String id, String text, String url, String item) {
    String items =
        String.join(",", Collections.nCopies(item.length() > 300 ? 1 : 60, '"' + item + '"'));
    return """
    {"id":"%s","createdAt":"2020-10-07T10:00:00Z","text":"%s","url":"%s","place":"%s",\
    "hashtags":[%s],"links":[%s]}\
    """
        .formatted(id, text, url, "🙂".repeat(300), items, items);
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

  @Test
  void endsTheProcessWhenTheProducerGoesAwayBeforeTheLastClock() throws IOException {
    Path file = write(100, Duration.ofMinutes(10));
    var status = new CompletableFuture<Integer>();

    try (var context = replay(file, "replay-dies", "6000", status::complete)) {
      await().until(() -> !PostsTopic.posts("replay-dies").isEmpty());
      context.getBean(DefaultKafkaProducerFactory.class).reset();

      assertThat(status).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(1);
      assertThat(awaitEnd(context, State.FAILED).failure()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "20000"})
  void tellsAStopAsAStop(String speed) throws IOException {
    Path file = write(50_000, Duration.ofSeconds(7));
    var status = new CompletableFuture<Integer>();

    Replay replay;
    try (var context = replay(file, "replay-stops", speed, status::complete)) {
      replay = context.getBean(Replay.class);
      Replay running = replay;
      await().until(() -> running.progress().read() > 0);
    }

    assertThat(replay.progress().state()).isEqualTo(State.STOPPED);
    assertThat(replay.progress().failure()).isNull();
    assertThat(status).isNotDone();
  }

  @Test
  void warnsWhenTheClockGoesBackBehindAnEarlierRun(CapturedOutput output) throws IOException {
    Path file = write(10, Duration.ofSeconds(7));
    try (var context = replay(file, "replay-again", "max")) {
      awaitEnd(context, State.FINISHED);
    }
    assertThat(output).doesNotContain("The clock of collector \"replay-again\"");

    try (var context = replay(file, "replay-again", "max")) {
      awaitEnd(context, State.FINISHED);
    }

    assertThat(output)
        .containsOnlyOnce("The clock of collector \"replay-again\" stands at 2020-10-07T10:03:");
  }

  private static List<String> eventTimes(String source) {
    return PostsTopic.posts(source).stream().map(post -> post.text("eventTime")).sorted().toList();
  }

  private static Map<Instant, Integer> postsAMinute(String source) {
    Map<Instant, Integer> posts = new TreeMap<>();
    eventTimes(source)
        .forEach(time -> posts.merge(Instant.parse(time).truncatedTo(MINUTES), 1, Integer::sum));
    return posts;
  }

  private static Map<Instant, Integer> writtenAMinute(String source) {
    Map<Instant, Integer> posts = new TreeMap<>();
    for (Entry written : PostsTopic.of("groundswell.coverage", source)) {
      Contract.of("groundswell.coverage").assertKept(written);
      assertThat(written.key()).isEqualTo(source);
      int languages =
          written.value().path("languages").valueStream().mapToInt(JsonNode::asInt).sum();
      assertThat(written.value().path("posts").asInt()).isEqualTo(languages);
      if (languages > 0) {
        posts.merge(Instant.parse(written.text("minute")), languages, Integer::sum);
      }
    }
    return posts;
  }

  /** When a clock has passed a minute, all of the minute has been told. */
  private static void assertToldInTime(List<Entry> clocks, Map<Instant, Integer> posts) {
    List<Entry> tellers = clocks.stream().filter(clock -> clock.partition() == 0).toList();
    for (int i = 0; i < tellers.size(); i++) {
      Instant time = Instant.parse(tellers.get(i).text("time"));
      var told =
          PostsTopic.told(tellers.subList(0, i + 1)).getOrDefault("replay-coverage", Map.of());
      posts.forEach((minute, count) -> {
        if (!minute.plusSeconds(60).isAfter(time)) {
          assertThat(told.get(minute)).as("%s at %s", minute, time).isEqualTo(count);
        }
      });
    }
  }

  private static void assertPromisesKept(String source) {
    List<Entry> entries = PostsTopic.read("groundswell.posts");
    entries.stream()
        .filter(e -> PostsTopic.isClock(e, source) || e.key().startsWith(source + ":"))
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
    return replay(file, source, speed, status -> fail("The process was ended with " + status));
  }

  private static ConfigurableApplicationContext replay(
      Path file, String source, String speed, ProcessEnd process) {
    return new SpringApplicationBuilder(CollectorApplication.class)
        .initializers(context ->
            ((GenericApplicationContext) context).registerBean(ProcessEnd.class, () -> process))
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
