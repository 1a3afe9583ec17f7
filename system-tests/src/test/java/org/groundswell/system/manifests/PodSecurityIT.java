package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.strimzi.api.kafka.model.common.template.ContainerTemplate;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods pass the restricted profile, and carry nothing that lets them into the Kubernetes API. */
class PodSecurityIT {

  private static final String MARK = "enableServiceLinks: false";

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyPodKeepsTheRestrictedProfile(String overlay) {
    assertThat(breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @Test
  void thePodsThatStrimziMakesKeepTheRestrictedProfile() {
    Overlay production = Overlay.rendered("production");

    assertThat(production.all(KafkaNodePool.class))
        .hasSize(2)
        .allSatisfy(pool -> {
          var template = pool.getSpec().getTemplate();
          assertThat(breaches(template.getPod().getSecurityContext(), template.getKafkaContainer()))
              .isEmpty();
        });
    assertThat(production.all(Kafka.class))
        .singleElement()
        .satisfies(kafka -> {
          var template = kafka.getSpec().getEntityOperator().getTemplate();
          assertThat(
                  breaches(
                      template.getPod().getSecurityContext(),
                      template.getTopicOperatorContainer(),
                      template.getUserOperatorContainer()))
              .isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host namespaces | " + MARK + " | hostNetwork: true",
        "host namespaces | " + MARK + " | hostPID: true",
        "host namespaces | " + MARK + " | hostIPC: true",
        "volume types | '- emptyDir:' | '- hostPath: {path: /}\n        name: host\n      - emptyDir:'",
        "sysctls | runAsNonRoot: true | 'runAsNonRoot: true\n        sysctls: [{name: a, value: b}]'",
        "SELinux | runAsNonRoot: true | 'runAsNonRoot: true\n        seLinuxOptions: {user: root}'",
        "AppArmor | runAsNonRoot: true | 'runAsNonRoot: true\n        appArmorProfile: {type: Unconfined}'",
        "privileged | readOnlyRootFilesystem: true | privileged: true",
        "privilege escalation | allowPrivilegeEscalation: false | allowPrivilegeEscalation: true",
        "privilege escalation | allowPrivilegeEscalation: false | privileged: false",
        "capabilities dropped | '- ALL' | '- NET_RAW'",
        "capabilities added | 'capabilities:' | 'capabilities:\n            add: [SYS_ADMIN]'",
        "running as non-root | runAsNonRoot: true | runAsNonRoot: false",
        "running as non-root | runAsNonRoot: true | fsGroup: 1",
        "user other than root | runAsUser: 10001 | runAsUser: 0",
        "seccomp | type: RuntimeDefault | type: Unconfined",
        "proc mount | readOnlyRootFilesystem: true | procMount: Unmasked",
        "host ports | 'containerPort: 9090' | 'containerPort: 9090\n          hostPort: 9090'",
        "hosts of probes and hooks | path: /actuator/health/liveness | 'host: 10.0.0.1\n            path: /actuator/health/liveness'",
      })
  void aPodThatBreaksARuleIsReported(String rule, String right, String wrong) {
    assertThat(breaches(Overlay.broken("local", right, wrong)))
        .anySatisfy(breach -> assertThat(breach).contains("nlp-worker").endsWith(": " + rule));
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void theNamespaceEnforcesTheRestrictedProfile(String overlay) {
    assertThat(Overlay.rendered(overlay).all(Namespace.class))
        .singleElement()
        .satisfies(namespace ->
            assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void noContainerWritesToItsOwnFileSystem(String overlay) {
    assertThat(Overlay.rendered(overlay).workloads().stream().flatMap(Workload::containers))
        .isNotEmpty()
        .allMatch(container -> container.getSecurityContext().getReadOnlyRootFilesystem());
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void noPodGetsATokenForTheApi(String overlay) {
    Overlay rendered = Overlay.rendered(overlay);

    assertThat(rendered.all(ServiceAccount.class))
        .hasSizeGreaterThanOrEqualTo(4)
        .noneMatch(ServiceAccount::getAutomountServiceAccountToken);
    assertThat(rendered.workloads())
        .noneMatch(workload -> workload.pod().getAutomountServiceAccountToken())
        .allMatch(workload -> workload.pod().getServiceAccountName().equals(workload.name()));
  }

  private static List<String> breaches(Overlay overlay) {
    return overlay.workloads().stream()
        .flatMap(workload -> RestrictedProfile.breaches(workload.name(), workload.pod()).stream())
        .toList();
  }

  private static List<String> breaches(PodSecurityContext context, ContainerTemplate... templates) {
    var pod = new PodSpec();
    pod.setSecurityContext(context);
    pod.setContainers(Stream.of(templates).map(PodSecurityIT::container).toList());
    return RestrictedProfile.breaches("strimzi", pod);
  }

  private static Container container(ContainerTemplate template) {
    var container = new Container();
    container.setName("container");
    container.setSecurityContext(template.getSecurityContext());
    return container;
  }
}
