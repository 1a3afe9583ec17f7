package org.groundswell.system.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every metric that the dashboard and the rules ask for is there in the running services. */
class MetricsE2E {

  /**
   * Metrics of Kafka's clients that know their partitions come with the first round, a minute in.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String LAG = "kafka_consumer_fetch_manager_records_lag";

  /** Made by Prometheus itself. */
  private static final Set<String> PROMETHEUS = Set.of("up");

  /** Given by Prometheus to every series. */
  private static final Set<String> TARGET_LABELS = Set.of("job", "instance");

  private static final Pattern SERIES = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(\\{[^\n]*})? ");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  private final SeenSystem system = SeenSystem.shared();

  @Test
  void areServedUnderTheNamesAndLabelsThatQueriesUse() {
    await()
        .atMost(PATIENCE)
        .until(() ->
            Stream.of("nlp-worker-service", "alert-service")
                .allMatch(
                    service -> system.get(service, "/actuator/prometheus").contains(LAG + "{")));
    Set<String> served = served();

    for (String query : Queries.all()) {
      assertThat(PromQl.metrics(query)).as(query).isNotEmpty();
      assertThat(PromQl.metrics(query).stream().filter(name -> !PROMETHEUS.contains(name)))
          .as(query)
          .isSubsetOf(served);
      assertThat(PromQl.selectors(query).stream().filter(selector -> !isOfTheTarget(selector)))
          .as(query)
          .isSubsetOf(served);
    }
  }

  @Test
  void tellTheLagOfEachPartition() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(system.get("nlp-worker-service", "/actuator/prometheus"))
              .containsPattern(LAG + "\\{[^}]*partition=\"0\"[^}]*topic=\"groundswell.posts\"")
              .containsPattern(LAG + "\\{[^}]*partition=\"1\"[^}]*topic=\"groundswell.posts\"");
          assertThat(system.get("alert-service", "/actuator/prometheus"))
              .containsPattern(LAG + "\\{[^}]*topic=\"groundswell.signals\"");
          assertThat(system.get("dashboard-service", "/actuator/prometheus"))
              .containsPattern(LAG + "\\{[^}]*topic=\"groundswell.alerts\"");
        });
  }

  @Test
  void tellOfEachTopicUnderOneName() {
    await()
        .atMost(PATIENCE)
        .until(() -> system.get("nlp-worker-service", "/actuator/prometheus").contains(LAG + "{"));

    for (String service : system.services()) {
      assertThat(system.get(service, "/actuator/prometheus"))
          .as(service)
          .doesNotContain("topic=\"groundswell_");
    }
  }

  /** Prometheus asks for OpenMetrics first. */
  @Test
  void holdNoExemplarsForWhichPrometheusRefusesTheWholeAnswer() {
    for (String service : system.services()) {
      assertThat(
              system.get(
                  service, "/actuator/prometheus", "application/openmetrics-text;version=1.0.0"))
          .as(service)
          .contains("# EOF")
          .doesNotContain(" # {");
    }
  }

  /** Names of series, and {@code name{label} for each of their labels. */
  private Set<String> served() {
    var served = new TreeSet<String>();
    for (String service : system.services()) {
      SERIES
          .matcher(system.get(service, "/actuator/prometheus"))
          .results()
          .forEach(series -> {
            served.add(series.group(1));
            if (series.group(2) != null) {
              LABEL
                  .matcher(series.group(2))
                  .results()
                  .forEach(label -> served.add(series.group(1) + "{" + label.group(1)));
            }
          });
    }
    return served;
  }

  private static boolean isOfTheTarget(String selector) {
    return TARGET_LABELS.contains(selector.substring(selector.indexOf('{') + 1));
  }
}
