package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A variable of a service sets a property that the service has. One that only lends its value to
 * another, by {@code $(NAME)}, need not.
 */
final class Variables {

  private static final Pattern SERVICE = Pattern.compile("groundswell/(.+):.+");

  /** Of the JVM itself. */
  private static final Set<String> OTHERS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private Variables() {}

  static List<String> breaches(Overlay overlay) {
    return overlay.workloads().stream()
        .flatMap(Workload::containers)
        .flatMap(container -> breaches(overlay, container))
        .toList();
  }

  private static Stream<String> breaches(Overlay overlay, Container container) {
    Matcher service = SERVICE.matcher(container.getImage());
    if (!service.matches()) {
      return Stream.empty();
    }
    KnownProperties known = KnownProperties.of(service.group(1));
    return names(overlay, container)
        .filter(name -> !known.have(name) && !OTHERS.contains(name) && !lent(name, container))
        .map(name -> container.getName() + ": " + name);
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
