package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What will be in the cluster for others to refer to: names of ConfigMaps or Secrets, and the keys
 * in each.
 */
record Held(Map<String, Set<String>> keys) {

  private static final Pattern BY_HAND =
      Pattern.compile("create (secret generic|configmap) (\\S+)((?:[^`]|`(?!``))*?)```");
  private static final Pattern KEY = Pattern.compile("--from-(?:literal|file)=([a-z0-9.-]+)=");

  /** ConfigMaps: those of the overlay, and those that the README has people make. */
  static Held configMaps(Overlay overlay) {
    Map<String, Set<String>> keys = byHand("configmap");
    for (ConfigMap map : overlay.all(ConfigMap.class)) {
      keys.put(map.getMetadata().getName(), map.getData().keySet());
    }
    return new Held(keys);
  }

  /**
   * Secrets: those that {@code create-secrets} writes, those that the README has people make, and
   * those that operators make of their resources: Strimzi one for each user and one with the
   * cluster's certificate, CloudNativePG one with the cluster's certificate.
   */
  static Held secrets(Overlay overlay) {
    Map<String, Set<String>> keys = byHand("secret generic");
    keys.putAll(generated());
    for (Kafka kafka : overlay.all(Kafka.class)) {
      String prefix = kafka.getSpec().getEntityOperator().getUserOperator().getSecretPrefix();
      keys.put(kafka.getMetadata().getName() + "-cluster-ca-cert", Set.of("ca.crt"));
      for (KafkaUser user : overlay.all(KafkaUser.class)) {
        keys.put(prefix + user.getMetadata().getName(), Set.of("password", "sasl.jaas.config"));
      }
    }
    for (CloudNativePg.Cluster cluster : overlay.all(CloudNativePg.Cluster.class)) {
      keys.put(cluster.metadata().getName() + "-ca", Set.of("ca.crt"));
    }
    return new Held(keys);
  }

  boolean has(String name, String key) {
    return keys.getOrDefault(name, Set.of()).contains(key);
  }

  boolean has(String name) {
    return keys.containsKey(name);
  }

  /** Runs the script where it writes to a folder of its own. */
  static List<Secret> createSecrets() {
    try {
      Path folder = Files.createTempDirectory("secrets");
      Path script = folder.resolve("create-secrets");
      Files.copy(
          Kustomize.FOLDER.resolve("create-secrets"), script, StandardCopyOption.COPY_ATTRIBUTES);
      Kustomize.run(List.of(script.toString()));
      return StrictReader.read(Files.readString(folder.resolve("secrets.yaml"))).stream()
          .map(Secret.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> generated() {
    return createSecrets().stream()
        .collect(
            Collectors.toMap(
                secret -> secret.getMetadata().getName(),
                secret -> secret.getStringData().keySet()));
  }

  private static Map<String, Set<String>> byHand(String kind) {
    Map<String, Set<String>> keys = new HashMap<>();
    Matcher commands = BY_HAND.matcher(readme());
    while (commands.find()) {
      if (commands.group(1).equals(kind)) {
        keys.computeIfAbsent(commands.group(2), _ -> new HashSet<>())
            .addAll(KEY.matcher(commands.group(3)).results().map(key -> key.group(1)).toList());
      }
    }
    return keys;
  }

  private static String readme() {
    try {
      return Files.readString(Kustomize.FOLDER.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
