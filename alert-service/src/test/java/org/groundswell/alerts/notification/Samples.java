package org.groundswell.alerts.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.wire.JsonSerde;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Alerts as the contract has them, changed where a test wants it, and properties likewise. */
final class Samples {

  private static final JsonMapper JSON = new JsonMapper();

  private Samples() {}

  /** The contract's open alert: a protest in Caracas, moderate and likely. */
  static Alert alert(Consumer<ObjectNode> change) {
    return JsonSerde.of(Alert.class).read(json(change));
  }

  static byte[] json(Consumer<ObjectNode> change) {
    try {
      var alert =
          (ObjectNode)
              JSON.readTree(
                  Files.readAllBytes(Path.of("contracts/groundswell.alerts/samples/open.json")));
      change.accept(alert);
      return JSON.writeValueAsBytes(alert);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** One revision of an alert, with what it tells. */
  static Consumer<ObjectNode> revision(String id, int revision, String change) {
    return alert -> alert.put("id", id).put("revision", revision).put("change", change);
  }

  static Consumer<ObjectNode> closed(String id, int revision, String ending) {
    return revision(id, revision, "CLOSED")
        .andThen(alert ->
            alert
                .put("status", "CLOSED")
                .put("closed", "2026-06-03T21:10:00Z")
                .put("ending", ending));
  }

  static NotificationProperties properties(Map<String, String> set) {
    return new Binder(new MapConfigurationPropertySource(set))
        .bindOrCreate("groundswell.alerts.notification", NotificationProperties.class);
  }

  static NotificationProperties withTimeout(Duration timeout) {
    return properties(Map.of("groundswell.alerts.notification.timeout", timeout.toString()));
  }
}
