package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Deployment or a StatefulSet. */
record Workload(
    String kind,
    ObjectMeta metadata,
    LabelSelector selector,
    PodTemplateSpec template,
    List<PersistentVolumeClaim> claims) {

  static Workload of(Deployment deployment) {
    return new Workload(
        "Deployment",
        deployment.getMetadata(),
        deployment.getSpec().getSelector(),
        deployment.getSpec().getTemplate(),
        List.of());
  }

  static Workload of(StatefulSet set) {
    return new Workload(
        "StatefulSet",
        set.getMetadata(),
        set.getSpec().getSelector(),
        set.getSpec().getTemplate(),
        set.getSpec().getVolumeClaimTemplates());
  }

  String name() {
    return metadata.getName();
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  PodSpec pod() {
    return template.getSpec();
  }

  Stream<Container> containers() {
    return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream());
  }

  Stream<ContainerPort> ports() {
    return containers().flatMap(container -> container.getPorts().stream());
  }
}
