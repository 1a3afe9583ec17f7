package org.groundswell.dashboard.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.alerts.Alert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Messages over HTTP, from a real database. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.listener.auto-startup=false")
class CapIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final Instant PUBLISHED = Instant.parse("2026-06-03T14:00:00Z");
  private static final String ID = Alerts.newId();

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
  void tellsTheNewestRevisionWithAllItReplaces() throws IOException {
    for (int revision = 1; revision <= 3; revision++) {
      DATABASE.insertRevision(revision(revision), PUBLISHED.plusSeconds(revision));
    }

    CapReader message = read("/cap");

    assertThat(message.text("identifier")).isEqualTo(ID + ".3");
    assertThat(message.text("status")).isEqualTo("Test");
    assertThat(message.text("msgType")).isEqualTo("Update");
    assertThat(message.text("references"))
        .isEqualTo(
            "groundswell@localhost,%1$s.1,2026-06-03T14:00:01-00:00".formatted(ID)
                + " groundswell@localhost,%1$s.2,2026-06-03T14:00:02-00:00".formatted(ID));
  }

  @Test
  void tellsEachRevisionAsItWas() throws IOException {
    DATABASE.insertRevision(revision(1), PUBLISHED);
    DATABASE.insertRevision(revision(2), PUBLISHED.plusSeconds(9));

    CapReader message = read("/revisions/1/cap");

    assertThat(message.text("msgType")).isEqualTo("Alert");
    assertThat(message.text("sent")).isEqualTo("2026-06-03T14:00:00-00:00");
  }

  @Test
  void refersToNoMoreThanAHundred() throws IOException {
    for (int revision = 1; revision <= 103; revision++) {
      DATABASE.insertRevision(revision(revision), PUBLISHED.plusSeconds(revision));
    }

    assertThat(read("/cap").text("references").split(" "))
        .hasSize(100)
        .anyMatch(it -> it.contains(".102,"))
        .noneMatch(it -> it.contains(ID + ".2,"));
  }

  @Test
  void answersNotModifiedForTheRevisionAtHand() {
    DATABASE.insertRevision(revision(1), PUBLISHED);

    client()
        .get()
        .uri("/api/v1/alerts/" + ID + "/cap")
        .header("If-None-Match", "\"1\"")
        .exchange()
        .expectStatus()
        .isNotModified();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cap", "/revisions/1/cap"})
  void saysWhenThereIsNoSuchRevision(String path) {
    get(path)
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  private static Alert revision(int number) {
    return Alerts.sample("open", alert -> alert.put("id", ID).put("revision", number));
  }

  private CapReader read(String path) throws IOException {
    byte[] body =
        get(path)
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/cap+xml")
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return new CapReader(Objects.requireNonNull(body));
  }

  private ResponseSpec get(String path) {
    return client()
        .get()
        .uri("/api/v1/alerts/" + ID + path)
        .header("Accept", "application/cap+xml")
        .exchange();
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
