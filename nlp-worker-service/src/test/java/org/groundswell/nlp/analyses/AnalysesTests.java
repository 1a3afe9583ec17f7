package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.groundswell.nlp.language.LanguageDetector;
import org.groundswell.nlp.pipeline.PostAnalysis;
import org.groundswell.nlp.places.PlaceFinder;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.StageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface of a running server, with the service's own models, and without Kafka. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = AnalysesTests.WithoutKafka.class,
    properties = {
      "groundswell.nlp.analyses.max-body=100KB",
      "groundswell.nlp.analyses.max-lines=20",
      "management.endpoint.health.validate-group-membership=false"
    })
class AnalysesTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MARCH =
      "{\"text\":\"@someone ✊ Mañana a las 10 marchamos &amp; gritamos en Buenos Aires #Paro\","
          + "\"createdAt\":\"2026-06-03T23:30:00Z\"}";

  @LocalServerPort private int port;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
  @ConfigurationPropertiesScan("org.groundswell.nlp")
  @ComponentScan(
      basePackageClasses = {
        AnalysesController.class,
        PostAnalysis.class,
        TextReader.class,
        LanguageDetector.class,
        UnrestScorer.class,
        StageReader.class,
        PlaceFinder.class
      },
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(Tests|IT|Eval|Context)(\\$.*)?"))
  static class WithoutKafka {

    @Bean
    Clock wallClock() {
      return Clock.systemUTC();
    }
  }

  @Test
  void tellsWhatAPostIsAbout() throws Exception {
    JsonNode answer = one(MARCH);

    assertThat(answer.path("language").asString()).isEqualTo("es");
    assertThat(answer.path("unrest").path("type").asString()).isEqualTo("PEACEFUL_PROTEST");
    assertThat(answer.path("unrest").path("probability").asDouble()).isBetween(0.5, 1.0);
    assertThat(answer.path("stage").asString()).isEqualTo("PLANNED");
    assertThat(answer.path("eventDate").asString()).isEqualTo("2026-06-04");
    assertThat(answer.path("eventTime").asString()).startsWith("10:00");
    assertThat(answer.path("signature").asString()).matches("[0-9a-f]{16}");
    assertThat(answer.path("modelVersion").asString()).matches("\\d{4}\\.\\d{2}-[0-9a-f]{8}");
    assertThat(answer.path("outcome").path("result").asString()).isEqualTo("forwarded");
    assertThat(answer.has("explanation")).isFalse();
  }

  @Test
  void tellsWhereANameStandsInTheTextAsItCame() throws Exception {
    String text = JSON.readTree(MARCH).path("text").asString();

    JsonNode place = one(MARCH).path("places").get(0);

    assertThat(place.path("name").asString()).isEqualTo("Buenos Aires");
    assertThat(place.path("country").asString()).isEqualTo("AR");
    assertThat(place.path("precision").asString()).isEqualTo("TOWN");
    assertThat(text.substring(place.path("start").asInt(), place.path("end").asInt()))
        .isEqualTo("Buenos Aires");
  }

  @Test
  void examinesAlsoWhatAWorkerWouldDrop() throws Exception {
    JsonNode answer = one("{\"text\":\"What a lovely cup of coffee in Paris this morning\"}");

    assertThat(answer.path("unrest").path("type").asString()).isEqualTo("NONE");
    assertThat(answer.path("outcome").path("reason").asString()).isEqualTo("no_unrest");
    assertThat(answer.path("places").get(0).path("name").asString()).isEqualTo("Paris");
  }

  @Test
  void usesCoordinatesAndTheProfile() throws Exception {
    String post = "{\"text\":\"they are shooting at the march\",%s}";

    JsonNode there = one(post.formatted("\"lat\":-1.286,\"lon\":36.817"));
    JsonNode home = one(post.formatted("\"profileLocation\":\"Lagos, Nigeria\""));

    assertThat(there.path("places").get(0).path("how").asString()).isEqualTo("COORDINATES");
    assertThat(there.path("places").get(0).path("country").asString()).isEqualTo("KE");
    assertThat(home.path("places").get(0).path("how").asString()).isEqualTo("PROFILE");
    assertThat(home.path("places").get(0).path("country").asString()).isEqualTo("NG");
  }

  @Test
  void explainsEachStep() throws Exception {
    JsonNode explanation =
        JSON.readTree(post("?explain=true", "application/json", MARCH).body()).path("explanation");

    assertThat(explanation.path("clean").asString()).startsWith("✊ Mañana a las 10 marchamos &");
    assertThat(explanation.path("clues").size()).isPositive();
    assertThat(explanation.path("consideredPlaces").size()).isPositive();
    assertThat(explanation.path("microseconds").propertyNames())
        .containsExactly("text", "language", "scoring", "timing", "places");
  }

  @Test
  void answersLinesInTheirOrderAndABadOneInItsPlace() throws Exception {
    String lines =
        "{\"id\":1,\"text\":\"a\"}\n\n{\"text\":5}\nnonsense\n{\"id\":\"x\",\"text\":\"b\"}";

    HttpResponse<String> response = post("", "application/x-ndjson", lines);

    List<JsonNode> answers = response.body().lines().map(JSON::readTree).toList();
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).path("id").asString()).isEqualTo("1");
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(3);
    assertThat(answers.get(1).path("field").asString()).isEqualTo("text");
    assertThat(answers.get(2).path("field").asString()).isEqualTo("body");
    assertThat(answers.get(3).path("id").asString()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                        | text      |
          {"text":null}                             | text      |
          {"text":["a"]}                            | text      | ["a"]
          {"text":"a","lat":1}                      | lon       |
          {"text":"a","lat":91,"lon":0}             | lat       | 91
          {"text":"a","lat":"x","lon":0}            | lat       | "x"
          {"text":"a","createdAt":"noon"}           | createdAt | noon
          {"text":"a","language":7}                 | language  | 7
          []                                        | body      | ARRAY
          """)
  void namesTheFieldAndItsValue(String body, String field, String value) throws Exception {
    HttpResponse<String> response = post("", "application/json", body);

    JsonNode problem = JSON.readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("value").asString(null)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "?explain=maybe, application/json, 400",
    "'', text/plain, 415",
  })
  void answersWhatSpringRefusesAsAProblem(String query, String type, int status) throws Exception {
    HttpResponse<String> response = post(query, type, "{\"text\":\"a\"}");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    String long_ = "{\"text\":\"" + "a".repeat(20_001) + "\"}";

    assertThat(post("", "application/json", long_).statusCode()).isEqualTo(400);
    assertThat(post("", "application/json", " ".repeat(110_000)).statusCode()).isEqualTo(413);
    assertThat(post("", "application/x-ndjson", "\n".repeat(30)).statusCode()).isEqualTo(413);
  }

  @Test
  void servesNobodyBehindAProxyWithoutAToken() throws Exception {
    HttpRequest request =
        request("", "application/json", MARCH).header("X-Forwarded-For", "1.2.3.4").build();

    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  private JsonNode one(String body) throws Exception {
    HttpResponse<String> response = post("", "application/json", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> post(String query, String type, String body) throws Exception {
    return send(request(query, type, body).build());
  }

  private HttpRequest.Builder request(String query, String type, String body) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:%d/api/v1/analyses%s".formatted(port, query)))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
