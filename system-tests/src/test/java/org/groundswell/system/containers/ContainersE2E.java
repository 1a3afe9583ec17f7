package org.groundswell.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the images from the jars of this build and runs the Compose file with the simulated week.
 *
 * <p>Skipped where no Docker engine with Compose answers, and where {@code
 * GROUNDSWELL_TEST_SERVERS} is {@code embedded}; fails there when {@code GROUNDSWELL_REQUIRE} names
 * {@code docker}.
 */
class ContainersE2E {

  private static final List<String> SERVICES = List.of("demo", "nlp-worker", "alert", "dashboard");

  private static Stack stack;

  @BeforeAll
  static void startsEverythingHealthy() throws IOException {
    assumeDocker();
    stack = Stack.withSecrets();
    stack.compose("up", "--detach", "--build", "--wait", "--wait-timeout", "300").orFail();
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void scalesWorkersWithoutPortsThatClashAndRaisesAlerts() {
    stack.compose("up", "--detach", "--no-recreate", "--wait", "--scale", "nlp-worker=3").orFail();

    assertThat(stack.containers("nlp-worker")).hasSize(3);
    await().atMost(Duration.ofMinutes(5)).until(() -> stack.alerts() > 0);
  }

  @Test
  void runsServicesWithoutRootAndWithoutWritableFiles() {
    List<JsonNode> containers =
        SERVICES.stream().map(stack::containers).map(List::getFirst).toList();

    assertThat(containers)
        .allSatisfy(container -> {
          assertThat(container.at("/Config/User").asString()).isEqualTo("10001:10001");
          assertThat(container.at("/HostConfig/ReadonlyRootfs").asBoolean()).isTrue();
          assertThat(container.at("/HostConfig/CapDrop/0").asString()).isEqualTo("ALL");
          assertThat(container.at("/Config/Entrypoint/0").asString()).isEqualTo("java");
          assertThat(container.at("/HostConfig/Memory").asLong()).isPositive();
        });
  }

  @Test
  void keepsSecretsOutOfTheEnvironment() {
    List<JsonNode> environments =
        stack.containers().stream().map(container -> container.at("/Config/Env")).toList();

    assertThat(environments)
        .hasSizeGreaterThan(SERVICES.size())
        .allSatisfy(environment ->
            assertThat(environment.toString()).doesNotContainPattern("(?i)PASSWORD=|SECRET="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "nlp-worker", "alert", "dashboard"})
  void logsOneJsonObjectALine(String service) {
    List<String> lines = stack.logs(service);

    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line ->
            assertThat(JsonMapper.shared().readTree(line).has("@timestamp")).as(line).isTrue());
  }

  /** In this mode the JVM refuses to start when it cannot use the cache. */
  @ParameterizedTest
  @ValueSource(
      strings = {"collector-service", "nlp-worker-service", "alert-service", "dashboard-service"})
  void carriesACacheThatItsJvmAccepts(String service) {
    String options =
        "-XX:AOTMode=on -Dspring.context.exit=onRefresh -Dspring.kafka.admin.auto-create=false"
            + " -Dspring.kafka.admin.fail-fast=false"
            + " -Dspring.flyway.enabled=false -Dspring.jpa.hibernate.ddl-auto=none"
            + " -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"
            + " -Dspring.jpa.properties.jakarta.persistence.database-product-name=PostgreSQL"
            + " -Dgroundswell.collector.author-secret=0123456789abcdef";

    new Commands(Map.of())
        .run(
            "docker",
            "run",
            "--rm",
            "-e",
            "JAVA_TOOL_OPTIONS=" + options,
            "groundswell/" + service + ":0.1.0")
        .orFail();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nlp-worker", "alert", "dashboard"})
  void stopsAtSigtermWithinTheGracePeriod(String service) {
    stack.compose("stop", service).orFail();

    assertThat(stack.containers(service))
        .allSatisfy(
            container -> assertThat(container.at("/State/ExitCode").asInt()).isEqualTo(128 + 15));
    stack.compose("up", "--detach", "--no-recreate", "--wait", service).orFail();
  }

  @Test
  void saysWhichSecretIsMissing() throws IOException {
    try (Stack forgotten = Stack.withoutSecrets()) {
      Commands.Result result = forgotten.compose("up", "--detach", "alert");

      assertThat(result.exitCode()).isNotZero();
      assertThat(result.output()).containsPattern("secrets\\d+/(postgres|owner|reader)");
    }
  }

  private static void assumeDocker() {
    if (System.getenv().getOrDefault("GROUNDSWELL_REQUIRE", "").contains("docker")) {
      assertThat(dockerAnswers()).as("a Docker engine with Compose").isTrue();
    }
    assumeTrue(
        !"embedded".equals(System.getenv("GROUNDSWELL_TEST_SERVERS")) && dockerAnswers(),
        "No Docker engine with Compose answers: images and Compose file are not tested");
  }

  private static boolean dockerAnswers() {
    Commands commands = new Commands(Map.of());
    return commands.run("docker", "info").exitCode() == 0
        && commands.run("docker", "compose", "version").exitCode() == 0;
  }
}
