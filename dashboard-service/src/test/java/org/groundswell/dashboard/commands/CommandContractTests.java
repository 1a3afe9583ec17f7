package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service writes is what the contract says. */
class CommandContractTests {

  private static final Path CONTRACT = Path.of("contracts", CommandTopic.NAME);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALERT = "5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c";

  @ParameterizedTest
  @ValueSource(strings = {"acknowledge", "dismiss", "comment"})
  void writesEverySampleAsItIs(String name) throws IOException {
    String sample = Files.readString(CONTRACT.resolve("samples/" + name + ".json"));

    Command command = JSON.readValue(sample, Command.class);

    assertThat(JSON.readTree(JSON.writeValueAsBytes(command))).isEqualTo(JSON.readTree(sample));
    assertThat(faults(sample)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ACKNOWLEDGE,,",
    "ACKNOWLEDGE, night desk, 'two\nlines'",
    "DISMISS,, a",
    "COMMENT, b, c"
  })
  void writesWhatTheSchemaAllows(CommandKind kind, @Nullable String by, @Nullable String text)
      throws IOException {
    String id = IdempotencyKey.of(null).commandFor(ALERT);

    var command =
        new Command(id, kind, ALERT, "VE", Instant.parse("2026-06-03T14:00:00Z"), by, text);

    assertThat(faults(JSON.writeValueAsString(command))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id':'a b','kind':'COMMENT','alert':'5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c','country':'VE','at':'2026-06-03T14:00:00Z','text':'a'}",
        "{'id':'a','kind':'COMMENT','alert':'5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c','country':'VE','at':'2026-06-03T14:00:00Z'}",
        "{'id':'a','kind':'CLOSE','alert':'5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c','country':'VE','at':'2026-06-03T14:00:00Z'}"
      })
  void hasASchemaThatRefusesSomething(String record) throws IOException {
    assertThat(faults(record.replace('\'', '"'))).isNotEmpty();
  }

  @Test
  void knowsEveryKind() throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(CONTRACT.resolve("schema.json")));

    assertThat(schema.at("/properties/kind/enum").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(Arrays.stream(CommandKind.values()).map(Enum::name).toList());
  }

  @Test
  void callsARequestAndItsRepeatsTheSame() {
    String once = IdempotencyKey.of("shift-7").commandFor(ALERT);

    assertThat(IdempotencyKey.of("shift-7").commandFor(ALERT)).isEqualTo(once);
    assertThat(IdempotencyKey.of("shift-8").commandFor(ALERT)).isNotEqualTo(once);
    assertThat(IdempotencyKey.of("shift-7").commandFor("0" + ALERT.substring(1)))
        .isNotEqualTo(once);
  }

  private static List<Error> faults(String record) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(CONTRACT.resolve("schema.json")), InputFormat.JSON);
    return schema.validate(record, InputFormat.JSON);
  }
}
