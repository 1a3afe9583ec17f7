package org.groundswell.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schema of a topic, to hold records against. */
public final class Contract {

  private final Schema schema;

  private Contract(Schema schema) {
    this.schema = schema;
  }

  public static Contract of(String topic) {
    try {
      String text = Files.readString(Path.of("contracts", topic, "schema.json"));
      return new Contract(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void assertKept(PostsTopic.Entry entry) {
    assertKept(entry.value().toString());
  }

  public void assertKept(String json) {
    assertThat(
            schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as(json)
        .isEmpty();
  }
}
