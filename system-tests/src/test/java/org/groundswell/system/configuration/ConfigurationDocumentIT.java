package org.groundswell.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The documented configuration is the configuration. */
class ConfigurationDocumentIT {

  private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
  private static final Path NAMES =
      Path.of("..", "start-checks/src/main/resources/org/groundswell/start/properties.txt");
  private static final boolean WRITE =
      "configuration".equals(System.getProperty("groundswell.write"));
  private static final String COMMAND =
      """
      mvn -pl system-tests -am verify -Dtest=none -Dit.test=ConfigurationDocumentIT \
      -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
      -Dgroundswell.write=configuration\
      """;

  private final ConfigurationDocument document = new ConfigurationDocument(ServiceJar.ALL);

  @Test
  void tellsEveryProperty() throws IOException {
    isTrue(DOCUMENT, document.renew(Files.readString(DOCUMENT)));
  }

  @Test
  void givesTheServicesTheNamesOfAllProperties() throws IOException {
    isTrue(NAMES, String.join("\n", document.names()) + "\n");
  }

  @Test
  void leavesNoPropertyOutOfItsTables() throws IOException {
    assertThat(Files.readString(DOCUMENT))
        .contains(document.names().stream().map(name -> "| `" + name + "` |").toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesTheVariableThatSpringBinds(String property) {
    var environment =
        new SystemEnvironmentPropertySource(
            "systemEnvironment", Map.of(ConfigurationDocument.variable(property), "bound"));

    var binder = new Binder(ConfigurationPropertySources.from(environment));

    assertThat(binder.bind(property, Bindable.of(String.class)).get()).isEqualTo("bound");
  }

  static List<String> names() {
    return new ConfigurationDocument(ServiceJar.ALL).names();
  }

  private static void isTrue(Path file, String made) throws IOException {
    String written = Files.readString(file);
    if (WRITE && !made.equals(written)) {
      Files.writeString(file, made);
    } else if (!made.equals(written)) {
      fail("%s is not what the jars say:%n%s%nRewrite it:%n%s", file, diff(written, made), COMMAND);
    }
  }

  private static String diff(String written, String made) {
    List<String> before = written.lines().toList();
    List<String> after = made.lines().toList();
    var lines = new StringBuilder();
    before.stream().filter(it -> !after.contains(it)).forEach(it -> lines.append("- " + it + "\n"));
    after.stream().filter(it -> !before.contains(it)).forEach(it -> lines.append("+ " + it + "\n"));
    return lines.isEmpty() ? "(only the order of lines)" : lines.toString();
  }
}
