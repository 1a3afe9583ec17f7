package org.groundswell.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.dashboard.Alerts.at;
import static org.groundswell.dashboard.Alerts.during;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.listener.auto-startup=false")
class AlertsApiIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
  }

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void listsTheMostRecentlyRaisedFirst() {
    given("older", during("2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z"));
    given("newer", during("2026-06-02T00:00:00Z", "2026-06-02T01:00:00Z"));

    assertThat(headlines("")).containsExactly("newer", "older");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-06-01T02:00:00Z,                            yes",
    "from=2026-06-01T02:00:01Z,                            no",
    "to=2026-06-01T01:00:00Z,                              yes",
    "to=2026-06-01T00:59:59Z,                              no",
    "from=2026-06-01T01:30:00Z&to=2026-06-01T01:40:00Z,    yes",
    "from=2026-06-01T03:30:00%2B02:00,                     yes",
  })
  void findsAlertsWhoseLifeMeetsTheTimeRange(String query, String found) {
    given("life", during("2026-06-01T01:00:00Z", "2026-06-01T02:00:00Z"));

    assertThat(headlines(query)).hasSize(found.equals("yes") ? 1 : 0);
  }

  @Test
  void countsAClosedAlertsLifeUntilItWasClosed() {
    given("closed", alert -> alert.put("status", "CLOSED").put("closed", "2026-06-03T21:10:00Z"));

    assertThat(headlines("from=2026-06-03T21:00:00Z")).containsExactly("closed");
  }

  @Test
  void findsAlertsInABoundingBox() {
    given("Caracas", at("Caracas", "VE", 10.488, -66.879));
    given("Lima", at("Lima", "PE", -12.046, -77.043));

    assertThat(headlines("bbox=-70,0,-60,20")).containsExactly("Caracas");
  }

  @Test
  void findsAlertsInABoundingBoxAcrossTheDateLine() {
    given("Suva", at("Suva", "FJ", -18.14, 178.44));
    given("Apia", at("Apia", "WS", -13.83, -171.77));
    given("Lima", at("Lima", "PE", -12.046, -77.043));

    assertThat(headlines("bbox=170,-30,-160,0")).containsExactlyInAnyOrder("Suva", "Apia");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country=PE                          | Lima",
        "country=pe,VE                       | Lima Caracas",
        "country=PE&country=VE               | Lima Caracas",
        "type=STRIKE                         | Lima",
        "type=STRIKE,PROTEST_WITH_INTERVENTION | Lima Caracas",
        "status=CLOSED                       | Lima",
        "severity=EXTREME                    | Lima",
        "severity=MINOR                      |",
        "country=VE&severity=EXTREME         |",
      })
  void narrowsByPlaceAndKind(String query, String expected) {
    given("Caracas", at("Caracas", "VE", 10.488, -66.879));
    given(
        "Lima",
        at("Lima", "PE", -12.046, -77.043)
            .andThen(alert -> alert.put("eventType", "STRIKE").put("severity", "EXTREME"))
            .andThen(alert -> alert.put("status", "CLOSED").put("closed", "2026-06-04T00:00:00Z")));

    String[] headlines = expected == null ? new String[0] : expected.split(" ");
    assertThat(headlines(query)).containsExactlyInAnyOrder(headlines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage=PLANNED                                   | planned",
        "stage=ONGOING                                   | merged",
        "ending=MERGED                                   | merged",
        "ending=MERGED,DAY_CAME                          | merged planned",
        "plannedFrom=2026-06-05                          | planned",
        "plannedFrom=2026-06-06                          |",
        "plannedTo=2026-06-05                            | planned",
        "plannedTo=2026-06-04                            |",
        "plannedFrom=2026-06-01&plannedTo=2026-06-30     | planned",
      })
  void narrowsByPlanAndEnding(String query, String expected) {
    for (String sample : List.of("planned", "merged")) {
      DATABASE.insert(Alerts.sample(sample, alert -> alert.put("headline", sample)));
    }

    String[] headlines = expected == null ? new String[0] : expected.split(" ");
    assertThat(headlines(query)).containsExactlyInAnyOrder(headlines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "remarked", "wide", "merged", "dismissed", "closed"})
  void tellsWhatBecameOfAnAlert(String sample) {
    Alert alert = Alerts.sample(sample, _ -> {});
    DATABASE.insert(alert);

    JsonNode got = getJson("/api/v1/alerts/" + alert.id());

    assertThat(new JsonMapper().treeToValue(got, Alert.class)).isEqualTo(alert);
  }

  @Test
  void turnsPagesWithoutGapOrRepeatWhileAlertsArrive() {
    for (int i = 0; i < 5; i++) {
      given("alert " + i, during("2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z"));
    }
    var seen = new ArrayList<String>();

    JsonNode page = getJson("/api/v1/alerts?size=2&country=VE");
    assertThat(page.at("/page/total").asInt()).isEqualTo(5);
    given("arrives meanwhile", during("2026-06-02T00:00:00Z", "2026-06-02T01:00:00Z"));
    seen.addAll(headlines(page));
    while (page.at("/page").has("next")) {
      page = getJson(page.at("/page/next").asString());
      seen.addAll(headlines(page));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder("alert 0", "alert 1", "alert 2", "alert 3", "alert 4");
  }

  @Test
  void listsWithoutEvidenceAndGetsWithIt() {
    Alert alert = given("with evidence", _ -> {});

    assertThat(getJson("/api/v1/alerts").at("/alerts/0").has("evidence")).isFalse();
    JsonNode got = getJson("/api/v1/alerts/" + alert.id());
    assertThat(new JsonMapper().treeToValue(got, Alert.class)).isEqualTo(alert);
  }

  @Test
  void neverTellsAnAuthorsKey() {
    Alert alert = given("with evidence", _ -> {});

    assertThat(getJson("/api/v1/alerts/" + alert.id()).toString())
        .contains("Avenida")
        .doesNotContainIgnoringCase("author_key")
        .doesNotContain("authorKey", "0f3a9c5b7d1e2468");
  }

  @Test
  void answersNotModifiedForTheRevisionAtHand() {
    Alert alert = given("known", _ -> {});

    client()
        .get()
        .uri("/api/v1/alerts/" + alert.id())
        .header("If-None-Match", "\"3\"")
        .exchange()
        .expectStatus()
        .isNotModified();
  }

  @Test
  void speaksGeoJsonWhenAsked() {
    given("Caracas", _ -> {});

    client()
        .get()
        .uri("/api/v1/alerts")
        .header("Accept", "application/geo+json")
        .exchange()
        .expectHeader()
        .contentType("application/geo+json")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("FeatureCollection")
        .jsonPath("$.features[0].geometry.coordinates[0]")
        .isEqualTo(-66.87919)
        .jsonPath("$.features[0].properties.headline")
        .isEqualTo("Caracas");
  }

  @Test
  void takesNoFilterFromAHeader() {
    given("Caracas", _ -> {});

    client()
        .get()
        .uri("/api/v1/alerts")
        .header("Country", "PE")
        .exchange()
        .expectBody()
        .jsonPath("$.page.total")
        .isEqualTo(1);
  }

  private static Alert given(String headline, Consumer<ObjectNode> change) {
    Alert alert = Alerts.alert(change.andThen(record -> record.put("headline", headline)));
    DATABASE.insert(alert);
    return alert;
  }

  private List<String> headlines(String query) {
    return headlines(getJson("/api/v1/alerts?" + query));
  }

  private static List<String> headlines(JsonNode page) {
    return page.get("alerts").valueStream().map(alert -> alert.get("headline").asString()).toList();
  }

  private JsonNode getJson(String pathAndQuery) {
    String body =
        client()
            .get()
            .uri(URI.create("http://localhost:" + port + pathAndQuery))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new JsonMapper().readTree(body);
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
