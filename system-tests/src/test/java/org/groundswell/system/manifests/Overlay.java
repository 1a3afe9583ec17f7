package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an overlay gives to the cluster. */
record Overlay(String name, List<Object> objects) {

  private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

  /** Renders an overlay of the project and reads it strictly. */
  static Overlay rendered(String name) {
    return new Overlay(name, StrictReader.read(text(name)));
  }

  /**
   * Renders an overlay in which every occurrence of a text is another: to see that a rule can be
   * broken.
   */
  static Overlay broken(String name, String right, String wrong) {
    String text = text(name);
    String changed = text.replace(right, wrong);
    assertThat(changed).as("%s without %s", name, right).isNotEqualTo(text);
    return new Overlay(name, StrictReader.read(changed));
  }

  /** Renders an overlay and adds a document to it. */
  static Overlay with(String name, String document) {
    return new Overlay(name, StrictReader.read(text(name) + "\n---\n" + document));
  }

  private static String text(String name) {
    return RENDERED.computeIfAbsent(name, Kustomize::render);
  }

  <T> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns what runs pods of the project's own making. */
  List<Workload> workloads() {
    return Stream.concat(
            all(Deployment.class).stream().map(Workload::of),
            all(StatefulSet.class).stream().map(Workload::of))
        .toList();
  }

  Workload workload(String name) {
    return workloads().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No workload " + name + " in " + this.name));
  }

  Optional<ConfigMap> configMap(String name) {
    return all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals(name))
        .findFirst();
  }
}
