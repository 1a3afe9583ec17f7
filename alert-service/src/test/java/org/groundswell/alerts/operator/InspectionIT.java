package org.groundswell.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.Stream;
import org.groundswell.alerts.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators ask the running service: why a place is alerted or not, and to read alerts again.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOON = MONDAY.plus(Duration.ofHours(60));
  private static final World WORLD = new World("inspection");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Stream stream = new Stream(WORLD, 1, MONDAY);

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
  }

  @BeforeAll
  void raiseAnAlert() {
    WORLD.createSourceTopics(3);
    stream.clock(NOON);
    for (int i = 0; i < 12; i++) {
      stream.send(Sent.post(Sent.LAGOS, "voice" + i, NOON.plusSeconds(150 * i)));
    }
    for (int i = 0; i < 3; i++) {
      stream.send(Sent.post(Sent.KANO, "kano" + i, NOON.plusSeconds(150 * i)));
    }
    stream.clock(NOON.plus(Duration.ofHours(1)));
    await().atMost(PATIENCE).until(() -> alerts() == 1);
  }

  @AfterAll
  void close() {
    stream.close();
    client.close();
  }

  @Test
  void tellsWhyAPlaceIsAlerted() throws Exception {
    JsonNode report = JSON.readTree(get("/api/v1/places/" + Sent.LAGOS.geonameId()).body());

    assertThat(report.at("/place/name").asString()).isEqualTo("Lagos");
    assertThat(report.at("/alerted").asBoolean()).isTrue();
    assertThat(report.at("/windows/1/window").asString()).isEqualTo("PT1H");
    assertThat(report.at("/windows/1/observed").asInt()).isEqualTo(12);
    assertThat(report.at("/windows/1/probability").asDouble())
        .isLessThan(report.at("/threshold").asDouble());
    assertThat(report.at("/why").asString())
        .matches("Above the threshold: 12 voices in (1|6|24) hours? where .* expected\\.");
  }

  @Test
  void tellsWhyAPlaceIsNotAlerted() throws Exception {
    JsonNode report = JSON.readTree(get("/api/v1/places/" + Sent.KANO.geonameId()).body());

    assertThat(report.at("/alerted").asBoolean()).isFalse();
    assertThat(report.at("/why").asString())
        .isEqualTo("Too few voices: 3 in 24 hours, and 5 are needed.");
  }

  @Test
  void saysThatNobodyHasSpokenOfAPlace() throws Exception {
    var answer = get("/api/v1/places/4711");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("No post about place 4711");
  }

  @Test
  void namesANumberThatIsNone() throws Exception {
    var answer = get("/api/v1/places/Lagos");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("geonameId", "Lagos");
  }

  @Test
  void readsTheAlertsAgainIntoADatabaseThatHasLostThem() throws Exception {
    database.sql("delete from alert").update();
    database.sql("delete from alert_revision").update();

    var answer = post("/api/v1/replays", "{\"from\":\"2026-01-01T00:00:00Z\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> alerts() == 1);
    assertThat(database.sql("select count(*) from alert_revision").query(Long.class).single())
        .isPositive();
  }

  @Test
  void refusesToReadFromATimeToCome() throws Exception {
    var answer = post("/api/v1/replays", "{\"from\":\"2126-01-01T00:00:00Z\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("from", "2126");
  }

  private long alerts() {
    return database.sql("select count(*) from alert").query(Long.class).single();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
