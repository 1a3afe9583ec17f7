package org.groundswell.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.alerts.Alert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "groundswell.dashboard.live.max-listeners=2",
      "groundswell.dashboard.live.heartbeat=200ms"
    })
class LiveIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final AlertsTopic TOPIC = new AlertsTopic();
  private static final Duration SOON = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<InputStream> streams = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;
  @Autowired private Listeners listeners;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
    TOPIC.connect(registry);
  }

  @AfterEach
  void closeStreams() throws IOException {
    for (InputStream stream : streams) {
      stream.close();
    }
    await().atMost(SOON).until(() -> listening() == 0);
  }

  @Test
  void passesAnAlertOnWithoutItsAuthorsKeys() throws Exception {
    awaitReady();
    var stream = new Events(open());

    var record = Alerts.record(alert -> alert.put("headline", "Unverified: ¡ahora!"));
    TOPIC.publish(record);

    String data = stream.awaitData(record.get("id").asString());
    assertThat(new JsonMapper().readValue(data, Alert.class)).isEqualTo(Alerts.read(record));
    assertThat(data).doesNotContain("authorKey");
  }

  @Test
  void goesOnAfterARecordThatCannotBeRead() throws Exception {
    awaitReady();
    var stream = new Events(open());
    double read = records("passed-on") + records("deleted") + records("unreadable");
    double unreadable = records("unreadable");

    TOPIC.publish("{\"id\": 7,".getBytes(StandardCharsets.UTF_8));
    TOPIC.publish((byte[]) null);
    var record = Alerts.record(_ -> {});
    TOPIC.publish(record);

    stream.awaitData(record.get("id").asString());
    await().atMost(SOON).until(() -> records("unreadable") == unreadable + 1);
    assertThat(records("passed-on") + records("deleted") + records("unreadable"))
        .isEqualTo(read + 3);
  }

  @Test
  void showsThatItIsAliveWhileNothingHappens() throws Exception {
    var stream = new Events(open());

    stream.awaitLine(":heartbeat");
  }

  @Test
  void refusesOneListenerTooMany() throws Exception {
    open();
    open();

    HttpResponse<InputStream> refused = request();

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void cutsOffAReaderWhoIsTooSlowAndNobodyElse() throws Exception {
    open(); // and never read
    var keepsUp = new Events(open());
    keepsUp.awaitLine(":connected");
    double cutOff = cutOff();

    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> {
          listeners.publish("x".repeat(100_000));
          return cutOff() > cutOff;
        });
    listeners.publish("the last one");

    keepsUp.awaitData("the last one");
    assertThat(listening()).isOne();
  }

  @Test
  void endsItsStreamsWhenTheServiceStops() throws Exception {
    var stream = new Events(open());

    listeners.stop();

    stream.awaitEnd();
    listeners.start();
  }

  @Test
  void keepsNothingBackOnTheWay() throws Exception {
    HttpResponse<InputStream> response = request();

    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
  }

  private void awaitReady() {
    await()
        .atMost(SOON)
        .until(() ->
            http.send(
                        HttpRequest.newBuilder(uri("/actuator/health/readiness")).build(),
                        BodyHandlers.discarding())
                    .statusCode()
                == 200);
  }

  private InputStream open() throws IOException, InterruptedException {
    HttpResponse<InputStream> response = request();
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<InputStream> request() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri("/api/v1/alerts/stream"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    streams.add(response.body());
    return response;
  }

  private double records(String outcome) {
    return meters
        .get("groundswell.dashboard.live.records")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private double cutOff() {
    return meters.get("groundswell.dashboard.live.cut.off").counter().count();
  }

  private double listening() {
    return meters.get("groundswell.dashboard.live.listeners").gauge().value();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
