package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.collector.Contract;
import org.groundswell.collector.PostsTopic;
import org.groundswell.collector.PostsTopic.Entry;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Guarantee: what is told adds up to what was sent, also over a restart. */
class CoverageIT {

  private static final String SOURCE = "coverage-it";

  @Test
  void addsUpToThePostsThatWereSentOverARestart() {
    try (var collector = start()) {
      Door door = collector.getBean(Intake.class).open(SOURCE);
      await().until(() -> told() == 0 && !clocks().isEmpty());
      submit(door, 0, 300, "en");
      await().atMost(Duration.ofSeconds(30)).until(() -> told() == 300);
      submit(door, 300, 350, "es"); // the clock's last word tells these
    }
    int before = told();
    try (var collector = start()) {
      submit(collector.getBean(Intake.class).open(SOURCE), 350, 470, null);
    }

    assertThat(before).isEqualTo(350);
    assertThat(PostsTopic.posts(SOURCE)).hasSize(470);
    assertThat(told()).isEqualTo(470);
    assertThat(written("")).isEqualTo(470);
    assertThat(written("en")).isEqualTo(300);
    assertThat(written("es")).isEqualTo(50);
    assertThat(written("und")).isEqualTo(120);
    assertThat(PostsTopic.of("groundswell.coverage", SOURCE))
        .allSatisfy(Contract.of("groundswell.coverage")::assertKept);
  }

  @Test
  void doesNotNameADoorThatIsShut() {
    String collector = "coverage-shut";
    try (var _ =
        start(
            "--groundswell.collector.id=" + collector,
            "--groundswell.collector.push.enabled=false")) {
      await().until(() -> !PostsTopic.clocks(collector).isEmpty());
    }

    assertThat(PostsTopic.clocks(collector))
        .filteredOn(clock -> clock.partition() == 0)
        .extracting(clock -> clock.value().path("sources").toString())
        .containsOnly("[]");
  }

  private static void submit(Door door, int from, int to, String language) {
    IntStream.range(from, to)
        .forEach(i ->
            door.submit(
                RawPost.of(SOURCE, "post-" + i, Instant.now(), "Here").language(language).build()));
  }

  private static List<Entry> clocks() {
    return PostsTopic.clocks(SOURCE);
  }

  private static int told() {
    return PostsTopic.told(clocks()).values().stream()
        .flatMap(minutes -> minutes.values().stream())
        .mapToInt(i -> i)
        .sum();
  }

  /** Posts in the topic of one language, or all of them. */
  private static int written(String language) {
    String pointer = language.isEmpty() ? "/posts" : "/languages/" + language;
    return PostsTopic.of("groundswell.coverage", SOURCE).stream()
        .mapToInt(minute -> minute.value().at(pointer).asInt(0))
        .sum();
  }

  private static ConfigurableApplicationContext start() {
    return start("--groundswell.collector.id=" + SOURCE);
  }

  private static ConfigurableApplicationContext start(String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(more),
                Stream.of(
                    "--server.port=0",
                    "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
                    "--groundswell.topics.partitions=4",
                    "--groundswell.collector.clock-interval=100ms",
                    "--groundswell.collector.author-secret=only for tests, 24 chars"))
            .toArray(String[]::new);
    return new SpringApplicationBuilder(CollectorApplication.class).run(arguments);
  }
}
