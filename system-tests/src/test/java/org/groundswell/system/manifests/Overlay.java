package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
   * broken. But not in its CronJobs, where a pod is indented otherwise, so that the change would
   * break the form and not the rule.
   */
  static Overlay broken(String name, String right, String wrong) {
    String text = text(name);
    String changed =
        Arrays.stream(text.split("(?m)^---\n"))
            .map(document ->
                document.contains("\nkind: CronJob\n") ? document : document.replace(right, wrong))
            .collect(Collectors.joining("---\n"));
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
    return Stream.of(
            all(Deployment.class).stream().map(Workload::of),
            all(StatefulSet.class).stream().map(Workload::of),
            all(CronJob.class).stream().map(Workload::of))
        .flatMap(own -> own)
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
