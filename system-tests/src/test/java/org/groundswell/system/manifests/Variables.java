package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;

/**
 * A variable of a service sets a property that the service has, one of Kafka a setting of a broker,
 * one of PostgreSQL something that is read. One that only lends its value to another, by {@code
 * $(NAME)}, need not.
 */
final class Variables {

  private static final Pattern SERVICE = Pattern.compile("groundswell/(.+):.+");

  /** Of the JVM itself. */
  private static final Set<String> OF_JAVA = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  /** Of the image {@code apache/kafka}, beside {@code KAFKA_} and the name of a setting. */
  private static final Set<String> OF_KAFKA = Set.of("CLUSTER_ID", "KAFKA_HEAP_OPTS");

  /** Of the image {@code postgres}. */
  private static final Set<String> OF_POSTGRES =
      Set.of("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB", "POSTGRES_INITDB_ARGS");

  private Variables() {}

  static List<String> breaches(Overlay overlay) {
    return overlay.workloads().stream()
        .flatMap(Workload::containers)
        .flatMap(container -> breaches(overlay, container))
        .toList();
  }

  private static Stream<String> breaches(Overlay overlay, Container container) {
    Predicate<String> known = known(overlay, container);
    return names(overlay, container)
        .filter(name -> !known.test(name) && !lent(name, container))
        .map(name -> container.getName() + ": " + name);
  }

  private static Predicate<String> known(Overlay overlay, Container container) {
    Matcher service = SERVICE.matcher(container.getImage());
    if (service.matches()) {
      KnownProperties properties = KnownProperties.of(service.group(1));
      return name -> OF_JAVA.contains(name) || properties.have(name);
    }
    return switch (container.getName()) {
      case "kafka" -> name -> OF_KAFKA.contains(name) || setsBroker(name);
      case "postgres" -> name -> OF_POSTGRES.contains(name) || isRead(name, overlay);
      default -> throw new IllegalArgumentException("Whose is " + container.getImage() + "?");
    };
  }

  private static boolean setsBroker(String name) {
    String setting = name.replaceFirst("KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.');
    return name.startsWith("KAFKA_") && KafkaConfig.configDef().names().contains(setting);
  }

  /** Whether the script that makes the roles reads a variable. */
  private static boolean isRead(String name, Overlay overlay) {
    return overlay.all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().startsWith("postgres-init"))
        .flatMap(map -> map.getData().values().stream())
        .anyMatch(script -> script.contains("$" + name));
  }

  private static Stream<String> names(Overlay overlay, Container container) {
    Stream<String> configured =
        container.getEnvFrom().stream()
            .flatMap(source -> overlay.configMap(source.getConfigMapRef().getName()).stream())
            .map(ConfigMap::getData)
            .flatMap(data -> data.keySet().stream());
    return Stream.concat(configured, container.getEnv().stream().map(EnvVar::getName));
  }

  private static boolean lent(String name, Container container) {
    return container.getEnv().stream()
        .map(EnvVar::getValue)
        .filter(Objects::nonNull)
        .anyMatch(value -> value.contains("$(" + name + ")"));
  }
}
