package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every container of a service has the three probes, at ports that it has; those of a service on
 * the management port.
 */
final class Probes {

  private Probes() {}

  static List<String> breaches(Overlay overlay) {
    var breaches = new ArrayList<String>();
    for (Workload workload : overlay.workloads().stream().filter(Workload::isService).toList()) {
      for (Container container : workload.pod().getContainers()) {
        probes(container)
            .forEach((kind, probe) -> {
              if (!works(probe, container)) {
                breaches.add(workload.name() + ": " + kind);
              }
            });
      }
    }
    return breaches;
  }

  private static Map<String, @Nullable Probe> probes(Container container) {
    Map<String, @Nullable Probe> probes = new TreeMap<>();
    probes.put("startup", container.getStartupProbe());
    probes.put("liveness", container.getLivenessProbe());
    probes.put("readiness", container.getReadinessProbe());
    return probes;
  }

  private static boolean works(@Nullable Probe probe, Container container) {
    if (probe == null) {
      return false;
    }
    if (probe.getHttpGet() != null) {
      return probe.getHttpGet().getPort().getStrVal().equals("management")
          && probe.getHttpGet().getPath().startsWith("/actuator/health/")
          && has(container, probe.getHttpGet().getPort());
    }
    return probe.getTcpSocket() != null
        ? has(container, probe.getTcpSocket().getPort())
        : probe.getExec() != null;
  }

  private static boolean has(Container container, IntOrString port) {
    return container.getPorts().stream().anyMatch(own -> own.getName().equals(port.getStrVal()));
  }
}
