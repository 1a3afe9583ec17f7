package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.wire.JsonSerde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every sample that the other services promise, and writes what its own schema promises. */
public class ContractTests {

  private static final Path OWN = Path.of("contracts/groundswell.alerts");

  @ParameterizedTest
  @MethodSource("signals")
  void readsEverySampleOfSignals(Path sample) throws IOException {
    SignalRecord message = JsonSerde.of(SignalRecord.class).read(Files.readAllBytes(sample));

    switch (message) {
      case Signal signal -> assertThat(signal.place().level()).isEqualTo(signal.scope());
      case Watermark watermark -> assertThat(watermark.partitions()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void readsEverySampleOfDeletions(Path sample) throws IOException {
    assertThat(JsonSerde.of(Deletion.class).read(Files.readAllBytes(sample)).named()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void readsAndWritesEverySampleOfAlerts(Path sample) throws IOException {
    JsonSerde<Alert> serde = JsonSerde.of(Alert.class);
    Alert alert = serde.read(Files.readAllBytes(sample));

    assertThat(serde.read(serde.write(alert))).isEqualTo(alert);
    assertConforms(alert);
  }

  /** Used by every test that has real alerts at hand. */
  public static void assertConforms(Alert alert) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(OWN.resolve("schema.json")), InputFormat.JSON);
    String json = new String(JsonSerde.of(Alert.class).write(alert), StandardCharsets.UTF_8);
    assertThat(
            schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
  }

  static List<Path> signals() throws IOException {
    return samples(Path.of("../nlp-worker-service/contracts/groundswell.signals/samples"));
  }

  static List<Path> deletions() throws IOException {
    return samples(Path.of("../collector-service/contracts/groundswell.deletions/samples"));
  }

  static List<Path> alerts() throws IOException {
    return samples(OWN.resolve("samples"));
  }

  private static List<Path> samples(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
