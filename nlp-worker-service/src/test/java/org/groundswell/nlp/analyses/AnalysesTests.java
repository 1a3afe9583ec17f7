package org.groundswell.nlp.analyses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.nlp.analyses.Caller.problem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Post;
import org.groundswell.nlp.pipeline.PostAnalysis;
import org.groundswell.nlp.pipeline.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real requests to the real pipeline; nothing but Kafka is left out. */
@SpringBootTest(
    classes = ServerWithoutKafka.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoint.health.validate-group-membership=false",
      "groundswell.nlp.analyses.max-body=100KB",
      "groundswell.nlp.analyses.max-lines=600",
      "groundswell.nlp.analyses.max-concurrent=1"
    })
class AnalysesTests {

  private static final String UNREST =
      "Thousands protest in Caracas right now, police fired tear gas at the crowd";
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired private PostAnalysis analysis;

  private Caller caller;

  @BeforeEach
  void open() {
    caller = new Caller(port);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void answersWithAllThatIsToldOfAText() throws Exception {
    JsonNode answer = caller.analysedText(UNREST);

    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrder(
            "language",
            "unrest",
            "stage",
            "eventDate",
            "eventTime",
            "places",
            "signature",
            "modelVersion",
            "outcome");
    assertThat(answer.path("language").asString()).isEqualTo("en");
    assertThat(answer.at("/unrest/probability").asDouble()).isBetween(0.5, 1.0);
    assertThat(answer.at("/unrest/type").asString()).isEqualTo("PROTEST_WITH_INTERVENTION");
    assertThat(answer.path("stage").asString()).isEqualTo("ONGOING");
    assertThat(answer.path("signature").asString()).matches("[0-9a-f]{16}");
    assertThat(answer.path("modelVersion").asString()).matches("\\d{4}\\.\\d{2}-[0-9a-f]{8}");
    assertThat(answer.at("/outcome/result").asString()).isEqualTo("forwarded");
    assertThat(answer.at("/outcome/reason").asString()).isEqualTo("none");
  }

  @Test
  void tellsOfAPlaceWhatItIsAndHowItWasFound() throws Exception {
    JsonNode place = caller.analysedText(UNREST).at("/places/0");

    assertThat(place.propertyNames())
        .containsExactlyInAnyOrder(
            "name",
            "geonameId",
            "country",
            "countryName",
            "admin1",
            "lat",
            "lon",
            "precision",
            "confidence",
            "how",
            "start",
            "end",
            "timeZone",
            "rank");
    assertThat(place.path("name").asString()).isEqualTo("Caracas");
    assertThat(place.path("geonameId").asLong()).isEqualTo(3646738);
    assertThat(place.path("country").asString()).isEqualTo("VE");
    assertThat(place.path("lat").asDouble()).isBetween(10.0, 11.0);
    assertThat(place.path("precision").asString()).isEqualTo("TOWN");
    assertThat(place.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(place.path("how").asString()).isEqualTo("TEXT");
    assertThat(place.path("timeZone").asString()).isEqualTo("America/Caracas");
    assertThat(place.path("rank").asInt()).isEqualTo(1);
  }

  @Test
  void saysNoneOfATextWithoutUnrestAndStillTellsItsPlaces() throws Exception {
    JsonNode answer = caller.analysedText("What a lovely cup of coffee in Caracas this morning");

    assertThat(answer.at("/unrest/type").asString()).isEqualTo("NONE");
    assertThat(answer.at("/unrest/probability").asDouble()).isLessThan(0.5);
    assertThat(answer.at("/outcome/reason").asString()).isEqualTo("no_unrest");
    assertThat(answer.at("/places/0/name").asString()).isEqualTo("Caracas");
  }

  @Test
  void analysesAnEmptyText() throws Exception {
    JsonNode answer = caller.analysedText("");

    assertThat(answer.path("language").asString()).isEqualTo("und");
    assertThat(answer.at("/outcome/reason").asString()).isEqualTo("empty_text");
    assertThat(answer.path("places")).isEmpty();
    assertThat(answer.path("signature").asString()).isEqualTo("0000000000000000");
  }

  @Test
  void findsTheDayNamedOnTheCalendarOfThePlace() throws Exception {
    JsonNode answer =
        caller.analysed(
            """
            {"text": "We march tomorrow at noon in Caracas, join the protest",
             "createdAt": "2026-06-04T02:30:00Z"}
            """);

    assertThat(answer.path("stage").asString()).isEqualTo("PLANNED");
    assertThat(answer.path("eventDate").asString()).isEqualTo("2026-06-04"); // there still the 3rd
    assertThat(answer.path("eventTime").asString()).startsWith("12:00");
  }

  @Test
  void takesATextWithoutTimeForOneOfNow() throws Exception {
    JsonNode answer = caller.analysedText("We march tomorrow in Caracas, join the protest");

    assertThat(answer.path("eventDate").asString()).isEqualTo("2026-06-04");
  }

  @Test
  void takesCoordinatesAndHints() throws Exception {
    JsonNode answer =
        caller.analysed(
            """
            {"text": "Police fired tear gas at the protest", "language": "en-GB",
             "lat": 10.49, "lon": -66.88, "profileLocation": "Lagos", "id": 7}
            """);

    assertThat(answer.path("id").asString()).isEqualTo("7");
    assertThat(answer.at("/places/0/how").asString()).isEqualTo("COORDINATES");
    assertThat(answer.at("/places/0/country").asString()).isEqualTo("VE");
    assertThat(answer.at("/places/0/start").isNull()).isTrue();
    assertThat(answer.at("/places/0/end").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Caracas: thousands protest, police fired tear gas",
        "Bread &amp; roses &#128514; protest in Caracas, police fired tear gas",
        "✊🏾🇻🇪👨‍👩‍👧 protest in Caracas 😡",
        "https://t.co/abc?x=1&y=2 @user.bsky.social RT protest in Caracas #protest",
        "RT @someone: nooooo they protest in Caracas",
        "Man\u0303ana protest\n\n in Caracas",
        "\u200Fprotest\u200E in \u2067Caracas\u2069",
        "𝐏𝐑𝐎𝐓𝐄𝐒𝐓 protest in Caracas"
      })
  void countsOffsetsInTheTextAsItCame(String text) throws Exception {
    JsonNode place = caller.analysedText(text).at("/places/0");

    assertThat(place.path("name").asString()).isEqualTo("Caracas");
    assertThat(text.substring(place.path("start").asInt(), place.path("end").asInt()))
        .isEqualTo("Caracas");
  }

  @Test
  void explainsEachStepWhenAsked() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            "?explain=true",
            MediaType.APPLICATION_JSON_VALUE,
            BodyPublishers.ofString("{\"text\": \"RT @a: They march! Police came. #EndSARSNow\"}"));

    JsonNode explanation = JSON.readTree(answer.body()).path("explanation");
    assertThat(explanation.path("clean").asString())
        .isEqualTo("They march! Police came. End SARS Now");
    assertThat(explanation.path("tokens").valueStream().map(JsonNode::asString))
        .containsExactly("they", "march", "police", "came", "#endsarsnow", "end", "sars", "now");
    assertThat(explanation.path("sentences")).hasSize(3);
    assertThat(explanation.path("repost").asBoolean()).isTrue();
    assertThat(explanation.path("unrestThreshold").asDouble()).isEqualTo(0.8);
    assertThat(explanation.path("clues")).isNotEmpty();
    assertThat(explanation.path("microseconds").propertyNames())
        .containsExactlyInAnyOrder("text", "language", "scoring", "timing", "places");
  }

