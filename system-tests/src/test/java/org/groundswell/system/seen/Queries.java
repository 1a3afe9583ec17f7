package org.groundswell.system.seen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the rules ask of Prometheus, and what else their files say. */
final class Queries {

  static final Path ROOT = Path.of("..");
  static final Path RULES = ROOT.resolve("monitoring/rules.yml");
  static final Path KUBERNETES_RULES = ROOT.resolve("k8s/components/monitoring/rules.yaml");
  static final Path DASHBOARD =
      ROOT.resolve("k8s/components/monitoring/dashboards/groundswell.json");

  private Queries() {}

  static Map<String, Object> yaml(Path file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
  }

  /** Returns every rule of a set of groups. */
  static List<JsonNode> rules() {
    return JsonMapper.shared().valueToTree(yaml(RULES)).findValues("rules").stream()
        .flatMap(JsonNode::valueStream)
        .toList();
  }

  static JsonNode dashboard() {
    return JsonMapper.shared().readTree(text(DASHBOARD));
  }

  /** Returns every query of the dashboard and of the rules. */
  static List<String> all() {
    return Stream.concat(
            dashboard().findValues("expr").stream(), rules().stream().map(rule -> rule.get("expr")))
        .map(JsonNode::asString)
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
