package org.groundswell.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.groundswell.dashboard.alerts.Alert;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Alerts to test with, made from the samples of the topic's contract. */
public final class Alerts {

  /** Where the alert service says what it writes. */
  public static final Path CONTRACT = Path.of("../alert-service/contracts/groundswell.alerts");

  private static final JsonMapper JSON = new JsonMapper();

  private Alerts() {}

  /** Returns every sample of the contract. */
  public static List<Path> samples() {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("samples"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the record of an open alert in Caracas under a new id, changed as told. */
  public static ObjectNode record(Consumer<ObjectNode> change) {
    var alert = (ObjectNode) JSON.readTree(CONTRACT.resolve("samples/open.json"));
    alert.put("id", newId());
    change.accept(alert);
    return alert;
  }

  /** Returns a sample of the contract, changed as told. */
  public static Alert sample(String name, Consumer<ObjectNode> change) {
    var alert = (ObjectNode) JSON.readTree(CONTRACT.resolve("samples/" + name + ".json"));
    change.accept(alert);
    return read(alert);
  }

  /** Returns {@link #record} as this service reads it. */
  public static Alert alert(Consumer<ObjectNode> change) {
    return read(record(change));
  }

  /** Returns a record as this service reads it. */
  public static Alert read(ObjectNode record) {
    return JSON.treeToValue(record, Alert.class);
  }

  /** Returns an id of the form that the alert service gives. */
  public static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Moves an alert to another place. */
  public static Consumer<ObjectNode> at(String name, String country, double lat, double lon) {
    return alert ->
        ((ObjectNode) alert.get("place"))
            .put("name", name)
            .put("country", country)
            .put("countryName", country)
            .put("lat", lat)
            .put("lon", lon);
  }

  /** Moves an alert in time; it was raised at {@code started} too. */
  public static Consumer<ObjectNode> during(String started, String lastSeen) {
    return alert ->
        alert.put("started", started).put("detected", started).put("lastSeen", lastSeen);
  }
}
