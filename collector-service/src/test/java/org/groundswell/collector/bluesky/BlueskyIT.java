package org.groundswell.collector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.collector.Contract;
import org.groundswell.collector.PostsTopic;
import org.groundswell.collector.PostsTopic.Entry;
import org.groundswell.collector.cursor.Cursors;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Follows a local server that speaks the documented format, into a real broker. */
class BlueskyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String SECRET = "only for tests, 24 chars";

  private final CountDownLatch over = new CountDownLatch(1);
  private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - 30_000_000;
  private final String did = "did:plc:" + Long.toString(now, 36);
  private LocalJetstream server;

  @BeforeEach
  void startServer() throws IOException {
    server = new LocalJetstream();
  }

  @AfterEach
  void stopServer() throws IOException {
    over.countDown();
    server.close();
  }

  @Test
  void goesOnAtTheCursorAfterALostConnectionAndPassesOverWhatComesTwice() {
    server.next(line -> {
      line.text(create("a", now));
      line.text(create("b", now + 1_000_000));
      await().atMost(PATIENCE).until(() -> cursor() == now + 1_000_000);
    });
    server.next(line -> {
      line.text(create("b", now + 1_000_000));
      line.text(create("c", now + 2_000_000));
      over.await();
    });

    try (var _ = collector()) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(posts()).hasSize(3));
      await().atMost(PATIENCE).until(() -> cursor() == now + 2_000_000);
    }

    assertThat(posts())
        .extracting(Entry::key)
        .containsExactlyInAnyOrder(key("a"), key("b"), key("c"));
    assertThat(posts()).allSatisfy(Contract.of("groundswell.posts")::assertKept);
    assertThat(server.requests().get(1))
        .contains("wantedCollections=app.bsky.feed.post")
        .endsWith("cursor=" + (now + 1_000_000 - 5_000_000));
  }

  @Test
  void goesOnAtTheCursorAfterARestartWithoutBreakingAPromise() {
    server.next(line -> {
      line.text(create("a", now));
      over.await();
    });
    try (var _ = collector()) {
      await().atMost(PATIENCE).until(() -> cursor() == now);
      await().atMost(PATIENCE).until(() -> !clocks().isEmpty());
    }
    server.next(line -> {
      line.text(create("old", now - 4_000_000, now - 400_000_000));
      line.text(create("b", now + 1_000_000));
      over.await();
    });
    try (var _ = collector()) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(posts()).hasSize(3));
    }

    assertThat(server.requests().get(1)).endsWith("cursor=" + (now - 5_000_000));
    assertPromisesKept();
  }

  @Test
  void carriesDeletionsOn() {
    server.next(line -> {
      line.text(create("a", now));
      line.text(delete("a", now + 1));
      line.text(
          """
          {"did":"%s","time_us":%d,"kind":"account",\
          "account":{"active":false,"did":"%s","status":"takendown"}}\
          """
              .formatted(did, now + 2, did));
      over.await();
    });

    try (var _ = collector()) {
      await().atMost(PATIENCE).until(() -> cursor() == now + 2);
    }

    assertThat(posts()).extracting(Entry::isTombstone).containsExactly(false, true);
    String author = posts().getFirst().text("authorKey");
    assertThat(PostsTopic.read("groundswell.deletions"))
        .filteredOn(e -> key("a").equals(e.text("post")) || author.equals(e.text("authorKey")))
        .hasSize(2)
        .allSatisfy(Contract.of("groundswell.deletions")::assertKept)
        .extracting(e -> e.text("reason"))
        .containsExactlyInAnyOrder("author-deleted-post", "account-taken-down");
  }

  @Test
  void namesTheAccountInTheLinkOnly() {
    server.next(line -> {
      line.text(create("a", now));
      line.text(create("b", now + 1));
      line.text(
          create("c", now + 2).replaceFirst("\"createdAt\":\"[^\"]*", "\"createdAt\":\"" + did));
      line.text(delete("a", now + 3));
      over.await();
    });

    try (var _ = collector()) {
      await().atMost(PATIENCE).until(() -> cursor() == now + 3);
    }

    assertThat(posts()).hasSize(3);
    assertThat(posts().stream().filter(post -> !post.isTombstone()))
        .allSatisfy(post -> assertThat(post.text("url")).contains(did));
    assertThat(
            Stream.of("posts", "deletions", "source-cursors", "sources.dlt")
                .flatMap(topic -> PostsTopic.read("groundswell." + topic).stream())
                .map(BlueskyIT::withoutUrl))
        .noneMatch(record -> record.contains(did));
  }

  /** Key and value. */
  private static String withoutUrl(Entry entry) {
    if (entry.value() instanceof ObjectNode object) {
      object.remove("url");
    }
    return entry.key() + entry.value();
  }

  @Test
  void goesByThisMachinesTimeWhenTheStreamIsFarAhead() {
    long ahead = now + 600_000_000;
    server.next(line -> {
      line.text(create("a", ahead));
      line.text(create("b", ahead + 1));
      over.await();
    });
    long before = letters().size();

    try (var context = collector()) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(posts()).hasSize(2));
      await().atMost(PATIENCE).until(() -> cursor() >= now && cursor() < ahead);
      context.getBean(Cursors.class).save("bluesky", "" + now); // other tests begin there
    }

    assertThat(letters()).hasSize((int) before);
    assertThat(posts())
        .allSatisfy(post ->
            assertThat(Instant.parse(post.text("eventTime")))
                .isBeforeOrEqualTo(Instant.parse(post.text("collectedAt"))));
  }

  @Test
  void goesOnAfterMessagesThatCannotBeUnderstood() {
    server.next(line -> {
      line.text("{not json");
      line.text("{\"did\":\"%s\",\"time_us\":%d,\"kind\":\"other\"}".formatted(did, now));
      line.text("x".repeat(Connection.MAX_MESSAGE + 1));
      line.text(create("a", now + 1));
      over.await();
    });
    long before = letters().size();

    try (var _ = collector()) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(posts()).hasSize(1));
      await().atMost(PATIENCE).until(() -> cursor() == now + 1);
    }

    assertThat(letters())
        .hasSize((int) before + 3)
        .extracting(e -> e.text("position"))
        .contains("cursor:" + now);
  }

  @Test
  void keepsAQuietConnectionThatPingsAndLeavesADeadOne() {
    var quietFor = new CountDownLatch(1);
    server.next(line -> {
      for (int i = 0; i < 12; i++) {
        line.ping();
        pause();
      }
      line.text(create("a", now));
      quietFor.countDown();
      over.await();
    });
    server.next(line -> {
      line.text(create("b", now + 1));
      over.await();
    });

    try (var _ = collector()) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(posts()).hasSize(2));
    }

    assertThat(quietFor.getCount()).as("the quiet connection was kept").isZero();
    assertThat(server.requests()).hasSize(2);
  }

  /** Shorter than the watchdog's silence, many times in a row. */
  private void pause() throws InterruptedException {
    over.await(250, TimeUnit.MILLISECONDS);
  }

  private String delete(String rkey, long micros) {
    return """
    {"did":"%s","time_us":%d,"kind":"commit","commit":{"rev":"2","operation":"delete",\
    "collection":"app.bsky.feed.post","rkey":"%s"}}\
    """
        .formatted(did, micros, rkey);
  }

  private String create(String rkey, long micros) {
    return create(rkey, micros, micros);
  }

  private String create(String rkey, long micros, long createdMicros) {
    return """
    {"did":"%s","time_us":%d,"kind":"commit","commit":{"rev":"1","operation":"create",\
    "collection":"app.bsky.feed.post","rkey":"%s","cid":"cid-%s","record":{\
    "$type":"app.bsky.feed.post","createdAt":"%s","langs":["pt-BR","en"],"text":"hello #Tag",\
    "facets":[{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Tag"}]}]}}}\
    """
        .formatted(did, micros, rkey, rkey, Instant.EPOCH.plus(createdMicros, ChronoUnit.MICROS));
  }

  private String key(String rkey) {
    return "bluesky:" + hash(did + "/" + rkey);
  }

  private String author() {
    return hash(did);
  }

  /** What stands for a name, by the secret of these tests (RFC 2104). */
  private static String hash(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(("bluesky\n" + name).getBytes(UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Entry> posts() {
    List<Entry> all = PostsTopic.posts("bluesky");
    Set<String> keys = all.stream().filter(this::isMine).map(Entry::key).collect(toSet());
    return all.stream().filter(entry -> keys.contains(entry.key())).toList();
  }

  private boolean isMine(Entry entry) {
    return author().equals(entry.text("authorKey"));
  }

  private List<Entry> clocks() {
    return PostsTopic.clocks(collectorId());
  }

  private String collectorId() {
    return "c" + Long.toString(now, 36);
  }

  private static List<Entry> letters() {
    return PostsTopic.of("groundswell.sources.dlt", "bluesky");
  }

  private static long cursor() {
    List<Entry> cursors = PostsTopic.of("groundswell.source-cursors", "bluesky");
    return cursors.isEmpty() ? 0 : Long.parseLong(cursors.getLast().text("cursor"));
  }

  private void assertPromisesKept() {
    for (int partition = 0; partition < 4; partition++) {
      Instant promise = Instant.MIN;
      for (Entry entry : PostsTopic.read("groundswell.posts")) {
        boolean clock = PostsTopic.isClock(entry, collectorId());
        if (entry.partition() == partition && (clock || isMine(entry))) {
          Instant time = Instant.parse(entry.text(clock ? "time" : "eventTime"));
          assertThat(time).as(entry.toString()).isAfterOrEqualTo(promise);
          promise = clock ? time : promise;
        }
      }
    }
  }

  private ConfigurableApplicationContext collector() {
    return new SpringApplicationBuilder(CollectorApplication.class)
        .run(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
            "--groundswell.topics.partitions=4",
            "--groundswell.collector.id=" + collectorId(),
            "--groundswell.collector.clock-interval=100ms",
            "--groundswell.collector.author-secret=" + SECRET,
            "--groundswell.collector.bluesky.enabled=true",
            "--groundswell.collector.bluesky.hosts=" + server.uri(),
            "--groundswell.collector.bluesky.silence=2s",
            "--groundswell.collector.bluesky.backoff-min=100ms",
            "--groundswell.collector.bluesky.backoff-max=500ms");
  }
}
