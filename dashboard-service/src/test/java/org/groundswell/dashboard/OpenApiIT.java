package org.groundswell.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.listener.auto-startup=false")
class OpenApiIT {

  @LocalServerPort private int port;

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void describesThePathsThatAreServed() {
    Set<String> served =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(path -> path.startsWith("/api/"))
            .collect(Collectors.toSet());

    assertThat(document().get("paths").propertyNames())
        .containsExactlyInAnyOrderElementsOf(served)
        .isNotEmpty();
  }

  @Test
  void describesEveryParameter() {
    JsonNode parameters = document().at("/paths/~1api~1v1~1alerts/get/parameters");

    assertThat(parameters.valueStream().map(parameter -> parameter.get("name").asString()))
        .containsExactlyInAnyOrder(
            "from",
            "to",
            "bbox",
            "country",
            "type",
            "status",
            "severity",
            "stage",
            "ending",
            "plannedFrom",
            "plannedTo",
            "size",
            "after");
    assertThat(parameters.valueStream())
        .allSatisfy(parameter -> {
          assertThat(parameter.get("in").asString()).isEqualTo("query");
          assertThat(parameter.get("description").asString()).isNotBlank();
          assertThat(parameter.get("required").asBoolean()).isFalse();
          assertThat(parameter.at("/schema/type").toString())
              .containsAnyOf("string", "array", "integer");
        });
  }

  @Test
  void describesBothFormsOfTheList() {
    JsonNode content = document().at("/paths/~1api~1v1~1alerts/get/responses/200/content");

    assertThat(content.propertyNames())
        .containsExactlyInAnyOrder("application/json", "application/geo+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acknowledgement", "dismissal", "comments"})
  void describesWhatACommandTakes(String command) {
    JsonNode post = document().at("/paths/~1api~1v1~1alerts~1{id}~1" + command + "/post");

    assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asString())
        .endsWith("/Remark");
    assertThat(post.at("/responses").propertyNames())
        .contains("202", "400", "401", "403", "404", "409", "413", "422", "429", "503");
    assertThat(post.at("/parameters").findValuesAsString("name"))
        .containsExactlyInAnyOrder("id", "Idempotency-Key");
  }

  @Test
  void describesTheFormOfACapMessage() {
    JsonNode content =
        document().at("/paths/~1api~1v1~1alerts~1{id}~1cap/get/responses/200/content");

    assertThat(content.propertyNames()).containsExactly("application/cap+xml");
  }

  private JsonNode document() {
    String body =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new JsonMapper().readTree(body);
  }
}
