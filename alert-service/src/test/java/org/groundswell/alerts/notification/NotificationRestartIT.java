package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.alerts.notification.Samples.newId;
import static org.groundswell.alerts.notification.Samples.revision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundswell.alerts.AlertApplication;
import org.groundswell.alerts.World;
import org.groundswell.alerts.notification.Receiver.Answer;
import org.groundswell.alerts.notification.Receiver.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No message is lost and none is made twice when instances come, go and read the topic again. */
class NotificationRestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = new World("renotify");
  private final Receiver receiver = new Receiver();
  private org.groundswell.alerts.Stream stream;

  @BeforeEach
  void open() {
    world.createSourceTopics(1);
    stream = new org.groundswell.alerts.Stream(world, 1, Instant.now());
  }

  @AfterEach
  void close() {
    stream.close();
    receiver.close();
  }

  @Test
  void sendsAfterARestartWhatWaitsAndNothingTwice() {
    receiver.answer(got -> Answer.of(got.path().equals("/down") ? 503 : 200));
    try (var first = start("one");
        var operator = operator(first)) {
      operator.subscribe(webhook("/up"));
      String down = operator.subscribe(webhook("/down"));
      publish(10);
      await().atMost(PATIENCE).until(() -> receiver.got("/up").size() == 10);
      await()
          .atMost(PATIENCE)
          .until(() ->
              operator.states(down).stream().filter("WAITING OPENED 1"::equals).count() == 10);
    }
    receiver.answer(_ -> Answer.of(200));
    int failed = receiver.got("/down").size();

    // Another group reads the topic from its beginning.
    try (var second = start("two")) {
      publish(1);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(keys("/up").distinct()).hasSize(11);
            assertThat(keys("/down").skip(failed).distinct()).hasSize(11);
            assertThat(pending(second)).isZero();
          });
    }
    assertThat(keys("/up")).doesNotHaveDuplicates();
    assertThat(keys("/down").skip(failed)).doesNotHaveDuplicates();
  }

  @Test
  void sharesTheWorkAmongInstancesWithoutSendingTwice() {
    try (var one = start("same");
        var other = start("same");
        var operator = operator(one)) {
      List<String> paths = IntStream.range(0, 6).mapToObj(i -> "/shared" + i).toList();
      paths.forEach(path -> operator.subscribe(webhook(path)));

      publish(40);

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(paths).allMatch(path -> receiver.got(path).size() >= 40);
            assertThat(pending(one)).isZero();
          });
      for (String path : paths) {
        assertThat(keys(path)).hasSize(40).doesNotHaveDuplicates();
      }
      assertThat(sent(one)).isPositive();
      assertThat(sent(other)).isPositive();
      assertThat(sent(one) + sent(other)).isEqualTo(240);
    }
  }

  /** Between sending and writing it down lies a moment in which an instance may be killed. */
  @Test
  void sendsAgainUnderTheSameKeyWhatAKilledInstanceMayNotHaveSent() {
    try (var instance = start("one");
        var operator = operator(instance)) {
      String subscription = operator.subscribe(webhook("/again"));
      publish(1);
      await()
          .atMost(PATIENCE)
          .until(() -> operator.states(subscription).equals(List.of("SENT OPENED 1")));

      instance
          .getBean(JdbcClient.class)
          .sql(
              "update delivery set state = 'SENDING', finished = null, due = now() - interval '1 s'")
          .update();

      await().atMost(PATIENCE).until(() -> receiver.got("/again").size() == 2);
      assertThat(keys("/again").distinct()).hasSize(1);
      await()
          .atMost(PATIENCE)
          .until(() -> operator.states(subscription).equals(List.of("SENT OPENED 1")));
    }
  }

  private void publish(int alerts) {
    for (int i = 0; i < alerts; i++) {
      stream.sendRaw("alerts", Samples.json(revision(newId(), 1, "OPENED")));
    }
  }

  private Stream<String> keys(String path) {
    return receiver.got(path).stream().map((Got got) -> got.header("Idempotency-key"));
  }

  private String webhook(String path) {
    return "\"channel\":{\"type\":\"WEBHOOK\",\"url\":\"%s\",\"secret\":\"0123456789abcdef\"}"
        .formatted(receiver.url(path));
  }

  private static long pending(ConfigurableApplicationContext instance) {
    return instance.getBean(Outbox.class).pending();
  }

  private static double sent(ConfigurableApplicationContext instance) {
    return instance
        .getBean(MeterRegistry.class)
        .get("groundswell.notifications.sent")
        .tag("channel", "WEBHOOK")
        .counter()
        .count();
  }

  private static Operator operator(ConfigurableApplicationContext instance) {
    return new Operator(
        instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  private ConfigurableApplicationContext start(String group) {
    var properties = new TreeMap<>(world.properties());
    String own = newId();
    properties.put("server.port", "0");
    properties.put("spring.kafka.streams.state-dir", world.stateDirectory() + "-" + own);
    properties.put("groundswell.alerts.operator.token", Operator.TOKEN);
    properties.put("groundswell.alerts.notification.group", world.group() + "-" + group);
    properties.put(
        "groundswell.alerts.notification.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    properties.put("groundswell.alerts.notification.allow-private", "true");
    properties.put("groundswell.alerts.notification.allow-http", "true");
    properties.put("groundswell.alerts.notification.poll", "50ms");
    properties.put("groundswell.alerts.notification.first-pause", "1s");
    return new SpringApplicationBuilder(AlertApplication.class)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }
}
