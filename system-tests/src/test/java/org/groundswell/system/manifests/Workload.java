package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Deployment, a StatefulSet or a CronJob. */
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

  /**
   * Kubernetes selects the pods of a job by a label that it gives them; their name stands for it.
   */
  static Workload of(CronJob job) {
    var template = job.getSpec().getJobTemplate().getSpec().getTemplate();
    return new Workload(
        "CronJob",
        job.getMetadata(),
        new LabelSelectorBuilder()
            .addToMatchLabels("app.kubernetes.io/name", job.getMetadata().getName())
            .build(),
        template,
        List.of());
  }

  /** Whether it works until it is told to stop, and so must say how it is. */
  boolean isService() {
    return !kind.equals("CronJob");
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
