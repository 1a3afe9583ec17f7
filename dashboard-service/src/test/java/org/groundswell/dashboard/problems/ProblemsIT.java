package org.groundswell.dashboard.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.groundswell.dashboard.AlertsDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.listener.auto-startup=false")
class ProblemsIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "from=yesterday                   | from     | yesterday       | not an ISO-8601 instant",
        "to=2026-06-03                    | to       | 2026-06-03      | not an ISO-8601 instant",
        "from=%2B200000-01-01T00:00:00Z   | from     | +200000-01-01T00:00:00Z | years 0001 to 9999",
        "from=2026-06-04T00:00:00Z&to=2026-06-03T00:00:00Z | from | 2026-06-04T00:00:00Z | after to",
        "bbox=1,2,3                       | bbox     | 1,2,3           | four numbers",
        "bbox=1,2,3,4,5                   | bbox     | 1,2,3,4,5       | four numbers",
        "bbox=a,2,3,4                     | bbox     | a,2,3,4         | 'a' is not a number",
        "bbox=NaN,2,3,4                   | bbox     | NaN,2,3,4       | longitude NaN",
        "bbox=-181,2,3,4                  | bbox     | -181,2,3,4      | longitude -181",
        "bbox=1,2,181,4                   | bbox     | 1,2,181,4       | longitude 181",
        "bbox=1,-91,3,4                   | bbox     | 1,-91,3,4       | latitude -91",
        "bbox=1,2,3,91                    | bbox     | 1,2,3,91        | latitude 91",
        "bbox=1,4,3,2                     | bbox     | 1,4,3,2         | north of the northern edge",
        "country=ZZ                       | country  | ZZ              | not a country",
        "country=VE,Peru                  | country  | Peru            | 'PERU' is not a country",
        "country=VE&country=ZZ            | country  | ZZ              | 'ZZ' is not a country",
        "type=protest                     | type     | protest         | not one of PEACEFUL_PROTEST",
        "status=OPEN,HALF                 | status   | OPEN,HALF       | 'HALF' is not one of OPEN, CLOSED",
        "status=OPEN,                     | status   | [OPEN, null]    | empty element",
        "severity=HIGH                    | severity | HIGH            | not one of MINOR",
        "stage=SOON                       | stage    | SOON            | not one of PLANNED, ONGOING",
        "ending=LOST                      | ending   | LOST            | not one of QUIET",
        "plannedFrom=2026-6-3             | plannedFrom | 2026-6-3     | not an ISO-8601 day",
        "plannedTo=%2B999999999-01-01     | plannedTo | +999999999-01-01T00:00:00Z | years 0001 to 9999",
        "plannedFrom=2026-06-04&plannedTo=2026-06-03 | plannedFrom | 2026-06-04 | after plannedTo",
        "size=0                           | size     | 0               | between 1 and 500",
        "size=501                         | size     | 501             | between 1 and 500",
        "size=many                        | size     | many            | not a whole number",
        "size=99999999999                 | size     | 99999999999     | not a whole number",
        "after=xyz                        | after    | xyz             | not the cursor",
        "counrty=VE                       | counrty  | VE              | unknown here",
        "size=1&size=2                    | size     | 1,2             | only once",
        "from=                            | from     | \"\"              | empty",
      })
  void namesTheParameterAndItsValue(String query, String parameter, String value, String reason) {
    JsonNode problem = problem(get("/api/v1/alerts?" + query), 400);

    assertThat(problem.get("type").asString()).isEqualTo("urn:groundswell:problem:bad-parameter");
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.get("value").asString()).isEqualTo(value);
    assertThat(problem.get("detail").asString()).contains("'" + parameter + "'", reason);
  }

  @Test
  void cutsAVeryLongValue() {
    JsonNode problem = problem(get("/api/v1/alerts?country=" + "x".repeat(5000)), 400);

    assertThat(problem.toString()).hasSizeLessThan(1000);
  }

  @Test
  void refusesParametersWhereNoneAreRead() {
    String id = "5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c";

    JsonNode problem = problem(get("/api/v1/alerts/" + id + "?evidence=no"), 400);

    assertThat(problem.get("parameter").asString()).isEqualTo("evidence");
  }

  @ParameterizedTest
  @CsvSource({"5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c", "caracas", "'%27%20or%20true%20--'"})
  void saysWhenThereIsNoSuchAlert(String id) {
    JsonNode problem = problem(get("/api/v1/alerts/" + id), 404);

    assertThat(problem.get("title").asString()).isEqualTo("Not found");
  }

  @Test
  void saysWhenThereIsNoSuchPath() {
    problem(get("/api/v1/incidents"), 404);
  }

  @Test
  void saysWhenAMethodIsNotOffered() {
    problem(client().delete().uri("/api/v1/alerts").exchange(), 405);
  }

  @Test
  void saysWhenATypeIsNotOffered() {
    problem(client().get().uri("/api/v1/alerts").header("Accept", "text/csv").exchange(), 406);
  }

  private ResponseSpec get(String pathAndQuery) {
    return client().get().uri(URI.create("http://localhost:" + port + pathAndQuery)).exchange();
  }

  private static JsonNode problem(ResponseSpec response, int status) {
    String body =
        response
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new JsonMapper().readTree(body);
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
