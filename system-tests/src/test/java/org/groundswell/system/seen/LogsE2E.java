package org.groundswell.system.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs are JSON, know their service and their trace, and never hold what people wrote. */
class LogsE2E {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final SeenSystem SYSTEM = SeenSystem.shared();

  /** What each reader cannot use, and what the database refuses for a character that it has not. */
  @BeforeAll
  static void writeWhatCannotBeUsed() {
    await()
        .atMost(PATIENCE)
        .until(() ->
            !SYSTEM.get("dashboard-service", "/api/v1/alerts").isEmpty()
                && SYSTEM.get("dashboard-service", "/api/v1/alerts").contains("Caracas"));
    List<String> unusable =
        List.of(
            "%s".formatted(SeenSystem.MARK),
            "{\"kind\":\"%s\"}".formatted(SeenSystem.MARK),
            "{\"kind\":\"post\",\"source\":\"%s!\",\"text\":\"%s\"}"
                .formatted(SeenSystem.MARK, SeenSystem.MARK),
            "{\"kind\":\"signal\",\"scope\":\"%s\"}".formatted(SeenSystem.MARK),
            "{\"scope\":\"%s\",\"eventTime\":\"%s\",\"id\":\"%s\"}"
                .formatted(SeenSystem.MARK, SeenSystem.MARK, SeenSystem.MARK));
    for (String topic : List.of("posts", "signals", "deletions", "alerts")) {
      unusable.forEach(value -> SYSTEM.write("groundswell." + topic, value, TRACEPARENT));
    }
    SYSTEM.write("groundswell.alerts", refusedByTheDatabase(), TRACEPARENT);
    await().atMost(PATIENCE).until(LogsE2E::allIsLogged);
  }

  @Test
  void neverHoldWhatPeopleWrote() {
    for (String service : SYSTEM.services()) {
      assertThat(SYSTEM.log(service)).as(service).isNotEmpty().doesNotContain(SeenSystem.MARK);
    }
  }

  @Test
  void areJsonThatNamesTheServiceAndItsVersion() {
    for (String service : SYSTEM.services()) {
      assertThat(lines(service))
          .as(service)
          .isNotEmpty()
          .allSatisfy(line -> {
            assertThat(line.at("/service/name").asString()).isEqualTo(service);
            assertThat(line.at("/service/version").asString()).isNotEmpty();
            assertThat(line.at("/@timestamp").asString()).isNotEmpty();
          });
    }
  }

  @Test
  void tellTheTraceThatTheyBelongTo() {
    assertThat(lines("dashboard-service"))
        .filteredOn(line -> line.at("/message").asString("").startsWith("Cannot read"))
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.findValue("trace.id").asString()).isEqualTo(TRACE);
          assertThat(line.findValue("span.id").asString()).isNotEmpty();
        });
  }

  private static boolean allIsLogged() {
    return count("alert-service", "Unreadable: ") >= 10
        && count("alert-service", "Not stored: ") >= 6
        && count("dashboard-service", "Cannot read ") >= 5;
  }

  private static long count(String service, String text) {
    return SYSTEM.log(service).lines().filter(line -> line.contains(text)).count();
  }

  private static List<JsonNode> lines(String service) {
    return SYSTEM
        .log(service)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private static String refusedByTheDatabase() {
    try {
      String sample =
          java.nio.file.Files.readString(
              java.nio.file.Path.of(
                  "..", "alert-service/contracts/groundswell.alerts/samples/open.json"));
      return sample.replaceFirst(
          "\"headline\"\\s*:\\s*\"", "\"headline\":\"" + SeenSystem.MARK + "\\\\u0000");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
