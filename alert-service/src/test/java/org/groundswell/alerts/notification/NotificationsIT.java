package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.alerts.notification.Samples.closed;
import static org.groundswell.alerts.notification.Samples.newId;
import static org.groundswell.alerts.notification.Samples.revision;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.alerts.Stream;
import org.groundswell.alerts.World;
import org.groundswell.alerts.notification.Receiver.Answer;
import org.groundswell.alerts.notification.Receiver.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the topic of alerts to receivers over HTTP and SMTP, on real servers. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "groundswell.alerts.operator.token=" + Operator.TOKEN,
      "groundswell.alerts.notification.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
      "groundswell.alerts.notification.mail-from=groundswell@example.org",
      "groundswell.alerts.notification.dashboard-url=https://dash.example.org/",
      "groundswell.alerts.notification.allow-private=true",
      "groundswell.alerts.notification.allow-http=true",
      "groundswell.alerts.notification.poll=50ms",
      "groundswell.alerts.notification.first-pause=100ms",
      "groundswell.alerts.notification.longest-pause=1s",
      "groundswell.alerts.notification.attempts=4",
      "spring.mail.host=127.0.0.1"
    })
class NotificationsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SECRET = "0123456789abcdef-s3cret";
  private static final World WORLD = new World("notify");
  private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private static final JsonMapper JSON = new JsonMapper();
  private static final MovableClock CLOCK = new MovableClock();

  private static Receiver receiver;
  private static Stream stream;

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private MeterRegistry meters;
  @Autowired private Outbox outbox;

  private Operator operator;

  @TestConfiguration
  static class Clocks {
    @Bean
    @Primary
    MovableClock movableClock() {
      return CLOCK;
    }
  }

  @BeforeAll
  static void open() {
    receiver = new Receiver();
    WORLD.createSourceTopics(1);
    stream = new Stream(WORLD, 1, Instant.now());
  }

  @AfterAll
  static void close() {
    stream.close();
    receiver.close();
    MAIL.stop();
  }

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
    MAIL.start();
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @BeforeEach
  void connect() {
    CLOCK.reset();
    operator = new Operator(port);
    receiver.answer(_ -> Answer.of(200));
  }

  @AfterEach
  void unsubscribe() {
    database.sql("delete from subscription").update();
    operator.close();
  }

  @Test
  void sendsWhatIsNewOnceSignedAndAsTheContractSays() {
    String subscription = operator.subscribe(webhook("/once"));
    String alert = newId();

    publish(revision(alert, 1, "OPENED"));
    publish(revision(alert, 1, "OPENED"));
    publish(revision(alert, 2, "UPDATED"));
    publish(revision(alert, 3, "REMARKED"));
    publish(revision(alert, 4, "ERASED"));
    publish(revision(alert, 5, "WIDER").andThen(it -> it.put("severity", "SEVERE")));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(operator.states(subscription)).hasSize(2).first().isEqualTo("SENT WIDER 5"));
    List<Got> got = receiver.got("/once");
    Got last = got.getLast();
    assertThat(last.header("Content-type")).startsWith("application/json");
    assertThat(last.header("Idempotency-key"))
        .isEqualTo(operator.deliveries(subscription).get(0).get("id").asString());
    assertSigned(last);
    WebhookContractTests.assertConforms(last.body());
    JsonNode body = JSON.readTree(last.body());
    assertThat(body.get("news").asString()).isEqualTo("WIDER");
    assertThat(body.at("/alert/severity").asString()).isEqualTo("SEVERE");
    assertThat(body.get("link").asString()).isEqualTo("https://dash.example.org/#alert=" + alert);
    assertThat(last.body()).doesNotContain("Avenida").doesNotContain("authorKey");
    assertThat(got.stream().map(one -> one.header("Idempotency-key"))).doesNotHaveDuplicates();
    assertThat(JSON.readTree(got.getFirst().body()).get("first").asBoolean()).isTrue();
  }

  @Test
  void comesBackUntilTheReceiverIsUp() {
    var answers = new AtomicInteger();
    receiver.answer(_ -> Answer.of(answers.incrementAndGet() <= 2 ? 503 : 204));
    String subscription = operator.subscribe(webhook("/back"));

    publish(revision(newId(), 1, "OPENED"));

    awaitStates(subscription, "SENT OPENED 1");
    assertThat(receiver.got("/back")).hasSize(3);
    assertThat(receiver.got("/back").stream().map(one -> one.header("Idempotency-key")).distinct())
        .hasSize(1);
    assertThat(operator.deliveries(subscription).get(0).get("attempts").asInt()).isEqualTo(3);
  }

  @Test
  void givesUpAtOnceWhenToldToAndMayBeReplayed(CapturedOutput output) {
    receiver.answer(_ -> Answer.of(410));
    String subscription = operator.subscribe(webhook("/gone?token=s3cret-in-url"));

    publish(revision(newId(), 1, "OPENED"));

    awaitStates(subscription, "DEAD OPENED 1");
    await().atMost(PATIENCE).until(() -> letters(subscription).size() == 1);
    assertThat(receiver.got("/gone")).hasSize(1);
    ConsumerRecord<String, byte[]> letter = letters(subscription).getFirst();
    assertThat(header(letter, "detail")).isEqualTo("Answered with status 410");
    assertThat(header(letter, "reason")).isEqualTo("NOT_DELIVERED");
    String value = new String(letter.value(), StandardCharsets.UTF_8);
    WebhookContractTests.assertConforms(value);
    assertThat(value).doesNotContain("s3cret").doesNotContain("127.0.0.1");
    assertThat(output.toString()).contains(subscription).doesNotContain("s3cret");

    receiver.answer(_ -> Answer.of(200));
    String delivery = operator.deliveries(subscription).get(0).get("id").asString();
    operator.want(202, "POST", "deliveries/" + delivery + "/replay", "");

    awaitStates(subscription, "SENT OPENED 1");
    assertThat(
            operator
                .want(409, "POST", "deliveries/" + delivery + "/replay", "")
                .get("detail")
                .asString())
        .contains("SENT");
  }

  @Test
  void givesUpAfterEnoughFailures() {
    receiver.answer(_ -> Answer.of(500));
    String subscription = operator.subscribe(webhook("/never"));

    publish(revision(newId(), 1, "OPENED"));

    awaitStates(subscription, "DEAD OPENED 1");
    assertThat(receiver.got("/never")).hasSize(4);
    await().atMost(PATIENCE).until(() -> letters(subscription).size() == 1);
    assertThat(header(letters(subscription).getFirst(), "attempts")).isEqualTo("4");
  }

  @Test
  void tellsAfterQuietHoursOnlyTheNewestOfEachAlertAndNothingThatWasWithdrawn() {
    String subscription = operator.subscribe(webhook("/quiet") + "," + quietNow());
    String grown = newId();
    String brief = newId();
    String mistaken = newId();

    publish(revision(grown, 1, "OPENED"));
    publish(revision(grown, 2, "WORSE"));
    publish(revision(brief, 1, "OPENED"));
    publish(closed(brief, 2, "QUIET"));
    publish(revision(mistaken, 1, "OPENED"));
    publish(closed(mistaken, 2, "DISMISSED"));
    publish(revision(newId(), 1, "OPENED").andThen(it -> it.put("severity", "EXTREME")));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(operator.states(subscription)).hasSize(7).contains("SENT OPENED 1");
          assertThat(receiver.got("/quiet")).hasSize(1);
        });

    CLOCK.move(Duration.ofHours(3));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(operator.states(subscription))
                .containsExactlyInAnyOrder(
                    "SENT WORSE 2",
                    "SUPERSEDED OPENED 1",
                    "SENT CLOSED 2",
                    "SUPERSEDED OPENED 1",
                    "DROPPED WITHDRAWN 2",
                    "SUPERSEDED OPENED 1",
                    "SENT OPENED 1"));
    assertThat(receiver.got("/quiet")).hasSize(3);
  }

  @Test
  void tellsTheEndToThoseWhoKnowTheBeginning() {
    String all = operator.subscribe(webhook("/all"));
    String severe = operator.subscribe(webhook("/severe") + ",\"minSeverity\":\"SEVERE\"");
    String elsewhere = operator.subscribe(webhook("/elsewhere") + ",\"countries\":[\"NG\"]");
    String alert = newId();
    String marker = newId();

    publish(revision(alert, 1, "OPENED"));
    awaitStates(all, "SENT OPENED 1");
    publish(closed(alert, 2, "DISMISSED"));
    publish(
        revision(marker, 1, "OPENED")
            .andThen(it -> {
              it.put("severity", "SEVERE");
              it.withObject("place").put("country", "NG");
            }));

    awaitStates(severe, "SENT OPENED 1");
    awaitStates(elsewhere, "SENT OPENED 1");
    await().atMost(PATIENCE).until(() -> operator.states(all).contains("SENT WITHDRAWN 2"));
    assertThat(receiver.got("/severe")).hasSize(1);
    assertThat(receiver.got("/elsewhere")).hasSize(1);
  }

  @Test
  void tellsNothingThatIsOlderThanTheSubscription() {
    String old = newId();
    publish(revision(old, 1, "OPENED"));
    await().atMost(PATIENCE).until(() -> isStored(old));

    String subscription = operator.subscribe(webhook("/new"));
    String young = newId();
    publish(revision(young, 1, "OPENED"));

    awaitStates(subscription, "SENT OPENED 1");
    assertThat(receiver.got("/new")).hasSize(1).first().matches(got -> got.body().contains(young));
  }

  @Test
  void showsNothingThatAnAuthorTakesBackWhileTheMessageWaits() {
    String fields = ",\"excerpts\":true," + quietNow();
    String subscription = operator.subscribe(webhook("/erased") + fields);
    String control = operator.subscribe(webhook("/shown") + ",\"excerpts\":true");
    String alert = newId();
    String post = "bluesky:" + newId();
    publish(
        revision(alert, 1, "OPENED")
            .andThen(it -> it.withArray("evidence").get(0).asObject().put("post", post)));
    awaitStates(control, "SENT OPENED 1");
    awaitStates(subscription, "WAITING OPENED 1");
    assertThat(receiver.got("/shown").getFirst().body()).contains("Avenida Bolívar");

    stream.delete(post);
    await()
        .atMost(PATIENCE)
        .until(() ->
            database
                .sql("select excerpt is null from evidence where post = ?")
                .param(post)
                .query(Boolean.class)
                .single());
    CLOCK.move(Duration.ofHours(3));

    awaitStates(subscription, "SENT OPENED 1");
    assertThat(receiver.got("/erased")).hasSize(1);
    assertThat(receiver.got("/erased").getFirst().body())
        .contains(alert)
        .doesNotContain("Avenida")
        .doesNotContain("bsky.app");
  }

  @Test
  void writesEMailsOfOneAlertAsOneThread() throws Exception {
    MAIL.purgeEmailFromAllMailboxes();
    String subscription =
        operator.subscribe(
            """
            "channel":{"type":"EMAIL","to":["desk@example.org","chief@example.org"]},"excerpts":true
            """);
    String alert = newId();
    publish(
        revision(alert, 1, "OPENED")
            .andThen(it -> it.withObject("place").put("name", "Caracas\r\nBcc: spy@example.org")));
    awaitStates(subscription, "SENT OPENED 1");
    publish(closed(alert, 2, "QUIET"));
    await().atMost(PATIENCE).until(() -> operator.states(subscription).contains("SENT CLOSED 2"));

    List<MimeMessage> toDesk = Arrays.asList(MAIL.getReceivedMessagesForDomain("desk@example.org"));
    assertThat(MAIL.getReceivedMessages()).as("two messages to two people").hasSize(4);
    MimeMessage first = toDesk.getFirst();
    assertThat(first.getSubject())
        .isEqualTo(
            "Unverified, new: protest with intervention in Caracas Bcc: spy@example.org, Venezuela"
                + " (moderate, likely)");
    assertThat(first.getHeader("Bcc")).isNull();
    assertThat(first.getFrom()[0]).hasToString("groundswell@example.org");
    assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(first.isMimeType("text/plain")).isTrue();
    assertThat((String) first.getContent())
        .contains("Avenida Bolívar")
        .contains("https://dash.example.org/#alert=" + alert)
        .contains("not verified");
    assertThat(toDesk.stream().map(NotificationsIT::thread).distinct()).hasSize(1);
    String delivery = operator.deliveries(subscription).get(0).get("id").asString();
    assertThat(toDesk.getLast().getMessageID()).isEqualTo("<" + delivery + "@example.org>");
  }

  @Test
  void postsToSlackWhatSlackTakes() {
    String subscription =
        operator.subscribe(
            "\"channel\":{\"type\":\"SLACK\",\"url\":\""
                + receiver.url("/services/T0/s3cret")
                + "\"}");

    publish(revision(newId(), 1, "OPENED"));

    awaitStates(subscription, "SENT OPENED 1");
    JsonNode post = JSON.readTree(receiver.got("/services/T0/s3cret").getFirst().body());
    assertThat(post.propertyNames()).containsExactlyInAnyOrder("text", "blocks");
    assertThat(post.get("text").asString()).startsWith("Unverified, new: ");
    assertThat(post.at("/blocks/0/type").asString()).isEqualTo("header");
    assertThat(operator.want(200, "GET", "subscriptions/" + subscription, "").toString())
        .doesNotContain("s3cret");
  }

  @Test
  void triesASubscriptionWhenAsked() {
    String subscription = operator.subscribe(webhook("/try"));

    JsonNode answer = operator.want(200, "POST", "subscriptions/" + subscription + "/test", "");

    assertThat(answer.get("outcome").asString()).isEqualTo("SENT");
    Got got = receiver.got("/try").getFirst();
    assertSigned(got);
    WebhookContractTests.assertConforms(got.body());
    receiver.answer(_ -> Answer.of(404));
    assertThat(
            operator
                .want(502, "POST", "subscriptions/" + subscription + "/test", "")
                .get("detail")
                .asString())
        .isEqualTo("Answered with status 404");
  }

  @Test
  void keepsAndReplacesAndRemovesSubscriptions() {
    String id = operator.subscribe(webhook("/kept") + ",\"countries\":[\"VE\"]");
    String path = "subscriptions/" + id;
    JsonNode kept = operator.want(200, "GET", path, "");
    assertThat(kept.at("/channel/url").asString()).isEqualTo(receiver.url("/kept").toString());
    assertThat(kept.at("/countries/0").asString()).isEqualTo("VE");
    assertThat(kept.toString()).doesNotContain(SECRET);

    String replaced =
        """
        {"name":"other","channel":{"type":"WEBHOOK","url":"%s"}}
        """
            .formatted(receiver.url("/moved"));
    operator.want(200, "PUT", path, replaced);
    operator.want(200, "POST", path + "/test", "");
    assertSigned(receiver.got("/moved").getFirst());

    assertThat(operator.want(200, "GET", "subscriptions?size=1", "").get("total").asInt())
        .isEqualTo(1);
    operator.want(204, "DELETE", path, "");
    operator.want(404, "GET", path, "");
    operator.want(404, "DELETE", path, "");
    operator.want(404, "PUT", path, replaced);
  }

  @Test
  void keepsSecretsEncrypted() {
    operator.subscribe(webhook("/sealed"));

    byte[] sealed = database.sql("select secret from subscription").query(byte[].class).single();

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    assertThat(
            database
                .sql("select subscription::text from subscription")
                .query(String.class)
                .single())
        .doesNotContain("s3cret");
  }

  @Test
  void answersWhatItCannotServeWithProblemDetails() {
    var unknown =
        operator.callWithToken(
            "POST",
            "subscriptions",
            "{\"name\":\"a\",\"nmae\":1,\"channel\":{\"type\":\"EMAIL\",\"to\":[\"a@b.example\"]}}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JSON.readTree(unknown.body()).get("field").asString()).isEqualTo("nmae");

    JsonNode wrong =
        operator.want(
            400,
            "POST",
            "subscriptions",
            "{\"name\":\"a\",\"minSeverity\":\"BAD\"," + webhook("/x") + "}");
    assertThat(wrong.get("field").asString()).isEqualTo("minSeverity");
    assertThat(wrong.get("value").asString()).isEqualTo("BAD");
    assertThat(wrong.get("status").asInt()).isEqualTo(400);

    operator.want(413, "POST", "subscriptions", " ".repeat(70_000));
    operator.want(400, "GET", "subscriptions?size=1000", "");
    operator.want(400, "GET", "subscriptions/none", "");
    operator.want(404, "POST", "deliveries/" + java.util.UUID.randomUUID() + "/replay", "");
    operator.want(405, "PATCH", "subscriptions", "{}");
  }

  @Test
  void letsNobodyInWithoutTheToken() {
    for (String path : List.of("subscriptions", "anything/else")) {
      var refused = operator.call("GET", path, "");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  @Test
  void dropsWhatWaitsForWhoWantsNothingAnyMore() {
    String subscription = operator.subscribe(webhook("/disabled") + "," + quietNow());
    publish(revision(newId(), 1, "OPENED"));
    awaitStates(subscription, "WAITING OPENED 1");

    operator.want(
        200,
        "PUT",
        "subscriptions/" + subscription,
        "{\"name\":\"desk\",\"enabled\":false," + webhook("/disabled") + "}");

    awaitStates(subscription, "DROPPED OPENED 1");
    assertThat(receiver.got("/disabled")).isEmpty();
  }

  @Test
  void forgetsWhatEndedLongAgo() {
    String subscription = operator.subscribe(webhook("/forgotten"));
    publish(revision(newId(), 1, "OPENED"));
    awaitStates(subscription, "SENT OPENED 1");

    assertThat(outbox.forget(CLOCK.instant().minusSeconds(60))).isZero();
    assertThat(outbox.forget(CLOCK.instant().plusSeconds(1))).isPositive();

    assertThat(operator.states(subscription)).isEmpty();
  }

  @Test
  void takesAThousandSubscriptionsAndNoMore() {
    operator.subscribe(webhook("/many"));
    database
        .sql(
            """
            insert into subscription
            select gen_random_uuid(), name, enabled, selection, quiet_hours, excerpts, channel, url,
                   recipients, secret, created, updated
            from subscription, generate_series(1, 999)
            """)
        .update();

    JsonNode refused =
        operator.want(409, "POST", "subscriptions", "{\"name\":\"desk\"," + webhook("/many") + "}");

    assertThat(refused.get("detail").asString()).contains("1000");
    JsonNode last = operator.want(200, "GET", "subscriptions?page=4&size=200", "");
    assertThat(last.get("items").size()).isEqualTo(200);
    assertThat(last.get("total").asInt()).isEqualTo(1_000);
  }

  @Test
  void countsWhatBecameOfMessages() {
    double sent = count("groundswell.notifications.sent");
    double failed = count("groundswell.notifications.failed");
    double dead = count("groundswell.notifications.dead");
    receiver.answer(got -> Answer.of(got.path().equals("/counted") ? 200 : 500));
    String good = operator.subscribe(webhook("/counted"));
    String bad = operator.subscribe(webhook("/discounted"));

    publish(revision(newId(), 1, "OPENED"));

    awaitStates(good, "SENT OPENED 1");
    awaitStates(bad, "DEAD OPENED 1");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(count("groundswell.notifications.sent")).isEqualTo(sent + 1);
          assertThat(count("groundswell.notifications.failed")).isEqualTo(failed + 4);
          assertThat(count("groundswell.notifications.dead")).isEqualTo(dead + 1);
          assertThat(meters.get("groundswell.notifications.pending").gauge().value()).isZero();
        });
    assertThat(meters.get("groundswell.notifications.delay").timer().count()).isPositive();
  }

  private static void publish(Consumer<ObjectNode> change) {
    stream.sendRaw("alerts", Samples.json(change));
  }

  private void awaitStates(String subscription, String... states) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(operator.states(subscription)).containsExactly(states));
  }

  private static String webhook(String path) {
    return "\"channel\":{\"type\":\"WEBHOOK\",\"url\":\"%s\",\"secret\":\"%s\"}"
        .formatted(receiver.url(path), SECRET);
  }

  /** From an hour ago until in two hours, broken through by the extreme. */
  private static String quietNow() {
    LocalTime now =
        LocalTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    return "\"quietHours\":{\"from\":\"%s\",\"to\":\"%s\",\"zone\":\"UTC\",\"breakThrough\":\"EXTREME\"}"
        .formatted(now.minusHours(1), now.plusHours(2));
  }

  private static void assertSigned(Got got) {
    String signature = got.header("Groundswell-signature");
    long time = Long.parseLong(signature.substring(2, signature.indexOf(',')));
    assertThat(signature)
        .isEqualTo(
            Signature.of(
                got.body().getBytes(StandardCharsets.UTF_8), SECRET, Instant.ofEpochSecond(time)));
    assertThat(Instant.ofEpochSecond(time))
        .isBetween(CLOCK.instant().minusSeconds(120), CLOCK.instant());
  }

  private boolean isStored(String alert) {
    return database
        .sql("select exists (select from alert_revision where alert_id = ?)")
        .param(alert)
        .query(Boolean.class)
        .single();
  }

  private static List<ConsumerRecord<String, byte[]>> letters(String subscription) {
    return WORLD.records("notifications.dlt").stream()
        .filter(letter -> subscription.equals(letter.key()))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private double count(String name) {
    return meters.get(name).tag("channel", "WEBHOOK").counter().count();
  }

  private static String thread(MimeMessage message) {
    try {
      return message.getHeader("References", null) + message.getHeader("In-Reply-To", null);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
