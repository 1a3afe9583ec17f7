package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.groundswell.system.SampleRun;
import org.groundswell.system.cluster.Cluster;
import org.groundswell.system.cluster.Jars;
import org.groundswell.system.cluster.ServiceProcess;
import org.groundswell.system.records.JudgedTime;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.TopicReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole system while the simulated week is replayed into it, at a pace that leaves time to
 * disturb it. Used by one thread.
 */
final class ReplayedWeek implements AutoCloseable {

  /** As in Kubernetes: the alert service comes back to its place in the group. */
  private static final Map<String, String> NAMED_MEMBER =
      Map.of("SPRING_KAFKA_STREAMS_PROPERTIES_GROUP_INSTANCE_ID", "alert-0");

  private static final Duration SHORTEST_WEEK = Duration.ofSeconds(50);
  private static final int STARTS_IN_A_WEEK = 4;
  private static final Duration REPLAYED_WITHIN = Duration.ofMinutes(15);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Measurements measurements;
  private final ServiceProcess collector;
  private final ServiceProcess alerts;
  private final ServiceProcess dashboard;
  private final List<ServiceProcess> workers;

  private ReplayedWeek(
      Cluster cluster,
      ServiceProcess collector,
      ServiceProcess alerts,
      ServiceProcess dashboard,
      List<ServiceProcess> workers) {
    this.cluster = cluster;
    this.collector = collector;
    this.alerts = alerts;
    this.dashboard = dashboard;
    this.workers = new ArrayList<>(workers);
    this.measurements = Measurements.start(cluster.bootstrapServers());
  }

  /**
   * Starts everything, the readers before the replay. The slower the machine starts them, the
   * slower is the replay, so that it goes on while services are started again.
   */
  static ReplayedWeek start(String name, int workers) throws IOException, SQLException {
    return start(name, workers, SHORTEST_WEEK);
  }

  /** Starts everything for a week that takes at least a given time. */
  static ReplayedWeek start(String name, int workers, Duration shortest)
      throws IOException, SQLException {
    Cluster cluster = Cluster.start(name, SampleRun.undisturbed().authorSecret());
    try {
      return start(cluster, workers, shortest);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private static ReplayedWeek start(Cluster cluster, int workers, Duration shortest) {
    long began = System.nanoTime();
    ServiceProcess dashboard = cluster.dashboard(1).start();
    ServiceProcess alerts = cluster.alerts(NAMED_MEMBER).start();
    List<ServiceProcess> working =
        IntStream.rangeClosed(1, workers).mapToObj(cluster::worker).toList();
    working.forEach(ServiceProcess::start);
    working.forEach(ServiceProcess::awaitReady);
    alerts.awaitLive();
    dashboard.awaitLive();
    ServiceProcess collector = replay(cluster, speed(System.nanoTime() - began, shortest));
    collector.start().awaitReady();
    return new ReplayedWeek(cluster, collector, alerts, dashboard, working);
  }

  private static ServiceProcess replay(Cluster cluster, String speed) {
    String file = Jars.ROOT.resolve("sample/simulated-week.ndjson.gz").toString();
    return cluster.collector(
        Map.of(
            "GROUNDSWELL_COLLECTOR_REPLAY_FILE", file,
            "GROUNDSWELL_COLLECTOR_REPLAY_SPEED", speed));
  }

  private static String speed(long startNanos, Duration shortest) {
    Duration week = Duration.ofNanos(startNanos).multipliedBy(STARTS_IN_A_WEEK);
    return Long.toString(
        Duration.ofDays(7).dividedBy(week.compareTo(shortest) < 0 ? shortest : week));
  }

  Measurements measurements() {
    return measurements;
  }

  ServiceProcess collector() {
    return collector;
  }

  ServiceProcess alerts() {
    return alerts;
  }

  ServiceProcess dashboard() {
    return dashboard;
  }

  List<ServiceProcess> workers() {
    return workers;
  }

  /** Starts one worker more and returns at once. */
  void addWorker() {
    workers.add(cluster.worker(workers.size() + 1).start());
  }

  /** Kills a service and starts it again at once. */
  void kill(ServiceProcess service) {
    measurements.begin("kill -9 " + service.name());
    service.kill();
    service.start();
  }

  /** Returns what share of its posts the replay has delivered; 0 while nobody tells. */
  double share() {
    return progress("share").asDouble(0);
  }

  /** Waits until the replay has delivered a share of its posts, from 0 to 1. */
  void awaitShare(double share) {
    await("share of the replay")
        .atMost(REPLAYED_WITHIN)
        .pollInterval(BETWEEN_LOOKS)
        .until(() -> share() >= share);
  }

  /** Fails when the replay has ended, because a disturbance without load shows nothing. */
  void assertUnderLoad() {
    String state =
        await("state of the replay")
            .atMost(SETTLED_WITHIN)
            .until(() -> progress("state").asString(""), answer -> !answer.isEmpty());
    assertThat(state).isEqualTo("RUNNING");
  }

  /**
   * Waits until all is replayed, judged and stored, and reads what came of it. A dashboard's answer
   * is part of it: all services must be ready at the end.
   */
  Outcome outcome() throws SQLException {
    await("end of the replay")
        .atMost(REPLAYED_WITHIN)
        .pollInterval(BETWEEN_LOOKS)
        .until(() -> progress("state").asString("").equals("FINISHED"));
    workers.forEach(ServiceProcess::awaitReady);
    alerts.awaitReady();
    dashboard.awaitReady();
    awaitJudged();
    return Outcome.settled(cluster);
  }

  @Override
  public void close() {
    measurements.close();
    cluster.close();
  }

  private void awaitJudged() {
    try (var topics = new TopicReader(cluster.bootstrapServers())) {
      Instant end = Objects.requireNonNull(Ledger.read(cluster.bootstrapServers()).finished());
      await("judgement of the last minute")
          .atMost(SETTLED_WITHIN)
          .pollInterval(BETWEEN_LOOKS)
          .until(() -> !JudgedTime.read(topics, Cluster.PARTITIONS).isBefore(minute(end)));
    }
  }

  private JsonNode progress(String field) {
    try {
      return JsonMapper.shared().readTree(collector.get("/api/v1/replay").body()).path(field);
    } catch (IOException _) {
      return JsonMapper.shared().missingNode();
    }
  }

  private static Instant minute(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
  }
}
