package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.groundswell.nlp.intake.Incoming.Tick;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WatermarkTests {

  private static final Path CONTRACT = Path.of("contracts/groundswell.signals");
  private static final Instant TIME = Instant.parse("2026-06-03T14:05:00Z");
  private static final Instant STARTED = Instant.parse("2026-06-01T00:00:00Z");

  private final JsonMapper json = new JsonMapper();

  @Test
  void looksLikeTheSample() throws IOException {
    var watermark =
        Watermark.of(new CollectorClock("collector", 2, 4, TIME, STARTED, Coverage.NONE));

    assertThat(json.readTree(json.writeValueAsString(watermark)))
        .isEqualTo(json.readTree(Files.readString(CONTRACT.resolve("samples/watermark.json"))));
    assertThat(watermark.key()).isEqualTo("watermark:collector:2");
  }

  @Test
  void passesOnWhatTheCollectorHasSeen() throws IOException {
    byte[] clock =
        Files.readAllBytes(
            Path.of(
                "../collector-service/contracts/groundswell.posts/samples/clock-coverage.json"));
    String sample = Files.readString(CONTRACT.resolve("samples/watermark-coverage.json"));

    assertThat(PostsReader.read(clock))
        .isInstanceOfSatisfying(
            Tick.class,
            tick ->
                assertThat(json.readTree(json.writeValueAsString(Watermark.of(tick.clock()))))
                    .isEqualTo(json.readTree(sample)));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("schema.json")))
                .validate(sample, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void isAllowedByTheContractWithoutStart() throws IOException {
    var watermark = Watermark.of(new CollectorClock("collector", 2, 4, TIME, null, Coverage.NONE));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(CONTRACT.resolve("schema.json")));

    assertThat(schema.validate(json.writeValueAsString(watermark), InputFormat.JSON)).isEmpty();
  }
}
