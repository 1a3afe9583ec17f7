package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of KEDA's resources that are used here. No library carries them; the source is KEDA's
 * own definitions, {@code config/crd/bases/keda.sh_scaledobjects.yaml} and {@code
 * keda.sh_triggerauthentications.yaml}.
 */
final class Keda {

  private Keda() {}

  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Scaling spec) {}

  record Scaling(
      Target scaleTargetRef,
      int pollingInterval,
      int minReplicaCount,
      int maxReplicaCount,
      Fallback fallback,
      Advanced advanced,
      List<Trigger> triggers) {}

  record Target(String apiVersion, String kind, String name) {}

  record Fallback(int failureThreshold, int replicas) {}

  record Advanced(AutoscalerConfig horizontalPodAutoscalerConfig) {}

  record AutoscalerConfig(HorizontalPodAutoscalerBehavior behavior) {}

  record Trigger(
      String type, Map<String, String> metadata, @Nullable Reference authenticationRef) {}

  record Reference(String name) {}

  record TriggerAuthentication(
      String apiVersion, String kind, ObjectMeta metadata, Credentials spec) {}

  record Credentials(List<Parameter> configMapTargetRef, List<Parameter> secretTargetRef) {}

  record Parameter(String parameter, String name, String key) {}
}
