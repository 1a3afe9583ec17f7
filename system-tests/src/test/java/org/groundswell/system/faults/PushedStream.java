package org.groundswell.system.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundswell.system.SampleRun;
import org.groundswell.system.cluster.Cluster;
import org.groundswell.system.cluster.ServiceProcess;
import org.groundswell.system.records.TopicReader;

/**
 * The whole system, with two workers and two dashboards, while posts are pushed over HTTP and
 * somebody asks for alerts all the time. Used by one thread.
 */
final class PushedStream implements AutoCloseable {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Requests that are answered before anything is disturbed. */
  private static final int LOAD = 40;

  private final Cluster cluster;
  private final ServiceProcess collector;
  private final List<ServiceProcess> services;
  private final Measurements measurements;
  private final Availability oneDashboard;
  private final Availability twoDashboards;
  private final Pusher pusher;
  private final List<Restart> restarts = new ArrayList<>();

  private PushedStream(
      Cluster cluster,
      ServiceProcess collector,
      List<ServiceProcess> services,
      List<ServiceProcess> dashboards) {
    this.cluster = cluster;
    this.collector = collector;
    this.services = services;
    this.measurements = Measurements.start(cluster.bootstrapServers());
    this.oneDashboard = Availability.of(dashboards.subList(0, 1));
    this.twoDashboards = Availability.of(dashboards);
    this.pusher = Pusher.start(collector.at("/api/v1/posts"));
  }

  /** How long a service took to end, and from its new start until it was ready. */
  record Restart(String service, long endedMillis, long readyMillis) {}

  /**
   * What was measured.
   *
   * @param posts that were pushed
   * @param repeatedPosts those of them that were sent more than once, because a request was not
   *     answered or refused with 503
   * @param doubledPosts those of them that are more than once in Kafka
   * @param silenceOfPushMillis longest time in which no request was accepted
   * @param silenceOfOneDashboardMillis longest time without an answer of the first dashboard
   * @param silenceOfTwoDashboardsMillis the same when the other is asked instead
   */
  record Figures(
      long posts,
      long repeatedPosts,
      long doubledPosts,
      long silenceOfPushMillis,
      long silenceOfOneDashboardMillis,
      long silenceOfTwoDashboardsMillis,
      List<Restart> restarts,
      Measurements.Figures stream) {}

  /** Starts everything and waits until posts are flowing. */
  static PushedStream start(String name) throws IOException, SQLException {
    Cluster cluster = Cluster.start(name, SampleRun.undisturbed().authorSecret());
    try {
      return start(cluster);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private static PushedStream start(Cluster cluster) {
    // Minutes are judged as soon as they are over.
    ServiceProcess collector = cluster.collector(Map.of("GROUNDSWELL_COLLECTOR_DISORDER", "1s"));
    var dashboards = List.of(cluster.dashboard(1), cluster.dashboard(2));
    var services = new ArrayList<ServiceProcess>();
    services.addAll(List.of(collector, cluster.worker(1), cluster.worker(2)));
    services.add(cluster.alerts(Map.of()));
    services.addAll(dashboards);
    services.forEach(ServiceProcess::start);
    services.forEach(ServiceProcess::awaitReady);
    var stream = new PushedStream(cluster, collector, services, dashboards);
    stream.measurements.begin("undisturbed");
    dashboards.forEach(dashboard -> dashboard.follow("/api/v1/alerts/stream"));
    await("load").atMost(SETTLED_WITHIN).until(() -> stream.pusher.silence().answers() > LOAD);
    return stream;
  }

  /** Returns all services, in the order of the stream. */
  List<ServiceProcess> services() {
    return services;
  }

  ServiceProcess collector() {
    return collector;
  }

  /** Ends a service with SIGTERM, starts it again and waits until it is ready. */
  void restart(ServiceProcess service) {
    measurements.begin("restart " + service.name());
    Duration ended = service.terminate();
    long began = System.nanoTime();
    service.start().awaitReady();
    restarts.add(
        new Restart(service.name(), ended.toMillis(), (System.nanoTime() - began) / 1_000_000));
  }

  /** Kills a service, starts it again and waits until it is ready. */
  void kill(ServiceProcess service) {
    measurements.begin("kill -9 " + service.name());
    service.kill();
    service.start().awaitReady();
  }

  /** Waits for an alert, ends the load, waits until all is stored, and reads what came of it. */
  Outcome outcome() throws SQLException {
    awaitAlerts();
    pusher.close();
    pusher.assertAllAccepted();
    measurements.begin("no more posts");
    collector.terminate();
    await("all posts analysed")
        .atMost(SETTLED_WITHIN)
        .until(() -> measurements.workers().behind() == 0);
    return Outcome.settled(cluster);
  }

  /** Returns how many requests carried each post, by its key. */
  Map<String, Integer> requests() {
    return pusher.requests();
  }

  Figures figures(Outcome outcome) {
    return new Figures(
        requests().size(),
        requests().values().stream().filter(times -> times > 1).count(),
        outcome.ledger().repeatedPosts(),
        pusher.silence().longestMillis(),
        oneDashboard.silence().longestMillis(),
        twoDashboards.silence().longestMillis(),
        restarts,
        measurements.figures());
  }

  @Override
  public void close() {
    pusher.close();
    oneDashboard.close();
    twoDashboards.close();
    measurements.close();
    cluster.close();
  }

  /** Until the first minute is over in which enough people spoke. */
  private void awaitAlerts() {
    try (var topics = new TopicReader(cluster.bootstrapServers())) {
      await("first alert")
          .atMost(SETTLED_WITHIN)
          .pollInterval(BETWEEN_LOOKS)
          .until(() -> !topics.read("groundswell.alerts").isEmpty());
    }
  }
}
