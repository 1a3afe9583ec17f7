package org.groundswell.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadmeTests {

  private static final Path METADATA =
      Path.of("target/classes/META-INF/spring-configuration-metadata.json");

  @Test
  void tellsEveryPropertyWithItsVariableAndDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    JsonNode properties = new JsonMapper().readTree(Files.readString(METADATA)).get("properties");

    assertThat(properties.valueStream()).hasSize(8).allSatisfy(it -> assertTold(it, readme));
  }

  private static void assertTold(JsonNode property, String readme) {
    String name = property.get("name").asString();
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    String defaultValue = property.get("defaultValue").asString();
    assertThat(readme).contains("| `%s` | `%s` | `%s` |".formatted(name, variable, defaultValue));
  }
}
