package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.entityoperator.EntityOperatorSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that runs says how much it needs, and how much it may have. */
final class Resources {

  private static final Set<String> COUNTED = Set.of("cpu", "memory");

  private Resources() {}

  static List<String> breaches(Overlay overlay) {
    Map<String, @Nullable ResourceRequirements> all = new HashMap<>();
    for (Workload workload : overlay.workloads()) {
      workload
          .containers()
          .forEach(container ->
              all.put(workload.name() + "/" + container.getName(), container.getResources()));
    }
    for (KafkaNodePool pool : overlay.all(KafkaNodePool.class)) {
      all.put("pool " + pool.getMetadata().getName(), pool.getSpec().getResources());
    }
    for (Kafka kafka : overlay.all(Kafka.class)) {
      EntityOperatorSpec operators = kafka.getSpec().getEntityOperator();
      all.put("topic operator", operators.getTopicOperator().getResources());
      all.put("user operator", operators.getUserOperator().getResources());
    }
    for (CloudNativePg.Cluster cluster : overlay.all(CloudNativePg.Cluster.class)) {
      all.put(cluster.metadata().getName(), cluster.spec().resources());
    }
    return all.entrySet().stream()
        .filter(entry -> !complete(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean complete(@Nullable ResourceRequirements resources) {
    return resources != null
        && resources.getRequests().keySet().containsAll(COUNTED)
        && resources.getLimits().keySet().containsAll(COUNTED);
  }
}
