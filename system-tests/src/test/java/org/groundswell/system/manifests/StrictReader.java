package org.groundswell.system.manifests;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents into the types of whoever reads them in a cluster, and refuses what these do not
 * have. Their authors made the types lenient, so that old clients read new servers: they collect
 * unknown fields in a map, and turn unknown words into null. Here the maps are switched off, and
 * what was read is written again and compared.
 */
final class StrictReader {

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/Secret", Secret.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("batch/v1/CronJob", CronJob.class),
          Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
          Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
          Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
          Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class),
          Map.entry("keda.sh/v1alpha1/ScaledObject", Keda.ScaledObject.class),
          Map.entry("keda.sh/v1alpha1/TriggerAuthentication", Keda.TriggerAuthentication.class),
          Map.entry("postgresql.cnpg.io/v1/Cluster", CloudNativePg.Cluster.class),
          Map.entry("postgresql.cnpg.io/v1/ScheduledBackup", CloudNativePg.ScheduledBackup.class),
          Map.entry("barmancloud.cnpg.io/v1/ObjectStore", CloudNativePg.ObjectStore.class));

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).setAnnotationIntrospector(new NothingUnknown());

  private StrictReader() {}

  /**
   * Reads a stream of documents.
   *
   * @throws NotAsDeclared when a document is of an unknown kind, or says what its kind does not
   *     have
   */
  static List<Object> read(String documents) {
    try (MappingIterator<JsonNode> trees = YAML.readerFor(JsonNode.class).readValues(documents)) {
      var objects = new ArrayList<>();
      while (trees.hasNextValue()) {
        objects.add(object(trees.nextValue()));
      }
      return objects;
    } catch (IOException e) {
      throw new NotAsDeclared(String.valueOf(e.getMessage()), e);
    }
  }

  private static Object object(JsonNode tree) throws JsonProcessingException {
    String kind = tree.path("apiVersion").asText() + "/" + tree.path("kind").asText();
    Class<?> type = TYPES.get(kind);
    if (type == null) {
      throw new NotAsDeclared("Unknown kind " + kind, null);
    }
    Object object = YAML.treeToValue(tree, type);
    List<String> lost = lost("", tree, YAML.valueToTree(object)).toList();
    if (!lost.isEmpty()) {
      throw new NotAsDeclared("%s does not keep %s".formatted(kind, lost), null);
    }
    return object;
  }

  /** Names what is in the document and not in what was read from it. */
  private static Stream<String> lost(String path, JsonNode written, JsonNode read) {
    if (written.isObject()) {
      return written.properties().stream()
          .flatMap(field ->
              lost(path + "." + field.getKey(), field.getValue(), read.path(field.getKey())));
    }
    if (written.isArray()) {
      return IntStream.range(0, written.size())
          .boxed()
          .flatMap(i -> lost(path + "[" + i + "]", written.get(i), read.path(i)));
    }
    return written.asText().equals(read.asText())
        ? Stream.empty()
        : Stream.of(path + "=" + written);
  }

  /** A document that is not what its kind declares. */
  static final class NotAsDeclared extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAsDeclared(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Turns off what lets the models accept fields that they do not know. */
  private static final class NothingUnknown extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return super.findPropertyIgnoralByName(config, type).withoutIgnoreUnknown();
    }
  }
}
