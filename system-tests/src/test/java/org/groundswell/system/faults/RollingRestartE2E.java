package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groundswell.system.SampleRun;
import org.groundswell.system.cluster.Cluster;
import org.groundswell.system.cluster.ServiceProcess;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.StoredAlert;
import org.groundswell.system.records.TopicReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Restarts each service in turn with SIGTERM while posts are pushed over HTTP, and in the end kills
 * the collector with SIGKILL. Somebody asks for alerts all the time.
 *
 * <p>What it cannot show: that the alerts are those of another run, because pushed posts count at
 * the time of the wall clock.
 */
class RollingRestartE2E {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);
  private static final Ledger UNDISTURBED = SampleRun.undisturbed().ledger();

  private static Map<String, Integer> requests;
  private static Outcome outcome;

  /** How long a service took to end, and from its new start until it was ready. */
  private record Restart(String service, long endedMillis, long readyMillis) {}

  /**
   * What was measured.
   *
   * @param silenceOfOneDashboardMillis longest time without an answer of the first dashboard
   * @param silenceOfTwoDashboardsMillis the same when both are asked in turn
   * @param silenceOfPushMillis longest time in which no pushed request was accepted
   * @param repeatedPosts posts that were sent more than once because a request was not answered
   * @param doubledPosts those of them that are more than once in Kafka
   */
  private record Figures(
      long posts,
      long silenceOfOneDashboardMillis,
      long silenceOfTwoDashboardsMillis,
      long silenceOfPushMillis,
      long repeatedPosts,
      long doubledPosts,
      List<Restart> restarts,
      Measurements.Figures stream) {}

  @BeforeAll
  static void pushAndRestart() throws IOException, SQLException {
    try (var cluster = Cluster.start("rolling", SampleRun.undisturbed().authorSecret())) {
      var dashboards = List.of(cluster.dashboard(1), cluster.dashboard(2));
      var workers = List.of(cluster.worker(1), cluster.worker(2));
      ServiceProcess alerts = cluster.alerts(Map.of());
      // Minutes are judged as soon as they are over.
      ServiceProcess collector = cluster.collector(Map.of("GROUNDSWELL_COLLECTOR_DISORDER", "1s"));
      var all = new ArrayList<>(List.of(collector, alerts));
      all.addAll(workers);
      all.addAll(dashboards);
      all.forEach(ServiceProcess::start);
      all.forEach(ServiceProcess::awaitReady);
      restartAll(cluster, collector, all, dashboards);
    }
  }

  private static void restartAll(
      Cluster cluster,
      ServiceProcess collector,
      List<ServiceProcess> all,
      List<ServiceProcess> dashboards)
      throws SQLException {
    var pusher = Pusher.start(collector.at("/api/v1/posts"));
    try (var measurements = Measurements.start(cluster.bootstrapServers());
        var one = Availability.of(dashboards.subList(0, 1));
        var two = Availability.of(dashboards)) {
      var restarts = new ArrayList<Restart>();
      try (pusher) {
        all.forEach(service -> restarts.add(restart(service, measurements)));
        measurements.begin("kill -9 " + collector.name());
        collector.kill();
        collector.start().awaitReady();
        awaitAlerts(cluster);
      }
      pusher.assertAllAccepted();
      requests = pusher.requests();
      measurements.begin("no more posts");
      collector.terminate();
      await().atMost(SETTLED_WITHIN).until(() -> measurements.workers().behind() == 0);
      outcome = Outcome.settled(cluster);
      FiguresFile.write(
          "rolling-restart",
          new Figures(
              requests.size(),
              one.silence().longestMillis(),
              two.silence().longestMillis(),
              pusher.silence().longestMillis(),
              requests.values().stream().filter(times -> times > 1).count(),
              outcome.ledger().repeatedPosts(),
              restarts,
              measurements.figures()));
    }
  }

  private static Restart restart(ServiceProcess service, Measurements measurements) {
    measurements.begin("restart " + service.name());
    Duration ended = service.terminate();
    long began = System.nanoTime();
    service.start().awaitReady();
    return new Restart(service.name(), ended.toMillis(), (System.nanoTime() - began) / 1_000_000);
  }

  /** The first minute in which enough people spoke must be over. */
  private static void awaitAlerts(Cluster cluster) {
    try (var topics = new TopicReader(cluster.bootstrapServers())) {
      await("first alert")
          .atMost(SETTLED_WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> !topics.read("groundswell.alerts").isEmpty());
    }
  }

  @Test
  void losesNoAcceptedPost() {
    assertThat(outcome.ledger().posts().keySet()).isEqualTo(requests.keySet());
  }

  @Test
  void doublesOnlyWhatWasSentAgain() {
    Map<String, Integer> doubled =
        outcome.ledger().posts().entrySet().stream()
            .filter(post -> post.getValue() > requests.getOrDefault(post.getKey(), 0))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(doubled).isEmpty();
  }

  @Test
  void analysesEveryPostOnce() {
    var signals = outcome.signals(UNDISTURBED, Pusher::original);

    assertThat(signals.expected()).isPositive();
    assertThat(signals.lost()).isEmpty();
    assertThat(signals.doubled()).isEmpty();
    assertThat(outcome.ledger().deadLetters()).isZero();
  }

  @Test
  void publishesEveryRevisionOnce() {
    var revisions = outcome.revisions();

    assertThat(revisions.expected()).isPositive();
    assertThat(revisions.lost()).isEmpty();
    assertThat(revisions.doubled()).isEmpty();
  }

  @Test
  void storesTheLastRevisionOfEachAlert() {
    assertThat(outcome.stored())
        .isNotEmpty()
        .isEqualTo(StoredAlert.lastRevisions(outcome.ledger()));
  }
}
