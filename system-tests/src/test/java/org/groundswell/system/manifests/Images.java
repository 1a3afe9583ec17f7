package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image is named with a version that says what runs, or by its digest. */
final class Images {

  private Images() {}

  static List<String> breaches(Overlay overlay) {
    return Stream.concat(
            Stream.concat(
                overlay.workloads().stream().flatMap(Workload::containers).map(Container::getImage),
                overlay.all(CloudNativePg.Cluster.class).stream()
                    .map(cluster -> cluster.spec().imageName())),
            // Strimzi chooses the image by the version.
            overlay.all(Kafka.class).stream().map(kafka -> "kafka:" + version(kafka)))
        .filter(image -> !pinned(image))
        .toList();
  }

  private static @Nullable String version(Kafka kafka) {
    return kafka.getSpec().getKafka().getVersion();
  }

  private static boolean pinned(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return name.matches(".+@sha256:[0-9a-f]{64}") || name.matches("[^:@]+:v?[0-9][^:@]*");
  }
}
