package org.groundswell.system.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The rules, the dashboard and what Prometheus is told. */
class MonitoringIT {

  /** Names the programs that must be there, separated by commas. */
  private static final String REQUIRED = "GROUNDSWELL_REQUIRE";

  private static final Path MONITORING = Queries.ROOT.resolve("monitoring");

  @Test
  void hasOneSetOfRulesForComposeAndKubernetes() {
    assertThat(Queries.yaml(Queries.KUBERNETES_RULES).get("spec"))
        .isEqualTo(Queries.yaml(Queries.RULES));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void tellsForEveryRuleHowBadWhatAndWhatToDo(JsonNode rule) {
    assertThat(rule.at("/alert").asString()).startsWith("Groundswell");
    assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
    assertThat(rule.at("/for").asString()).matches("\\d+m");
    assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
    assertThat(rule.at("/annotations/description").asString()).isNotBlank();
    assertThat(rule.at("/annotations/runbook").asString()).startsWith("docs/operations.md#");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pointsToAChapterOfTheOperationsGuide(JsonNode rule) {
    Path guide = Queries.ROOT.resolve("docs/operations.md");
    Assumptions.assumeTrue(Files.exists(guide), "There is no operations guide yet");
    List<String> anchors =
        Queries.text(guide)
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(MonitoringIT::anchor)
            .toList();

    assertThat(anchors)
        .contains(rule.at("/annotations/runbook").asString().replaceFirst(".*#", ""));
  }

  @Test
  void tellsInEveryPanelWhatItShowsOnce() {
    List<JsonNode> panels = Queries.dashboard().get("panels").valueStream().toList();

    assertThat(panels.stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
    assertThat(panels.stream().filter(panel -> !panel.get("type").asString().equals("row")))
        .allSatisfy(panel -> {
          assertThat(panel.get("title").asString()).isNotBlank();
          assertThat(panel.get("targets").valueStream().toList()).isNotEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("promtoolCommands")
  void isUnderstoodByPrometheusItself(List<String> command) throws Exception {
    requirePromtool();
    Process promtool =
        new ProcessBuilder(command)
            .directory(MONITORING.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes());

    assertThat(promtool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(promtool.exitValue()).as(said).isZero();
  }

  static List<List<String>> promtoolCommands() {
    return List.of(
        List.of("promtool", "check", "config", "--syntax-only", "prometheus.yml"),
        List.of("promtool", "check", "rules", "rules.yml"),
        List.of("promtool", "test", "rules", "rules-test.yml"));
  }

  static Stream<JsonNode> rules() {
    return Queries.rules().stream();
  }

  /** As GitHub makes anchors of headings. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static void requirePromtool() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    boolean required =
        Arrays.asList(System.getenv().getOrDefault(REQUIRED, "").split(",")).contains("promtool");
    assertThat(there || !required).as("promtool is required by " + REQUIRED).isTrue();
    Assumptions.assumeTrue(there, "promtool is not on the PATH; install Prometheus to run this");
  }
}
