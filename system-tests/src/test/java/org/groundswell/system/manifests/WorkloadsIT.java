package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workload has: a version, limits, probes, labels, and selectors that find it. */
class WorkloadsIT {

  private static final String STARTUP =
      """
      startupProbe:
        failureThreshold: 90
        httpGet:
          path: /actuator/health/liveness
          port: management
        periodSeconds: 2
        timeoutSeconds: 2
      """
          .indent(8);

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyImageSaysItsVersion(String overlay) {
    assertThat(Images.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "local, apache/kafka:4.2.2, apache/kafka:latest",
    "local, groundswell/nlp-worker-service:0.1.0, groundswell/nlp-worker-service",
    "local, 'postgres:18', 'postgres:trixie'",
    "local, apache/kafka:4.2.2, localhost:5000/kafka",
    "production, postgresql:18.6-minimal-trixie, postgresql:latest",
    "production, version: 4.2.1, image: strimzi"
  })
  void anImageWithoutAVersionIsReported(String overlay, String right, String wrong) {
    assertThat(Images.breaches(Overlay.broken(overlay, right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everythingThatRunsHasRequestsAndLimits(String overlay) {
    assertThat(Resources.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "local, 'cpu: \"2\"', 'ephemeral-storage: 1Gi'",
    "local, memory: 448Mi, ephemeral-storage: 1Gi",
    "production, memory: 4Gi, ephemeral-storage: 1Gi",
    "production, memory: 384Mi, ephemeral-storage: 1Gi"
  })
  void whatRunsWithoutRequestsOrLimitsIsReported(String overlay, String right, String wrong) {
    assertThat(Resources.breaches(Overlay.broken(overlay, right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyContainerIsProbed(String overlay) {
    assertThat(Probes.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @Test
  void aMissingProbeIsReported() {
    assertThat(Probes.breaches(Overlay.broken("local", STARTUP, "")))
        .contains("alert: startup", "nlp-worker: startup");
  }

  @ParameterizedTest
  @CsvSource({
    "path: /actuator/health/readiness, path: /, readiness",
    "port: management, port: metrics, liveness"
  })
  void aProbeThatAsksNothingIsReported(String right, String wrong, String probe) {
    assertThat(Probes.breaches(Overlay.broken("local", right, wrong))).contains("alert: " + probe);
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void whatPointsAtSomethingFindsIt(String overlay) {
    assertThat(Targets.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "local, targetPort: http, targetPort: web, Service collector leads to no port",
    "local, serviceName: kafka, serviceName: broker, StatefulSet kafka is named by no Service",
    "local, 'kind: Deployment\n    name: nlp-worker', 'kind: Deployment\n    name: worker', scales nothing",
    "production, 'kind: Deployment\n    name: nlp-worker', 'kind: StatefulSet\n    name: nlp-worker', scales nothing",
    "production, 'authenticationRef:\n      name: nlp-worker-lag', 'authenticationRef:\n      name: lag', has no TriggerAuthentication"
  })
  void whatPointsAtNothingIsReported(String overlay, String right, String wrong, String breach) {
    assertThat(Targets.breaches(Overlay.broken(overlay, right, wrong)))
        .anySatisfy(reported -> assertThat(reported).contains(breach));
  }

  @Test
  void selectorsThatFindNothingAreReported() {
    Overlay broken =
        Overlay.broken(
            "local",
            "  selector:\n    matchLabels:\n      app.kubernetes.io/name: dashboard",
            "  selector:\n    matchLabels:\n      app.kubernetes.io/name: page");

    assertThat(Targets.breaches(broken))
        .contains(
            "Deployment dashboard does not select its own pods alone",
            "PodDisruptionBudget dashboard does not select the pods of one workload");
  }

  @ParameterizedTest
  @CsvSource({
    "groundswell, metrics, asks at a port that is not there: metrics",
    "nobody, management, selects no pods"
  })
  void aMonitorThatWatchesNothingIsReported(String part, String port, String breach) {
    String monitor =
        """
        apiVersion: monitoring.coreos.com/v1
        kind: PodMonitor
        metadata:
          name: services
        spec:
          selector:
            matchLabels:
              app.kubernetes.io/part-of: %s
          podMetricsEndpoints:
            - port: %s
        """
            .formatted(part, port);

    assertThat(Targets.breaches(Overlay.with("local", monitor)))
        .containsExactly("PodMonitor services " + breach);
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyPodBearsTheCommonLabels(String overlay) {
    assertThat(Overlay.rendered(overlay).workloads())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(workload ->
            assertThat(workload.labels())
                .containsEntry("app.kubernetes.io/name", workload.name())
                .containsEntry("app.kubernetes.io/part-of", "groundswell")
                .containsKey("app.kubernetes.io/component"));
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyServiceMayLoseOnePodAtATime(String overlay) {
    assertThat(Overlay.rendered(overlay).all(PodDisruptionBudget.class))
        .extracting(budget -> budget.getMetadata().getName())
        .containsExactlyInAnyOrder("collector", "nlp-worker", "alert", "dashboard");
  }

  /** Two collectors under one id would write two timelines into one stream. */
  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void thereIsNeverMoreThanOneCollector(String overlay) {
    assertThat(Overlay.rendered(overlay).all(Deployment.class))
        .filteredOn(deployment -> deployment.getMetadata().getName().equals("collector"))
        .singleElement()
        .satisfies(collector -> {
          assertThat(collector.getSpec().getReplicas()).isEqualTo(1);
          assertThat(collector.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        });
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void theAlertServiceComesBackAsTheMemberThatItWas(String overlay) {
    assertThat(Overlay.rendered(overlay).all(StatefulSet.class))
        .filteredOn(set -> set.getMetadata().getName().equals("alert"))
        .singleElement()
        .satisfies(alert -> {
          var container = alert.getSpec().getTemplate().getSpec().getContainers().getFirst();
          assertThat(alert.getSpec().getVolumeClaimTemplates()).hasSize(1);
          assertThat(container.getEnv())
              .anySatisfy(variable -> {
                assertThat(variable.getName())
                    .isEqualTo("SPRING_KAFKA_STREAMS_PROPERTIES_GROUP_INSTANCE_ID");
                assertThat(variable.getValue()).isEqualTo("$(POD_NAME)");
              });
        });
  }

  /** What stands there may never change, so that the next version could not be applied. */
  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void noTemplateOfAVolumeNamesAVersion(String overlay) {
    assertThat(Overlay.rendered(overlay).workloads())
        .flatMap(Workload::claims)
        .isNotEmpty()
        .allSatisfy(claim ->
            assertThat(claim.getMetadata().getLabels())
                .doesNotContainKey("app.kubernetes.io/version"));
  }

  /**
   * More would idle, and what an autoscaler says is not overruled by a number in the Deployment.
   */
  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void workersAreScaledBetweenOneAndTheNumberOfPartitions(String overlay) {
    Overlay rendered = Overlay.rendered(overlay);
    int partitions = partitions(rendered);

    assertThat(rendered.all(HorizontalPodAutoscaler.class))
        .allSatisfy(autoscaler -> {
          assertThat(autoscaler.getSpec().getMinReplicas()).isEqualTo(1);
          assertThat(autoscaler.getSpec().getMaxReplicas()).isEqualTo(partitions);
        });
    assertThat(rendered.all(Keda.ScaledObject.class))
        .allSatisfy(scaled -> {
          assertThat(scaled.spec().minReplicaCount()).isEqualTo(1);
          assertThat(scaled.spec().maxReplicaCount()).isEqualTo(partitions);
        });
    assertThat(rendered.all(Deployment.class))
        .filteredOn(deployment -> deployment.getMetadata().getName().equals("nlp-worker"))
        .singleElement()
        .satisfies(worker -> assertThat(worker.getSpec().getReplicas()).isNull());
  }

  private static int partitions(Overlay overlay) {
    return overlay.all(KafkaTopic.class).stream()
        .filter(topic -> topic.getMetadata().getName().equals("groundswell.posts"))
        .map(topic -> topic.getSpec().getPartitions())
        .findFirst()
        .orElseGet(() -> createdPartitions(overlay));
  }

  private static int createdPartitions(Overlay overlay) {
    return overlay.all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().startsWith("collector-"))
        .map(map -> map.getData().get("GROUNDSWELL_TOPICS_PARTITIONS"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }
}
