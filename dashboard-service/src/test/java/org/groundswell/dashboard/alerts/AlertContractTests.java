package org.groundswell.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.groundswell.dashboard.Alerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** This service reads what the alert service says it writes. */
class AlertContractTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCHEMA = Alerts.CONTRACT.resolve("schema.json");

  static List<Path> samples() {
    return Alerts.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsEverySample(Path sample) throws IOException {
    Alert alert = JSON.readValue(Files.readString(sample), Alert.class);

    assertThat(JSON.readTree(JSON.writeValueAsString(alert))).isEqualTo(asWritten(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsAlertsInTheFormOfTheContract(Path sample) throws IOException {
    Alert alert = JSON.readValue(Files.readString(sample), Alert.class);

    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    assertThat(schema.validate(JSON.writeValueAsString(alert), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ignoresFieldsThatComeLater(Path sample) throws IOException {
    var later = (ObjectNode) JSON.readTree(Files.readString(sample));
    later.put("invented", "later");

    var lenient = JSON.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    assertThat(lenient.treeToValue(later, Alert.class).id()).isEqualTo(later.get("id").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "/properties/eventType/enum,                           org.groundswell.dashboard.alerts.EventType",
    "/properties/status/enum,                              org.groundswell.dashboard.alerts.Alert$Status",
    "/properties/stage/enum,                               org.groundswell.dashboard.alerts.Alert$Stage",
    "/properties/severity/enum,                            org.groundswell.dashboard.alerts.Alert$Severity",
    "/properties/urgency/enum,                             org.groundswell.dashboard.alerts.Alert$Urgency",
    "/properties/certainty/enum,                           org.groundswell.dashboard.alerts.Alert$Certainty",
    "/properties/change/enum,                              org.groundswell.dashboard.alerts.Alert$Change",
    "/properties/ending/enum,                              org.groundswell.dashboard.alerts.Alert$Ending",
    "/properties/place/properties/level/enum,              org.groundswell.dashboard.alerts.Alert$Level",
  })
  void knowsEveryWordOfTheContract(String pointer, Class<? extends Enum<?>> words)
      throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(SCHEMA));

    assertThat(schema.at(pointer).valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(
            Arrays.stream(words.getEnumConstants()).map(Enum::name).toList());
  }

  @Test
  void hasNoRoomForAnAuthorsKey() throws IOException {
    String sample = Files.readString(Alerts.CONTRACT.resolve("samples/open.json"));
    assertThat(sample).contains("authorKey");

    Alert alert = JSON.readValue(sample, Alert.class);

    assertThat(JSON.writeValueAsString(alert)).doesNotContain("authorKey");
  }

  /** Returns the sample without author keys, and with a day of 24 hours as Java writes it. */
  private static JsonNode asWritten(Path sample) throws IOException {
    JsonNode alert = JSON.readTree(Files.readString(sample));
    alert.get("evidence").forEach(evidence -> ((ObjectNode) evidence).remove("authorKey"));
    alert
        .path("windows")
        .forEach(it ->
            ((ObjectNode) it)
                .put("window", Duration.parse(it.get("window").asString()).toString()));
    return alert;
  }
}
