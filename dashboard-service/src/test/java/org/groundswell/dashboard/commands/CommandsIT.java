package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.commands.CommandsClient.Answer;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands over HTTP into a real broker. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.listener.auto-startup=false",
      "groundswell.dashboard.commands.per-minute=10000",
      "groundswell.topics.partitions=4",
      "spring.main.cloud-platform=kubernetes" // where Spring Boot would believe what proxies say
    })
class CommandsIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final AlertsTopic ALERTS = new AlertsTopic();
  private static final CommandsTopic TOPIC = new CommandsTopic(TestServers.kafka());

  @LocalServerPort private int port;
  private CommandsClient client;
  private Alert alert;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
    ALERTS.connect(registry);
  }

  @BeforeEach
  void givenAnAlert() {
    DATABASE.clear();
    alert = Alerts.alert(_ -> {});
    DATABASE.insert(alert);
    client = new CommandsClient(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "acknowledgement | {}                                           | ACKNOWLEDGE",
        "acknowledgement | {\"by\":\"night desk\",\"text\":\"On it\"}   | ACKNOWLEDGE",
        "dismissal       | {\"text\":\"A film premiere\"}               | DISMISS",
        "comments        | {\"by\":\"Zoë\",\"text\":\"one\\ntwo <b>😀\"} | COMMENT",
      })
  void writesWhatTheContractSays(String path, String body, String kind) throws Exception {
    Answer answer = client.post(alert.id() + "/" + path, body);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("alert").asString()).isEqualTo(alert.id());
    assertThat(answer.headers()).containsKey("Idempotency-Key");
    var records = TOPIC.of(alert.id());
    assertThat(records).hasSize(1);
    assertConforms(records.getFirst().value());
    JsonNode command = new JsonMapper().readTree(records.getFirst().value());
    JsonNode said = new JsonMapper().readTree(body);
    assertThat(command.get("id")).isEqualTo(answer.body().get("command"));
    assertThat(command.get("kind").asString()).isEqualTo(kind);
    assertThat(command.get("country").asString()).isEqualTo("VE");
    assertThat(command.path("by")).isEqualTo(said.path("by"));
    assertThat(command.path("text")).isEqualTo(said.path("text"));
  }

  @Test
  void keepsTheCommandsOfAnAlertInOrder() throws Exception {
    for (int i = 0; i < 10; i++) {
      client.post(alert.id() + "/comments", "{\"text\":\"%d\"}".formatted(i));
    }

    assertThat(
            TOPIC.of(alert.id()).stream()
                .map(it -> it.value().replaceAll(".*\"text\":\"(\\d).*", "$1")))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void answersARepeatAlikeAndWritesItOnce() throws Exception {
    String path = alert.id() + "/comments";
    String body = "{\"text\":\"twice\"}";

    Answer first = client.post(path, body, "Idempotency-Key", "shift-7.a_B");
    Answer second = client.post(path, body, "Idempotency-Key", "shift-7.a_B");

    assertThat(second).isEqualTo(first).extracting(Answer::status).isEqualTo(202);
    assertThat(first.headers()).containsEntry("Idempotency-Key", "shift-7.a_B");
    assertThat(TOPIC.of(alert.id())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"comments, other", "dismissal, same"})
  void refusesTheKeyOfAnotherCommand(String path, String text) throws Exception {
    client.post(alert.id() + "/comments", "{\"text\":\"same\"}", "Idempotency-Key", "used");

    Answer answer =
        client.post(
            alert.id() + "/" + path,
            "{\"text\":\"%s\"}".formatted(text),
            "Idempotency-Key",
            "used");

    assertProblem(answer, 422, "key-used");
    assertThat(TOPIC.of(alert.id())).hasSize(1);
  }

  @Test
  void takesTheSameKeyForAnotherAlert() throws Exception {
    Alert other = Alerts.alert(_ -> {});
    DATABASE.insert(other);

    Answer one = client.post(alert.id() + "/acknowledgement", "{}", "Idempotency-Key", "same");
    Answer two = client.post(other.id() + "/acknowledgement", "{}", "Idempotency-Key", "same");

    assertThat(two.status()).isEqualTo(202);
    assertThat(two.body().get("command")).isNotEqualTo(one.body().get("command"));
  }

  @Test
  void saysWhenThereIsNoSuchAlert() throws Exception {
    assertProblem(client.post(Alerts.newId() + "/acknowledgement", "{}"), 404, "not-found");
    assertProblem(client.post("caracas/acknowledgement", "{}"), 404, "not-found");
  }

  @Test
  void dismissesNothingTwiceAndTakesCommentsAllTheSame() throws Exception {
    Alert dismissed = Alerts.sample("dismissed", _ -> {});
    DATABASE.insert(dismissed);

    assertProblem(client.post(dismissed.id() + "/dismissal", "{\"text\":\"a\"}"), 409, "conflict");
    assertThat(client.post(dismissed.id() + "/comments", "{\"text\":\"a\"}").status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "comments        | {}                          | text  |",
        "dismissal       | {\"by\":\"desk\"}           | text  |",
        "comments        | {\"text\":\"a\\u0007b\"}    | text  | a\\7b",
        "comments        | {\"text\":7}                | text  | 7",
        "acknowledgement | {\"by\":\"a\\nb\"}          | by    | a\\nb",
        "acknowledgement | {\"severity\":\"MINOR\"}    | severity | \"MINOR\"",
        "acknowledgement | nonsense                    | body  |",
      })
  void namesTheFieldAndItsValue(String path, String body, String field, String value)
      throws Exception {
    Answer answer = client.post(alert.id() + "/" + path, body);

    assertProblem(answer, 400, "bad-field");
    assertThat(answer.body().get("field").asString()).isEqualTo(field);
    assertThat(answer.body().get("value").asString(null))
        .isEqualTo(value == null ? null : value.translateEscapes());
    assertThat(TOPIC.of(alert.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "ümlaut", "a,b", "<b>"})
  void refusesAKeyOfAnotherForm(String key) throws Exception {
    Answer answer = client.post(alert.id() + "/acknowledgement", "{}", "Idempotency-Key", key);

    assertProblem(answer, 400, "bad-field");
    assertThat(answer.body().get("field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    String body = "{\"text\":\"%s\"}".formatted("x".repeat(40_000));

    assertProblem(client.post(alert.id() + "/comments", body), 413, "too-large");
  }

  /** The types that a page of any origin can send without asking first. */
  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void refusesTheTypesOfPlainForms(String type) throws Exception {
    Answer answer = client.send(type, alert.id() + "/acknowledgement", "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(TOPIC.of(alert.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, http://localhost:1",
    "Origin, null",
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-For, 203.0.113.9",
    "Forwarded, for=127.0.0.1",
    "X-Real-IP, 127.0.0.1"
  })
  void refusesPagesOfOtherOriginsAndCallersBehindAProxy(String header, String value)
      throws Exception {
    Answer answer = client.post(alert.id() + "/acknowledgement", "{}", header, value);

    assertProblem(answer, 403, "forbidden");
    assertThat(TOPIC.of(alert.id())).isEmpty();
  }

  @Test
  void letsNoOtherOriginAskWhetherItMaySend() throws Exception {
    var http = HttpClient.newHttpClient();
    var preflight =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/api/v1/alerts/%s/comments".formatted(port, alert.id())))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Headers", "content-type")
            .build();

    var answer = http.send(preflight, HttpResponse.BodyHandlers.discarding());

    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void createsItsTopic() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
      var topic = new ConfigResource(ConfigResource.Type.TOPIC, CommandTopic.NAME);
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> {
            Config config = admin.describeConfigs(List.of(topic)).values().get(topic).get();

            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
          });
    }
  }

  private static void assertProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body().get("type").asString()).isEqualTo("urn:groundswell:problem:" + type);
  }

  private static void assertConforms(String record) throws Exception {
    String schema = Files.readString(Path.of("contracts", CommandTopic.NAME, "schema.json"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(record, InputFormat.JSON))
        .isEmpty();
  }
}