  @Test
  void refusesAnExplainThatIsNeitherTrueNorFalse() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            "?explain=garbage",
            MediaType.APPLICATION_JSON_VALUE,
            BodyPublishers.ofString("{\"text\": \"a\"}"));

    assertThat(problem(answer, 400).path("detail").asString()).contains("explain", "garbage");
  }

  @Test
  void answersLinesInTheirOrderAndPassesOverBlankOnes() throws Exception {
    List<JsonNode> answers =
        caller.lines(
            """
            {"id": "a", "text": "They march in Caracas"}

            \t \r
            {"id": "b", "text": "Coffee in Lagos"}\r
            {"id": "c", "text": ""}\
            """);

    assertThat(answers)
        .extracting(answer -> answer.path("id").asString())
        .containsExactly("a", "b", "c");
  }

  @Test
  void putsAnErrorInThePlaceOfALineThatCannotBeRead() throws Exception {
    List<JsonNode> answers =
        caller.lines(
            """
            {"id": "a", "text": "They march in Caracas"}

            {"id": "b", "text": 5}
            {"id": "c", "text":
            [1]
            {"id": "f", "text": "Coffee in Lagos"}
            """);

    assertThat(answers).hasSize(5);
    assertThat(answers.get(0).path("id").asString()).isEqualTo("a");
    assertError(answers.get(1), 3, "text", "5");
    assertError(answers.get(2), 4, "body", null);
    assertError(answers.get(3), 5, "body", "ARRAY");
    assertThat(answers.get(4).path("id").asString()).isEqualTo("f");
  }

  private static void assertError(JsonNode answer, int line, String field, String value) {
    assertThat(answer.propertyNames()).containsExactlyInAnyOrder("line", "field", "value", "error");
    assertThat(answer.path("line").asInt()).isEqualTo(line);
    assertThat(answer.path("field").asString()).isEqualTo(field);
    assertThat(answer.path("value").asString(null)).isEqualTo(value);
    assertThat(answer.path("error").asString()).startsWith(field + " must be ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          {}                                          | text            | null
          {"text": null}                              | text            | null
          {"text": 5}                                 | text            | 5
          {"text": ["a"]}                             | text            | ["a"]
          {"text": "a", "language": 7}                | language        | 7
          {"text": "a", "profileLocation": {}}        | profileLocation | {}
          {"text": "a", "id": true}                   | id              | true
          {"text": "a", "lat": 10}                    | lon             | null
          {"text": "a", "lon": 10}                    | lat             | null
          {"text": "a", "lat": "10", "lon": 10}       | lat             | "10"
          {"text": "a", "lat": 90.1, "lon": 10}       | lat             | 90.1
          {"text": "a", "lat": 1e999, "lon": 10}      | lat             | "Infinity"
          {"text": "a", "lat": 10, "lon": -180.5}     | lon             | -180.5
          {"text": "a", "createdAt": "yesterday"}     | createdAt       | yesterday
          {"text": "a", "createdAt": 1780495511}      | createdAt       | 1780495511
          {"text": "a", "createdAt": "+1000000000-12-31T23:59:59Z"} | createdAt | +1000000000-12-31T23:59:59Z
          {"text": "a", "createdAt": "-1000000000-01-01T00:00:00Z"} | createdAt | -1000000000-01-01T00:00:00Z
          "a"                                         | body            | STRING
          {"text": "a"} {"text": "b"}                 | body            | null
          {"text": "a"                                | body            | null
          ``                                          | body            | MISSING
          """)
  void namesTheFieldThatIsWrongAndItsValue(String body, String field, String value)
      throws Exception {
    JsonNode problem = problem(caller.post(MediaType.APPLICATION_JSON_VALUE, body), 400);

    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("value").asString(null)).isEqualTo(value);
    assertThat(problem.path("detail").asString()).startsWith(field + " must be ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0001-01-01T00:00:00Z", "9999-12-30T23:59:59Z", "2026-06-03T14:05:11+02:00"})
  void takesAnyTimeOfFourDigits(String createdAt) throws Exception {
    String json = "{\"text\": \"We march tomorrow in Suva, protest\", \"createdAt\": \"%s\"}";

    assertThat(caller.analysed(json.formatted(createdAt)).path("stage").asString())
        .isEqualTo("PLANNED");
  }

  @Test
  void refusesATextThatIsTooLong() throws Exception {
    String longest = JSON.writeValueAsString(Map.of("text", "a".repeat(20_000)));
    String longer = JSON.writeValueAsString(Map.of("text", "a".repeat(20_001)));

    assertThat(caller.analysed(longest).path("language").asString()).isNotEmpty();
    JsonNode problem = problem(caller.post(MediaType.APPLICATION_JSON_VALUE, longer), 400);
    assertThat(problem.path("field").asString()).isEqualTo("text");
    assertThat(problem.path("value").asString()).hasSizeLessThan(150);
  }

  @Test
  void answersTextsThatAreNoProperUnicode() throws Exception {
    JsonNode answer =
        caller.analysed("{\"id\": \"\\uD83D\", \"text\": \"\\uDE00 protest in Caracas \\uD83D\"}");

    assertThat(answer.at("/places/0/name").asString()).isEqualTo("Caracas");
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  void refusesABodyThatIsTooLarge(String type) throws Exception {
    String line = JSON.writeValueAsString(Map.of("text", "a".repeat(10_000))) + "\n";

    JsonNode problem = problem(caller.post(type, line.repeat(11)), 413);

    assertThat(problem.path("detail").asString()).contains("102400 bytes");
  }

  @Test
  void refusesMoreLinesThanAllowedButCountsNoBlankOnes() throws Exception {
    String line = "{\"text\": \"a\"}\n";
    String withoutEnd = (line.repeat(601)).strip();

    problem(caller.post(MediaType.APPLICATION_NDJSON_VALUE, line.repeat(601)), 413);
    problem(caller.post(MediaType.APPLICATION_NDJSON_VALUE, withoutEnd), 413);
    assertThat(caller.lines(line.repeat(600) + "\n\n\n")).hasSize(600);
  }

  @Test
  void refusesOtherTypesOfBody() throws Exception {
    problem(caller.post("text/plain", "hello"), 415);
  }

  @Test
  void servesNobodyBehindAProxy() throws Exception {
    for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")) {
      JsonNode problem =
          problem(
              caller.post(
                  MediaType.APPLICATION_JSON_VALUE, "{\"text\": \"a\"}", header, "127.0.0.1"),
              403);
      assertThat(problem.path("detail").asString()).contains("groundswell.nlp.analyses.token");
    }
  }

  @Test
  void tellsWhoComesWhileOthersAreServedToComeBack() throws Exception {
    String head =
        "POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 22\r\n\r\n";
    try (var slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      slow.getOutputStream().write((head + "{\"text\":").getBytes(UTF_8));
      await().untilAsserted(this::assertBusy);

      slow.getOutputStream().write(" \"They march\"}".getBytes(UTF_8));

      assertThat(slow.getInputStream().readAllBytes()).asString(UTF_8).contains("\"outcome\"");
    }
    assertThat(caller.analysedText("They march").path("language").asString()).isEqualTo("en");
  }

  private void assertBusy() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        caller.post(MediaType.APPLICATION_JSON_VALUE, "{\"text\": \"They march\"}");
    problem(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  /** Texts of all languages and kinds: every fiftieth line of the training corpus. */
  @Test
  void saysWhatAWorkerMakesOfThePost() throws Exception {
    List<String> texts = everyFiftiethOfTheCorpus();
    var languages = new HashSet<String>();

    List<JsonNode> answers = answers(texts);

    assertThat(answers).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      JsonNode answer = answers.get(i);
      languages.add(answer.path("language").asString());
      assertSame(answer, analysis.analyse(post(texts.get(i))));
    }
    assertThat(languages).contains("en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk");
  }

  /** In pieces of one request's size. */
  private List<JsonNode> answers(List<String> texts) throws IOException, InterruptedException {
    var answers = new ArrayList<JsonNode>();
    for (int from = 0; from < texts.size(); from += 200) {
      var body = new StringBuilder();
      for (String text : texts.subList(from, Math.min(texts.size(), from + 200))) {
        body.append(JSON.writeValueAsString(Map.of("text", text))).append('\n');
      }
      answers.addAll(caller.lines(body.toString()));
    }
    return answers;
  }

  private static void assertSame(JsonNode answer, Outcome outcome) {
    switch (outcome) {
      case Forwarded(List<Signal> signals) -> assertSame(answer, signals.getFirst());
      case Dropped(var reason, String language) -> {
        assertThat(answer.at("/outcome/result").asString()).isEqualTo("dropped");
        assertThat(answer.at("/outcome/reason").asString()).isEqualToIgnoringCase(reason.name());
        assertThat(answer.path("language").asString()).isEqualTo(language);
      }
      case Outcome.Rejected rejected -> throw new AssertionError(rejected);
    }
  }

  private static void assertSame(JsonNode answer, Signal signal) {
    JsonNode place = answer.at("/places/0");
    assertThat(answer.at("/outcome/result").asString()).isEqualTo("forwarded");
    assertThat(answer.path("language").asString()).isEqualTo(signal.language());
    assertThat(answer.at("/unrest/probability").asDouble()).isEqualTo(signal.probability());
    assertThat(answer.at("/unrest/type").asString()).isEqualTo(signal.eventType().name());
    assertThat(answer.path("stage").asString()).isEqualTo(signal.stage().name());
    assertThat(answer.path("eventDate").asString(null))
        .isEqualTo(signal.eventDate() == null ? null : signal.eventDate().toString());
    assertThat(answer.path("signature").asString()).isEqualTo(signal.signature());
    assertThat(answer.path("modelVersion").asString()).isEqualTo(signal.modelVersion());
    assertThat(place.path("geonameId").asLong()).isEqualTo(signal.place().geonameId());
    assertThat(place.path("confidence").asDouble()).isEqualTo(signal.place().confidence());
    assertThat(place.path("how").asString()).isEqualTo(signal.place().how().name());
  }

  private static Post post(String text) {
    return new Post(
        "push", "1", ServerWithoutKafka.NOW, null, text, null, null, null, null, null, null, null);
  }

  private static List<String> everyFiftiethOfTheCorpus() throws IOException {
    var all = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(all::add);
      }
    }
    return Stream.iterate(0, i -> i < all.size(), i -> i + 50).map(all::get).toList();
  }
}
