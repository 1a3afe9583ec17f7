package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.EventDate;
import org.groundswell.nlp.timing.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SignalMakerTests {

  private static final Path SCHEMA = Path.of("contracts/groundswell.signals/schema.json");

  private static final Path PLANNED = SCHEMA.resolveSibling("samples/signal-planned.json");
  private static final JsonMapper JSON = new JsonMapper();

  private final TextReader texts = new TextReader();

  @Test
  void countsATownAtThreeLevels() {
    assertThat(signals(Posts.saying("Anything"), Found.CARACAS))
        .extracting(Signal::scope, Signal::scopeId)
        .containsExactly(
            tuple(Scope.TOWN, 3646738L),
            tuple(Scope.ADMIN1, 3640847L),
            tuple(Scope.COUNTRY, 3625428L));
  }

  @Test
  void countsADivisionAtTwoLevels() {
    assertThat(signals(Posts.saying("Anything"), Found.DISTRICT))
        .extracting(Signal::scope)
        .containsExactly(Scope.ADMIN1, Scope.COUNTRY);
  }

  @Test
  void countsACountryOnce() {
    assertThat(signals(Posts.saying("Anything"), Found.COUNTRY))
        .extracting(Signal::scope)
        .containsExactly(Scope.COUNTRY);
  }

  @Test
  void marksReposts() {
    assertThat(signals(Posts.saying("RT @a: Anything"), Found.COUNTRY).getFirst().repost())
        .isTrue();
    assertThat(signals(Posts.saying("Anything"), Found.COUNTRY).getFirst().repost()).isFalse();
  }

  @Test
  void tellsThatAPlaceIsNamedBesideTheOneThePostIsAbout() {
    Post post = Posts.saying("Anything");

    assertThat(signals(post, Found.CARACAS, 1)).extracting(Signal::mention).containsOnlyNulls();
    assertThat(signals(post, Found.ANTIMANO, 2))
        .allSatisfy(this::assertValid)
        .extracting(Signal::mention)
        .containsOnly(2);
  }

  @Test
  void writesWhatTheContractAllows() throws IOException {
    var posts = List.of(Posts.saying("Anything @you"), Posts.withoutAuthor("2"));
    for (Post post : posts) {
      for (FoundPlace place : List.of(Found.CARACAS, Found.DISTRICT, Found.COUNTRY)) {
        signals(post, place).forEach(this::assertValid);
      }
    }
  }

  @Test
  void writesTheDayNamedForTheEventAndNoneWhereNoneIsNamed() {
    Post post = Posts.saying("Anything");

    assertThat(written(maker(post, EventType.STRIKE, Stage.PLANNED)).path("eventDate").asString())
        .isEqualTo("2026-06-04");
    assertThat(written(maker(post, EventType.STRIKE, Stage.ONGOING)).has("eventDate")).isFalse();
  }

  @Test
  void writesTheSignatureOfTheText() {
    JsonNode one = written(maker(Posts.saying("They march"), EventType.STRIKE, Stage.ONGOING));
    JsonNode copy = written(maker(Posts.saying("THEY march!"), EventType.STRIKE, Stage.ONGOING));

    assertThat(one.path("signature").asString())
        .matches("[0-9a-f]{16}")
        .isEqualTo(copy.path("signature").asString());
  }

  @Test
  void writesTextsThatAreNoProperUnicode() {
    signals(Posts.saying("half of a pair \uD83D alone"), Found.COUNTRY).forEach(this::assertValid);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsItsSamplesTrue(Path sample) throws IOException {
    assertThat(faults(Files.readString(sample))).isEmpty();
  }

  /** Fields of a signal at its fullest are those that the samples show. */
  @Test
  void showsEveryFieldInItsSamples() throws IOException {
    var shown = new TreeSet<String>();
    for (Path sample : samples()) {
      JsonNode record = JSON.readTree(Files.readString(sample));
      if (record.path("kind").asString().equals("signal")) {
        shown.addAll(record.propertyNames());
      }
    }

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            JSON.readTree(Files.readString(SCHEMA)).at("/$defs/signal/properties").propertyNames());
    assertThat(shown)
        .containsAll(
            written(maker(Posts.saying("Anything"), EventType.STRIKE, Stage.PLANNED))
                .propertyNames());
  }

  @ParameterizedTest
  @CsvSource({
    "eventDate, 2026-06-31",
    "eventDate, tomorrow",
    "signature, 8A6F01D3C47BE952",
    "signature, 8a6f"
  })
  void doesNotPromise(String field, String value) throws IOException {
    var sample = (ObjectNode) JSON.readTree(Files.readString(PLANNED));

    assertThat(faults(sample.put(field, value).toString())).isNotEmpty();
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMA.resolveSibling("samples"))) {
      return files.sorted().toList();
    }
  }

  private static JsonNode written(SignalMaker maker) {
    return JSON.readTree(JSON.writeValueAsString(maker.of(Found.CARACAS, 1).getFirst()));
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryEventTypeOfTheContract(EventType type) {
    var post = Posts.saying("Anything");
    maker(post, type, Stage.PLANNED).of(Found.CARACAS, 1).forEach(this::assertValid);
  }

  private List<Signal> signals(Post post, FoundPlace place) {
    return signals(post, place, 1);
  }

  private List<Signal> signals(Post post, FoundPlace place, int mention) {
    return maker(post, EventType.STRIKE, Stage.ONGOING).of(place, mention);
  }

  private SignalMaker maker(Post post, EventType type, Stage stage) {
    var date = stage == Stage.PLANNED ? new EventDate(LocalDate.of(2026, 6, 4), null) : null;
    PostText text = texts.read(post.text());
    return new SignalMaker(
        post,
        new Analysis(
            text,
            "en",
            0.9,
            type,
            stage,
            date,
            List.of(),
            Signature.of(text.tokens()),
            "2026.12-1"));
  }

  private void assertValid(Signal signal) {
    assertThat(faults(JSON.writeValueAsString(signal))).isEmpty();
  }

  private static List<Error> faults(String json) {
    return schema()
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(SCHEMA));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
