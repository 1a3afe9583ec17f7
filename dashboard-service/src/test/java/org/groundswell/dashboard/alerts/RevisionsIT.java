package org.groundswell.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of an alert over REST. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.listener.auto-startup=false")
class RevisionsIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final Instant PUBLISHED = Instant.parse("2026-06-03T14:06:02Z");
  private static final String ID = Alerts.newId();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
  }

  @BeforeEach
  void threeRevisions() {
    DATABASE.clear();
    for (int revision : List.of(3, 1, 2)) {
      DATABASE.insertRevision(revision(revision), PUBLISHED.plusSeconds(revision));
    }
    DATABASE.insert(revision(3));
  }

  @Test
  void tellsTheRevisionsOldestFirstAndWithoutEvidence() {
    JsonNode page = json("/revisions", 200);

    assertThat(page.get("revisions").findValues("revision").stream().map(JsonNode::asInt))
        .containsExactly(1, 2, 3);
    assertThat(page.at("/revisions/0/published").asString()).isEqualTo("2026-06-03T14:06:03Z");
    assertThat(page.at("/revisions/0/alert/change").asString()).isEqualTo("REMARKED");
    assertThat(page.findValues("evidence")).isEmpty();
    assertThat(page.at("/page").has("next")).isFalse();
  }

  @Test
  void turnsPages() {
    JsonNode first = json("/revisions?size=2", 200);

    assertThat(first.at("/page/next").asString())
        .isEqualTo("/api/v1/alerts/%s/revisions?size=2&after=2".formatted(ID));
    assertThat(json("/revisions?size=2&after=2", 200).get("revisions").size()).isOne();
  }

  @Test
  void tellsOneRevisionAsItWas() {
    JsonNode revision = json("/revisions/2", 200);

    assertThat(new JsonMapper().treeToValue(revision, Revision.class))
        .isEqualTo(new Revision(PUBLISHED.plusSeconds(2), revision(2).withoutEvidence()));
  }

  @Test
  void hasNoRevisionsOfAnAlertOfBeforeTheyWereKept() {
    Alert old = Alerts.alert(_ -> {});
    DATABASE.insert(old);

    JsonNode page = get("/api/v1/alerts/" + old.id() + "/revisions", 200);

    assertThat(page.get("revisions").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/revisions?size=0, 400",
    "/revisions?size=101, 400",
    "/revisions?after=-1, 400",
    "/revisions?before=1, 400",
    "/revisions/4, 404",
    "/revisions/0, 404",
    "/revisions/last, 400"
  })
  void refusesWhatIsNotThere(String path, int status) {
    assertThat(json(path, status).get("status").asInt()).isEqualTo(status);
  }

  @Test
  void saysWhenThereIsNoSuchAlert() {
    get("/api/v1/alerts/" + Alerts.newId() + "/revisions", 404);
    get("/api/v1/alerts/caracas/revisions/1", 404);
  }

  private static Alert revision(int number) {
    return Alerts.sample("remarked", alert -> alert.put("id", ID).put("revision", number));
  }

  private JsonNode json(String path, int status) {
    return get("/api/v1/alerts/" + ID + path, status);
  }

  private JsonNode get(String path, int status) {
    String body =
        RestTestClient.bindToServer()
            .build()
            .get()
            .uri(URI.create("http://localhost:" + port + path))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new JsonMapper().readTree(body);
  }
}
