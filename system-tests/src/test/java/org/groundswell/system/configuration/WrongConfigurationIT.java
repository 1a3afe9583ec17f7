package org.groundswell.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.groundswell.servers.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real jars do when they are configured wrongly, without any server. */
class WrongConfigurationIT {

  private static final String NOBODY = "127.0.0.1:" + FreePorts.next();
  private static final String SECRET = "a secret of twenty-six char";
  private static final Map<String, String> RIGHT =
      Map.of(
          "GROUNDSWELL_COLLECTOR_AUTHORSECRET", SECRET,
          "SPRING_KAFKA_BOOTSTRAPSERVERS", NOBODY,
          "SPRING_DATASOURCE_URL", "jdbc:postgresql://" + NOBODY + "/groundswell");

  /** For a busy machine; an idle one takes seconds, and half a minute where a server is awaited. */
  private static final Duration SOON = Duration.ofMinutes(4);

  private static final int STATUS_OF_FAILURE = 1;

  @ParameterizedTest
  @CsvSource({
    // unparsable
    "collector-service, GROUNDSWELL_COLLECTOR_DISORDER, soon, groundswell.collector.disorder",
    "nlp-worker-service, GROUNDSWELL_NLP_THREADS, many, groundswell.nlp.threads",
    "alert-service, GROUNDSWELL_ALERTS_STORE_GROUP, two words, groundswell.alerts.store.group",
    "dashboard-service, GROUNDSWELL_DASHBOARD_LIVE_HEARTBEAT, 15q, groundswell.dashboard.live.heartbeat",
    // out of range
    "nlp-worker-service, GROUNDSWELL_NLP_UNRESTTHRESHOLD, 1.5, groundswell.nlp.unrest-threshold",
    "alert-service, GROUNDSWELL_ALERTS_DETECTION_MINVOICES, 1, groundswell.alerts.detection.min-voices",
  })
  void stopsTheStartWithPropertyValueAndOrigin(
      String service, String variable, String value, String property) throws InterruptedException {
    try (var run = ServiceRun.start(service, ServiceRun.with(RIGHT, variable, value))) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph())
          .contains("Property: " + property)
          .contains("Value: \"" + value + '"')
          .contains("Origin: System Environment Property \"" + variable + '"')
          .hasSizeLessThan(1_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "collector-service, GROUNDSWELL_COLLECTOR_SOURCEPATIENCE, 1s, groundswell.collector.source-patience (PT1S)",
    "alert-service, GROUNDSWELL_ALERTS_DETECTION_CLOSEAFTER, 90s, groundswell.alerts.detection.close-after",
    "dashboard-service, GROUNDSWELL_DASHBOARD_PAGE_DEFAULTSIZE, 501, groundswell.dashboard.page.default-size (501)",
    "nlp-worker-service, GROUNDSWELL_TOPICS_RETENTION, 0s, groundswell.topics.retention (PT0S)"
  })
  void stopsTheStartWithTheRuleThatIsBroken(
      String service, String variable, String value, String rule) throws InterruptedException {
    try (var run = ServiceRun.start(service, ServiceRun.with(RIGHT, variable, value))) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph())
          .contains(rule)
          .contains("Origin: System Environment Property \"" + variable + '"');
    }
  }

  @ParameterizedTest
  @CsvSource({
    "collector-service, GROUNDSWELL_COLLECTOR_REPLAY_FILES, groundswell.collector.replay.file",
    "nlp-worker-service, GROUNDSWELL_NLP_THREAD, groundswell.nlp.threads",
    "alert-service, GROUNDSWELL_ALERTS_DETECTION_MINVOICE, groundswell.alerts.detection.min-voices",
    "dashboard-service, GROUNDSWELL_DASHBOARD_LIVE_BACKLOGS, groundswell.dashboard.live.backlog"
  })
  void stopsTheStartForANameThatDoesNotExist(String service, String variable, String meant)
      throws InterruptedException {
    try (var run = ServiceRun.start(service, ServiceRun.with(RIGHT, variable, "1"))) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph()).contains(variable).contains("did you mean " + meant + "?");
    }
  }

  @Test
  void namesTheSecretThatIsShortAndDoesNotTellIt() throws InterruptedException {
    var variables = ServiceRun.with(RIGHT, "GROUNDSWELL_COLLECTOR_AUTHORSECRET", "short-one");
    try (var run = ServiceRun.start("collector-service", variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph()).contains("groundswell.collector.author-secret");
      assertThat(run.log()).doesNotContain("short-one");
    }
  }

  @ParameterizedTest
  @CsvSource({"collector-service", "nlp-worker-service"})
  void endsWhenKafkaDoesNotAnswer(String service) throws InterruptedException {
    try (var run = ServiceRun.start(service, RIGHT)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph()).contains("Kafka does not answer at " + NOBODY);
      assertThat(run.log().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }
  }

  @Test
  void endsWhenTheDatabaseDoesNotAnswer() throws InterruptedException {
    try (var run = ServiceRun.start("alert-service", RIGHT)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(STATUS_OF_FAILURE);
      assertThat(run.lastParagraph())
          .contains("jdbc:postgresql://" + NOBODY + "/groundswell")
          .contains("refused")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void waitsWithTheDashboardForKafkaAndDatabase() throws Exception {
    try (var run = ServiceRun.start("dashboard-service", RIGHT)) {
      await().atMost(SOON).until(() -> run.isUp("liveness"));

      assertThat(run.isUp("readiness")).isFalse();
      assertThat(run.get("/api/v1/alerts").statusCode()).isEqualTo(503);
    }
  }
}
