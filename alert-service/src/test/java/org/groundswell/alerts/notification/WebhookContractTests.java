package org.groundswell.alerts.notification;

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
import org.groundswell.alerts.wire.JsonSerde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What webhooks are sent is what their contract says. */
class WebhookContractTests {

  private static final Path CONTRACT = Path.of("contracts/notification-webhook");
  private static final JsonMapper JSON = new JsonMapper();

  /** Nothing is lost or added between a sample and what would be written of it. */
  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsWhatWouldBeSent(Path sample) throws IOException {
    JsonSerde<Message> serde = JsonSerde.of(Message.class);
    String written =
        new String(serde.write(serde.read(Files.readAllBytes(sample))), StandardCharsets.UTF_8);

    assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(Files.readAllBytes(sample)));
    assertConforms(written);
  }

  @Test
  void anAlertWithoutItsAlertDoesNotConform() throws IOException {
    String json = Files.readString(CONTRACT.resolve("samples/test.json"));

    assertThat(problems(json.replace("\"TEST\"", "\"ALERT\""))).isNotEmpty();
  }

  /** Used by every test that has real messages at hand. */
  static void assertConforms(String json) {
    assertThat(problems(json)).isEmpty();
  }

  private static List<com.networknt.schema.Error> problems(String json) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(CONTRACT.resolve("schema.json")), InputFormat.JSON)
          .validate(
              json,
              InputFormat.JSON,
              context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("samples"))) {
      return files.sorted().toList();
    }
  }
}
