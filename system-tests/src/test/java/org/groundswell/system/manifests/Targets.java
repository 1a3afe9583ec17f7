package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.ArrayList;
import java.util.List;

/** What points at something points at one thing that is there. */
final class Targets {

  private final Overlay overlay;
  private final List<String> breaches = new ArrayList<>();

  private Targets(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> breaches(Overlay overlay) {
    var targets = new Targets(overlay);
    overlay.workloads().forEach(targets::checkWorkload);
    overlay.all(Service.class).forEach(targets::checkService);
    overlay.all(PodDisruptionBudget.class).forEach(targets::checkBudget);
    overlay.all(HorizontalPodAutoscaler.class).forEach(targets::checkAutoscaler);
    overlay.all(Keda.ScaledObject.class).forEach(targets::checkScaledObject);
    overlay.all(StatefulSet.class).forEach(targets::checkServiceName);
    overlay.all(PodMonitor.class).forEach(targets::checkMonitor);
    return targets.breaches;
  }

  private void checkWorkload(Workload workload) {
    check(
        Selectors.matches(workload.selector(), workload.labels())
            && selected(workload.selector()) == 1,
        workload.kind() + " " + workload.name() + " does not select its own pods alone");
    for (TopologySpreadConstraint spread : workload.pod().getTopologySpreadConstraints()) {
      check(
          Selectors.matches(spread.getLabelSelector(), workload.labels()),
          workload.name() + " spreads other pods than its own");
    }
  }

  private void checkService(Service service) {
    var selector = new LabelSelector(List.of(), service.getSpec().getSelector());
    String name = "Service " + service.getMetadata().getName();
    check(selected(selector) == 1, name + " does not select the pods of one workload");
    for (ServicePort port : service.getSpec().getPorts()) {
      check(
          overlay.workloads().stream()
              .filter(workload -> Selectors.matches(selector, workload.labels()))
              .flatMap(Workload::ports)
              .anyMatch(own -> own.getName().equals(port.getTargetPort().getStrVal())),
          name + " leads to no port of its pods by the name " + port.getTargetPort().getStrVal());
    }
  }

  private void checkBudget(PodDisruptionBudget budget) {
    check(
        selected(budget.getSpec().getSelector()) == 1,
        "PodDisruptionBudget "
            + budget.getMetadata().getName()
            + " does not select the pods of one workload");
  }

  private void checkAutoscaler(HorizontalPodAutoscaler autoscaler) {
    CrossVersionObjectReference target = autoscaler.getSpec().getScaleTargetRef();
    check(
        exists(target.getKind(), target.getName()),
        "HorizontalPodAutoscaler " + autoscaler.getMetadata().getName() + " scales nothing");
  }

  private void checkScaledObject(Keda.ScaledObject scaled) {
    Keda.Target target = scaled.spec().scaleTargetRef();
    String name = "ScaledObject " + scaled.metadata().getName();
    check(exists(target.kind(), target.name()), name + " scales nothing");
    check(
        overlay.all(HorizontalPodAutoscaler.class).stream()
            .noneMatch(
                other -> other.getSpec().getScaleTargetRef().getName().equals(target.name())),
        name + " fights with a HorizontalPodAutoscaler");
    for (Keda.Trigger trigger : scaled.spec().triggers()) {
      check(
          trigger.authenticationRef() == null
              || overlay.all(Keda.TriggerAuthentication.class).stream()
                  .anyMatch(login ->
                      login.metadata().getName().equals(trigger.authenticationRef().name())),
          name + " has no TriggerAuthentication");
    }
  }

  private void checkServiceName(StatefulSet set) {
    check(
        overlay.all(Service.class).stream()
            .anyMatch(
                service -> service.getMetadata().getName().equals(set.getSpec().getServiceName())),
        "StatefulSet " + set.getMetadata().getName() + " is named by no Service");
  }

  private void checkMonitor(PodMonitor monitor) {
    List<Workload> watched =
        overlay.workloads().stream()
            .filter(
                workload -> Selectors.matches(monitor.getSpec().getSelector(), workload.labels()))
            .toList();
    String name = "PodMonitor " + monitor.getMetadata().getName();
    check(!watched.isEmpty(), name + " selects no pods");
    for (var endpoint : monitor.getSpec().getPodMetricsEndpoints()) {
      check(
          watched.stream()
              .allMatch(workload ->
                  workload.ports().anyMatch(own -> own.getName().equals(endpoint.getPort()))),
          name + " asks at a port that is not there: " + endpoint.getPort());
    }
  }

  private long selected(LabelSelector selector) {
    return overlay.workloads().stream()
        .filter(workload -> Selectors.matches(selector, workload.labels()))
        .count();
  }

  private boolean exists(String kind, String name) {
    return overlay.workloads().stream()
        .anyMatch(workload -> workload.kind().equals(kind) && workload.name().equals(name));
  }

  private void check(boolean kept, String breach) {
    if (!kept) {
      breaches.add(breach);
    }
  }
}
